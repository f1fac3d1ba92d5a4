import { html } from 'virtual:offline-page/self-check';
import { pageFile } from '../_files.ts';

export const GET = pageFile(html);
