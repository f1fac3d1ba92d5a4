import { plainText } from './plainText.ts';

const BIRTH = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
/** With a day of birth in it. Whether the last digit is right does not matter: it may be mistyped. */
const ID18 = String.raw`[1-9]\d{5}(?:19|20)\d\d${BIRTH}\d{3}[\dX]`;
const ID15 = String.raw`[1-9]\d{7}${BIRTH}\d{3}`;
const MOBILE = String.raw`1[3-9]\d{9}`;

/** A run of digits that is one, or several put together with nothing between them. */
const HAS_ID = new RegExp(
  [`^${ID18}$`, `^${ID15}$`, `^${ID18}.{7,}`, `.{7,}${ID18}$`]
    .concat([`^${ID15}${MOBILE}$`, `^${MOBILE}${ID15}$`])
    .join('|'),
  'i',
);
const HAS_MOBILE = new RegExp(`^(?:0{0,2}86|0)?(?:${MOBILE})+$`);

/** As people group them. A slash and a stroke below come from forms and file names. */
const BETWEEN = String.raw`[\s\-‐‒–—.·•_/()]+`;
const RUN = new RegExp(`\\d+(?:${BETWEEN}(?=[\\dX])\\d*X?)*X?`, 'gi');
/** As most people say it, whatever numbers stand beside. */
const THREE = /^1[3-9]\d \d{4} \d{4}$/;
const DATE =
  /(?<!\d)(?:19|20)\d\d\s*[-./年]\s*(?:0?[1-9]|1[0-2])(?:\s*[-./月]\s*(?:0?[1-9]|[12]\d|3[01]))?(?!\d)/g;

/** Fewer characters hold neither. */
export const SHORTEST_PRIVATE = 11;

/**
 * Whether a text holds what looks like an identity number or a mobile number, however it is grouped: the one rule for
 * whatever must not be read, shown or printed of a person.
 *
 * @example privateNumberIn('138-0013-8000') // 'phone'
 */
export function privateNumberIn(text: string): 'id' | 'phone' | undefined {
  if (text.length < SHORTEST_PRIVATE) return undefined;
  const plain = plainText(text);
  if (!/\d\D{0,3}(?:\d\D{0,3}){9}\d/.test(plain)) return undefined;
  for (const run of plain.match(/\d+X?/gi) ?? []) if (HAS_ID.test(run)) return 'id';
  for (const run of plain.match(RUN) ?? []) if (HAS_ID.test(joined(run))) return 'id';
  for (const run of plain.match(/\d+/g) ?? []) if (HAS_MOBILE.test(run)) return 'phone';
  // A span of months is as long as a mobile number.
  for (const run of plain.replace(DATE, '#').match(RUN) ?? []) {
    const groups = run.split(new RegExp(BETWEEN)).filter(Boolean);
    if (isGrouped(groups) && HAS_MOBILE.test(joined(run))) return 'phone';
    if (groups.some((_, at) => THREE.test(groups.slice(at, at + 3).join(' ')))) return 'phone';
  }
  return undefined;
}

const joined = (run: string): string => run.replace(/[^\dX]/gi, '');

/** Numbers beside each other, as credits are, have two or three digits; whoever groups one number does it evenly. */
function isGrouped(groups: string[]): boolean {
  const own = /^0{0,2}86$/.test(groups[0] ?? '') ? groups.slice(1) : groups;
  return own.every(({ length }) => length >= 3) || own.every(({ length }) => length === 1);
}
