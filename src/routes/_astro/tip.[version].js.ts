/** What shows in place where a link leads; here, where files stay as they are for ever. */
import { code, version } from 'virtual:bundle/tip';
import { scriptFile } from '../_files.ts';

export const getStaticPaths = () => [{ params: { version } }];
export const GET = scriptFile(code);
