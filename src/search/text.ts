/**
 * How text is compared. Chinese writes no spaces between its words, and no dictionary here knows this site's own. So
 * what is compared are pairs of neighbouring characters; letters and digits that belong together count as one character.
 */

const CJK = /[^\p{Script=Latin}\p{N}]/u;
const UNITS = /[\p{Script=Latin}\p{N}]+|[^\p{Script=Latin}\p{N}]/gu;

/** What a character is to the comparison: the first three are compared, what stands between them is not. */
const OTHER = 1;
const WORDY = 2;
const SMALL = 3;
const NOTHING = 4;
const SPACE = 5;
const DASH = 6;
const BREAK = 7;

/** By code, once it was seen: to ask the expressions for each character of a whole site takes most of the time. */
const kinds = new Uint8Array(0x10000);

function kindOf(character: string): number {
  if (/[a-z]/.test(character)) return SMALL;
  if (/\p{N}/u.test(character)) return WORDY;
  if (/\p{L}/u.test(character)) return CJK.test(character) ? OTHER : WORDY;
  if (/[\u200b\u2060]/.test(character)) return NOTHING;
  if (/[^\S\n]/.test(character)) return SPACE;
  return /[-_]/.test(character) ? DASH : BREAK;
}

/**
 * Full-width forms as half-width ones, small letters, no spaces, and one line break where anything else stood: what
 * stands on either side of it is not compared as one. Spaces are only looks, but between two words in letters; and
 * `X-Forwarded-Proto` is one word: `proto` is not.
 */
export function plain(text: string): string {
  const all = text.normalize('NFKC').toLowerCase();
  let run = '';
  let from = 0;
  /** What was compared last, and what has stood since: none yet is 0. */
  let before = 0;
  let between = 0;
  for (let at = 0; at < all.length; at += 1) {
    const code = all.charCodeAt(at);
    const start = at;
    let kind = kinds[code];
    if (!kind) {
      const character = String.fromCodePoint(all.codePointAt(at) as number);
      kind = kindOf(character);
      if (character.length > 1) at += 1;
      // The half of a rare character says nothing of others that begin with it.
      else if (!/\p{Cs}/u.test(character)) kinds[code] = kind;
    }
    if (kind > SMALL) {
      if (between === 0) run += all.slice(from, start);
      if (between <= NOTHING) between = kind;
      else if (kind !== NOTHING && kind !== between) between = BREAK;
      continue;
    }
    if (between > 0) {
      const isOneWord = between === DASH && before === SMALL && kind === SMALL;
      const areWords = between === SPACE && before > OTHER && kind > OTHER;
      if (before > 0 && (areWords || (between > SPACE && !isOneWord))) run += '\n';
      between = 0;
      from = start;
    }
    before = kind;
  }
  return between > 0 ? run : run + all.slice(from);
}

/** @param run plain, without a break */
export const unitsOf = (run: string): string[] => run.match(UNITS) ?? [];

/** Each two neighbouring units of a run; a run of one unit is itself what is compared. */
export function pairsOf(run: string): string[] {
  const units = unitsOf(run);
  return units.length < 2 ? units : units.slice(1).map((unit, index) => `${units[index]}${unit}`);
}

/** The words in an address or an anchor, which are written in letters: `paperProof` is two. */
export const wordsInAddress = (address: string): string =>
  address.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^a-z]+/gi, ' ');

export const isWordy = (character: string | undefined): boolean =>
  character !== undefined && character !== '\n' && !CJK.test(character);

/** Every place of something in a plain text: letters and digits whole, so that `4年` is not found in `2024年`. */
export function* placesOf(text: string, wanted: string): Generator<number> {
  const startsWordy = isWordy(wanted[0]);
  const endsWordy = isWordy(wanted.at(-1));
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (startsWordy && isWordy(text[at - 1])) continue;
    if (endsWordy && isWordy(text[at + wanted.length])) continue;
    yield at;
  }
}
