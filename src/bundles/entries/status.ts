/** The script that stands behind the line that says how the year stands today. */
import { followClock } from '../../widgets/shared/statusClock.ts';

followClock();
