/** As `sha256sum` prints it, and reads it back with `-c`. */
import { sha256 } from 'virtual:offline-page/self-check';
import { textFile } from '../_files.ts';

export const GET = textFile(`${sha256}  self-check.html\n`);
