/** The element's types, as the text that is served. */
import text from './title-check.d.ts?raw';

export const elementTypes: string = text;
