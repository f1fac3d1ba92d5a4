/** The script that stands in every embedded page, before its widget. */
import { leaveState, startApart } from '../../widgets/shared/apart.ts';
import { watchStart } from '../../widgets/shared/watch.ts';

startApart();
watchStart(leaveState);
