import { code } from 'virtual:bundle/embed';
import { scriptFile } from './_files.ts';

export const GET = scriptFile(code);
