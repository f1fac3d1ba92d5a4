/** What runs inside every embedded page. */
import { code, version } from 'virtual:bundle/frame';
import { scriptFile } from '../_files.ts';

export const getStaticPaths = () => [{ params: { version } }];
export const GET = scriptFile(code);
