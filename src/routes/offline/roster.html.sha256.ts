/** As `sha256sum` prints it, and reads it back with `-c`. */
import { sha256 } from 'virtual:offline-page/roster';
import { textFile } from '../_files.ts';

export const GET = textFile(`${sha256}  roster.html\n`);
