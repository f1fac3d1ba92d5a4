/**
 * How text is compared. Chinese writes no spaces between its words, and no dictionary here knows this site's own. So
 * what is compared are pairs of neighbouring characters; letters and digits that belong together count as one character.
 */

/** Neither character nor digit: what stands on either side of it is not compared as one. Spaces are only looks. */
const BREAKS = /[^\p{L}\p{N}]+/gu;
const SPACES = /[\s\u200b\u2060\ufeff]+/gu;
const CJK = /[^\p{Script=Latin}\p{N}]/u;
const UNITS = /[\p{Script=Latin}\p{N}]+|[^\p{Script=Latin}\p{N}]/gu;

/** `X-Forwarded-Proto` is one word: `proto` is not. */
const JOINED = /([a-z])[-_]+(?=[a-z])/g;

/** Full-width forms as half-width ones, small letters, no spaces, and one line break where anything else stood. */
export function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(JOINED, '$1')
      // Between two words in letters a space means something.
      .replace(/([\p{Script=Latin}\p{N}])\s+(?=[\p{Script=Latin}\p{N}])/gu, '$1\n')
      .replace(SPACES, (space) => (space.includes('\n') ? '\n' : ''))
      .replace(BREAKS, '\n')
      .replace(/^\n+|\n+$/g, '')
  );
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
