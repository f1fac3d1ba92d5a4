/** The types of the element, for those who embed with TypeScript. */
import { elementTypes } from '../../embed/index.ts';
import { textFile } from '../_files.ts';

export const GET = textFile(elementTypes);
