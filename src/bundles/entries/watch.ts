/** The script that stands in every page of the site, before search and the first widget. */
import { openByHand, watchStart } from '../../widgets/shared/watch.ts';

watchStart(undefined, openByHand);
