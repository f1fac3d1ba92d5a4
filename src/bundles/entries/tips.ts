/** The script that stands in every page to be read: it brings the other one once somebody turns to a link. */
import { offerTips } from '../../widgets/shared/tips.ts';

offerTips(document.currentScript?.dataset.tipCode ?? '');
