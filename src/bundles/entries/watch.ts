/** The script that stands in every page with a widget, before the first of them. */
import { watchStart } from '../../widgets/shared/watch.ts';

watchStart();
