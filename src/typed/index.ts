/** Text as people type or paste it, and the dates in it. Below the widgets, because rosters are read by it too. */
export { parseDateText, parseLastDay } from './parseDate.ts';
export { plainText } from './plainText.ts';
export { privateNumberIn, SHORTEST_PRIVATE } from './privateNumber.ts';
