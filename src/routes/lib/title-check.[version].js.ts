/** The library under an address whose content never changes, for those who pin it by its hash. */
import { code, version } from 'virtual:bundle/library';
import { scriptFile } from '../_files.ts';

export const getStaticPaths = () => [{ params: { version } }];
export const GET = scriptFile(code);
