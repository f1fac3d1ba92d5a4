import { attribute, elementsOf, type ReadBuilt } from './elements.ts';

/** The page with its style sheets in it: two requests fewer before it is painted, and all compressed as one. */
export async function withOwnStyles(html: string, read: ReadBuilt): Promise<string> {
  const sheets = [...elementsOf(html)].filter(
    (element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet',
  );
  let page = html;
  for (const sheet of sheets.reverse()) {
    const { startOffset = 0, endOffset = 0 } = sheet.sourceCodeLocation ?? {};
    const css = await read(attribute(sheet, 'href') ?? '');
    page = `${page.slice(0, startOffset)}<style>${css.trim()}</style>${page.slice(endOffset)}`;
  }
  return page;
}
