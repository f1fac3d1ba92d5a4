/** What shows in place where a link leads, and copies; its styles are a file of their own beside it. */
import '../../widgets/shared/tip.css';

export { copy } from '../../widgets/shared/copyButton.ts';
export { turnedTo } from '../../widgets/shared/tip.ts';
