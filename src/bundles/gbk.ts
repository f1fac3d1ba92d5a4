/** A script in GBK, which every browser decodes: two bytes a Chinese character, where UTF-8 has three. */

/** How GBK writes each character beyond ASCII. Nothing in Node encodes it, but what decodes it gives the table. */
const CODES = new Map<string, [number, number]>();
const decoder = new TextDecoder('gbk');
for (let first = 0x81; first < 0xff; first += 1) {
  for (let second = 0x40; second < 0xff; second += 1) {
    const character = decoder.decode(Uint8Array.of(first, second));
    const isOne = character.length === 1 && character !== '\ufffd';
    if (isOne && !CODES.has(character)) CODES.set(character, [first, second]);
  }
}

/**
 * @param code a script whose characters beyond ASCII all stand in strings and regular expressions
 * @returns the same script with an escape for each character that GBK lacks, and its bytes
 */
export function inGbk(code: string): { script: string; bytes: Uint8Array } {
  const script = code.replace(/[^\0-\x7f]/g, (unit) =>
    CODES.has(unit) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const bytes = [...script].flatMap((character) => CODES.get(character) ?? character.charCodeAt(0));
  return { script, bytes: Uint8Array.from(bytes) };
}
