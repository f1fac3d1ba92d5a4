import { html } from 'virtual:offline-page/roster';
import { pageFile } from '../_files.ts';

export const GET = pageFile(html);
