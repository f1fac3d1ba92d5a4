/** Searching: what the browser needs of it. How its data is made is another door, `build/`. */

export type { SearchData, SearchPage, SearchPart } from './data.ts';
export { type Excerpt, excerptOf } from './excerpt.ts';
export { type Opened, opened } from './opened.ts';
export { type Found, type Index, openIndex, type Results, search } from './rank.ts';
export { rehearse } from './rehearse.ts';
