import { plainText } from './plainText.ts';

/** Made when they are first used: what reads dates alone, as the timeline does, is not to carry them. */
const makeForms = () => {
  const birth = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
  // With a day of birth in it. Whether the last digit is right does not matter: it may be mistyped.
  const id18 = String.raw`[1-9]\d{5}(?:19|20)\d\d${birth}\d{3}[\dX]`;
  const id15 = String.raw`[1-9]\d{7}${birth}\d{3}`;
  const mobile = String.raw`1[3-9]\d{9}`;
  // A run of digits that is one, or several put together with nothing between them.
  const ids = [
    ...[`^${id18}$`, `^${id15}$`, `^${id18}.{7,}`, `.{7,}${id18}$`],
    ...[`^${id15}${mobile}$`, `^${mobile}${id15}$`],
  ];
  // As people group them. A slash and a stroke below come from forms and file names.
  const between = String.raw`[\s\-‐‒–—.·•_/()]+`;
  return {
    id: new RegExp(ids.join('|'), 'i'),
    phone: new RegExp(`^(?:0{0,2}86|0)?(?:${mobile})+$`),
    between: new RegExp(between),
    run: new RegExp(`\\d+(?:${between}(?=[\\dX])\\d*X?)*X?`, 'gi'),
  };
};
let made: ReturnType<typeof makeForms> | undefined;

/** As most people say it, whatever numbers stand beside. */
const THREE = /^1[3-9]\d \d{4} \d{4}$/;
/** With what stands before it: the oldest browsers cannot look behind. */
const DATE =
  /(^|\D)(?:19|20)\d\d\s*[-./年]\s*(?:0?[1-9]|1[0-2])(?:\s*[-./月]\s*(?:0?[1-9]|[12]\d|3[01]))?(?!\d)/g;

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
  made ??= makeForms();
  const { id, phone, between, run: runs } = made;
  // As numbers of certificates are, of which a long list has one in each row.
  if (/^\d+$/.test(text)) return id.test(text) ? 'id' : phone.test(text) ? 'phone' : undefined;
  const plain = plainText(text);
  if (!/\d\D{0,3}(?:\d\D{0,3}){9}\d/.test(plain)) return undefined;
  for (const run of plain.match(/\d+X?/gi) ?? []) if (id.test(run)) return 'id';
  for (const run of plain.match(runs) ?? []) if (id.test(joined(run))) return 'id';
  for (const run of plain.match(/\d+/g) ?? []) if (phone.test(run)) return 'phone';
  // A span of months is as long as a mobile number.
  for (const run of plain.replace(DATE, '$1#').match(runs) ?? []) {
    const groups = run.split(between).filter(Boolean);
    if (isGrouped(groups) && phone.test(joined(run))) return 'phone';
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
