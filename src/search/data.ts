/** What the browser gets to search in: the words of the site's pages, as they are. There is no index beside them. */

export interface SearchData {
  pages: SearchPage[];
  /** Words for one thing: what the pages say, then what people say or mistype. */
  alike: string[][];
  /** Traditional characters and what the pages write instead, in pairs. */
  traditional: string;
}

export interface SearchPage {
  /** Below the site's root: `2026/notice/`, and nothing for the home page. */
  path: string;
  title: string;
  /** The group of the sidebar that it stands in. */
  section?: string;
  /** How much of its score counts, where that is not all of it: earlier years and what is made for webmasters come last. */
  weight?: number;
  /** The page's beginning, then one for each of its headings. */
  parts: SearchPart[];
}

/** The anchor, the heading (none at the beginning), the text by its blocks, and words that nobody sees. */
export type SearchPart = [anchor: string, heading: string, blocks: string[], words?: string[]];
