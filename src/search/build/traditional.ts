/** Traditional characters for what the pages write in simplified ones. */
import { Converter } from 'opencc-js/t2cn';

/** All that are common; the rarer blocks hold nothing that the pages write. */
const FIRST = 0x4e00;
const LAST = 0x9fff;

/**
 * @param text everything that can be found
 * @returns pairs: the traditional character, then the one of the text
 */
export function traditionalFor(text: string): string {
  const written = new Set(text);
  const converters = (['hk', 'tw', 't'] as const).map((from) => Converter({ from, to: 'cn' }));
  let pairs = '';
  for (let code = FIRST; code <= LAST; code += 1) {
    const traditional = String.fromCharCode(code);
    if (written.has(traditional)) continue;
    const simple = converters
      .map((convert) => convert(traditional))
      .find((one) => one !== traditional);
    if (simple !== undefined && written.has(simple)) pairs += traditional + simple;
  }
  return pairs;
}
