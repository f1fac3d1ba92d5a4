import { html } from 'virtual:offline-page';
import { pageFile } from '../_files.ts';

export const GET = pageFile(html);
