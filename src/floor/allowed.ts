/**
 * What the built files may use although the oldest browsers lack it, each with why that does no harm. Whoever adds one
 * has seen the page without it. A test asks that every entry is still needed.
 */

interface Allowed {
  /** What the check calls it, wholly or as a pattern. */
  what: string | RegExp;
  /** Only in files with such a path; anywhere where none is named. */
  files?: RegExp;
  why: string;
}

export const allowedInScripts: Allowed[] = [
  {
    what: /^(new CSSStyleSheet\(\)|\.replaceSync |\.adoptedStyleSheets )/,
    files: /\b(embed|frame)\b[^/]*\.[jt]s$|EmbedBuilder/,
    why: 'Tried in a try block; without it the embed has the site’s own look.',
  },
  {
    what: /^\.popover /,
    files: /\.html$/,
    why: 'Starlight sets it, which does nothing where it is unknown; menu.ts opens the menu there.',
  },
  { what: /^\.share /, why: 'Offered only where the browser has it.' },
  {
    what: /^\.(when|role|contacts|bytes) /,
    why: 'Names in our own data: the condition of a branch, who somebody is, whom to ask, what a file holds.',
  },
  {
    what: 'Error.captureStackTrace',
    why: 'fflate, which unpacks spreadsheets, asks whether it is there.',
  },
];

const LINE = 'Only refines how a line of text is broken or spaced.';
const NO_TOUCH = 'Only refines how something feels under the pointer.';
const NARROW = 'Without it the narrow form stands, which is complete.';

export const allowedInStyles: Allowed[] = [
  { what: /^text-(wrap|autospace|spacing-trim|size-adjust)\b/, why: LINE },
  { what: /^cursor: /, why: 'The pointer of a mouse, which iPhones do not have.' },
  { what: /^(user-select|overscroll-behavior|scrollbar-(gutter|width))\b/, why: NO_TOUCH },
  { what: /^(@container|container-type)\b/, why: NARROW },
  {
    what: '@media (scripting)',
    why: 'Old browsers keep the page’s own scheme without scripts, and with them make room for what starts when it does.',
  },
  {
    what: /^(@media \(forced-colors\)|forced-color-adjust)/,
    why: 'Safari has no forced colours on the systems that it runs on.',
  },
  {
    what: /^(@page|size|orphans|widows|break-(after|before|inside)|content-visibility)\b/,
    why: 'Only refines where paper is cut and what is unfolded on it.',
  },
  { what: 'the selector ::details-content', why: 'What is folded stays so on paper.' },
  { what: 'the selector ::selection', why: 'The colour of marked text.' },
  { what: 'rect()', why: 'In clip, where every browser knows it.' },
  {
    what: 'the selector :popover-open',
    why: 'In rules of their own, which say nothing where there are no popovers.',
  },
  {
    what: /^the selector :has in .*:popover-open/,
    why: 'Every browser with popovers knows :has.',
  },
  {
    what: /^the selector :has in body:has\(site-search /,
    why: 'Without it the page can be scrolled behind the search.',
  },
  {
    what: /^the selector :has in \.tc-choice:has/,
    why: 'Without it the choice’s own mark shows that it is chosen, and its own outline the focus.',
  },
  {
    what: /^the selector :has in body:has\(\.(self-check-record|roster-printed)\)/,
    why: 'Without it title and foot of the page are printed around the record or the list, and a sentence stays below a result.',
  },
  {
    what: /^the selector :has in \.tc-original section:has\(:target\)/,
    why: 'Without it the clause that a link leads to is not tinted.',
  },
  {
    what: /^the selector :has in .*\.sl-/,
    why: 'Starlight’s: gaps between list items, the place of a hidden heading’s anchor, a hovered summary.',
  },
];

export const isAllowed = (list: Allowed[], what: string, file: string): boolean =>
  list.some(
    (one) =>
      (typeof one.what === 'string' ? one.what === what : one.what.test(what)) &&
      (one.files?.test(file) ?? true),
  );
