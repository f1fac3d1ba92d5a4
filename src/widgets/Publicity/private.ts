/** What must not be shown of a person: numbers by which they can be found. */

/** Of which kind a number in a text looks to be. */
export function privateIn(text: string): 'id' | 'phone' | undefined {
  // As people group them, and full-width.
  const plain = text.normalize('NFKC').replace(/(\d)[\s\-–—.·]+(?=[\dXx])/g, '$1');
  for (const run of plain.match(/\d+[Xx]?/g) ?? []) {
    if (/^\d{17}[\dXx]$|^\d{15}$/.test(run)) return 'id';
    if (/^(?:86)?1[3-9]\d{9}$/.test(run)) return 'phone';
  }
  return undefined;
}
