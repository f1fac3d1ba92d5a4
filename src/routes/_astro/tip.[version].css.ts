/** The styles of what shows in place where a link leads. */
import { css, version } from 'virtual:bundle/tip';
import { stylesFile } from '../_files.ts';

export const getStaticPaths = () => [{ params: { version } }];
export const GET = stylesFile(css);
