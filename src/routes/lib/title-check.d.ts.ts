import { types } from 'virtual:library-types';
import { textFile } from '../_files.ts';

export const GET = textFile(types);
