/** What shows in place where a link leads; its styles are a file of their own beside it. */
import '../../widgets/shared/tip.css';

export { turnedTo } from '../../widgets/shared/tip.ts';
