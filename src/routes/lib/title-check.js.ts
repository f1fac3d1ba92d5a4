import { code } from 'virtual:bundle/library';
import { scriptFile } from '../_files.ts';

export const GET = scriptFile(code);
