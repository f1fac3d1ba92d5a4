/** The embed script under an address whose content never changes, for hosts that pin it by its hash. */
import { code, version } from 'virtual:bundle/embed';
import { scriptFile } from '../_files.ts';

export const getStaticPaths = () => [{ params: { version } }];
export const GET = scriptFile(code);
