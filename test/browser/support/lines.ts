/**
 * What lines tear apart in what is seen of an element: a date, an amount and its unit, the number of a document, and a
 * paragraph that ends on a line of one or two characters; also what would stand side by side as it was made of pieces.
 * Runs in the page.
 */
export function tornIn(selector: string): string[] {
  const WHOLE =
    /〔\d{4}〕\s?\d+\s?号|0\d{2,3}-\d{7,8}|(\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日|\d{4}-\d\d-\d\d|\d+ (年度|(?!周)\p{Script=Han})/gu;
  /** Texts of different sizes on one line end less far from each other than lines do. */
  const LINE = 8;
  const faults = new Set<string>();
  const displayOf = (element: Element) => getComputedStyle(element).display;
  const isBlock = (element: Element) => !/^(inline|contents|none)/.test(displayOf(element));
  const bottoms = (range: Range) =>
    [...range.getClientRects()].filter(({ width }) => width > 0).map(({ bottom }) => bottom);
  const isOneLine = (range: Range) => {
    const all = bottoms(range);
    return Math.max(...all) - Math.min(...all) < LINE;
  };

  /** A block's own text, with what stands within its lines. */
  function textsOf(block: Element): Text[] {
    const texts: Text[] = [];
    const walk = (node: Node) => {
      if (node instanceof Text) texts.push(node);
      else if (node instanceof Element && !isBlock(node) && node.tagName !== 'BUTTON')
        node.childNodes.forEach(walk);
    };
    block.childNodes.forEach(walk);
    return texts;
  }

  function look(block: Element) {
    const texts = textsOf(block);
    const all = texts.map(({ data }) => data).join('');
    // In a narrow column a short text may break anywhere.
    if (all.trim().length < 8) return;
    const place = (offset: number): [Text, number] => {
      let rest = offset;
      const text = texts.find(({ length }) => {
        if (rest <= length) return true;
        rest -= length;
        return false;
      });
      return [text as Text, rest];
    };
    const part = (from: number, to: number) => {
      const range = document.createRange();
      range.setStart(...place(from));
      range.setEnd(...place(to));
      return range;
    };
    for (const { index, 0: match } of all.matchAll(WHOLE)) {
      if (!isOneLine(part(index, index + match.length))) faults.add(`${match} is torn: ${all}`);
    }
    const end = all.trimEnd().length;
    if (end === 0 || isOneLine(part(0, end))) return;
    for (let from = end - 1; from > 0; from--) {
      const line = all.slice(from, end);
      if (line.replace(/[\s\p{P}]/gu, '').length > 2 || line.length > 3) return;
      // In a narrow column a weekday may stand below its day.
      if (!isOneLine(part(from - 1, end)) && !/^\s*周.$/.test(line)) {
        faults.add(`ends with ${line}: ${all}`);
        return;
      }
    }
  }

  for (const element of document.querySelectorAll(`${selector} *`)) {
    if (element.closest('button, select, textarea, svg') || element.getClientRects().length === 0)
      continue;
    if (isBlock(element) && textsOf(element).length > 0) look(element);
    if (
      element.classList.contains('tc-whole') &&
      /flex|grid/.test(displayOf(element.parentElement as Element))
    )
      faults.add(`a piece stands for itself: ${element.parentElement?.outerHTML}`);
  }
  return [...faults];
}
