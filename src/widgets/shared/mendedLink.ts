/**
 * What a link of ours holds behind its #, whatever the programs did to it that it passed through: chat programs, mail,
 * spreadsheets and pages that lead on. It is mended as far as one can know how it was; what is missing is said.
 */
import { isPlan, PLAN_KEY } from '../../plan/index.ts';

export type MendedLink =
  /** A link with answers, or with a plan. What is cut has lost something, and its last field is not taken. */
  | { kind: 'answers' | 'plan'; fragment: string; isCut: boolean }
  /** The beginning of a link, or nothing but the sign before it. */
  | { kind: 'broken' };

/** Far beyond what any program makes of a link of ours. */
const LONGEST = 20_000;
/** How often something may have been encoded on top of what it was. */
const DEEPEST = 3;

/** Percent signs that were encoded themselves. */
const P = '%(?:25)*';
const hex = (...codes: string[]) => codes.map((code) => P + code).join('');
/** Of no width: byte order marks, joiners, marks of direction, soft hyphens; and breaks of lines. */
const UNSEEN = new RegExp(
  `\\p{Cf}|[\\r\\n\\t]|${hex('0[9AD]')}|${hex('E2', '80', '(?:8[B-F]|A[A-E])')}|${hex('E2', '81', 'A[0-9]')}|${hex('EF', 'BB', 'BF')}|${hex('C2', 'AD')}`,
  'giu',
);
/** The sign before a fragment, once too often. */
const SIGNS = new RegExp(`(^|&)(?:#|${P}23)+(?!x?\\d)`, 'gi');
/** An ampersand as HTML writes it, once or again and again. */
const ENTITY = new RegExp(`&(?:(?:amp|#0*38|#x0*26)(?:;|${P}3B))+`, 'gi');
/** An encoded ampersand before another field; in a step's name no plain = follows. */
const AND = new RegExp(`${P}26(?=[\\w.]+=)`, 'gi');
/** A name whose = was encoded, and with it all that follows. */
const ENCODED = new RegExp(`^[\\w.]*${P}3D`, 'i');
const WECHAT = new RegExp(`(?:#|${P}23)wechat_\\w*.*$`, 'i');
/** What programs add to count who passes links on. Ours have other names. */
const TRACKER =
  /^(?:from|isappinstalled|nsukey|scene|subscene|ascene|clicktime|enterid|sessionid|devicetype|nettype|lang|exportkey|pass_ticket|wx\w*|weixin\w*|share\w*|srcid|tdsourcetag|spm|scm|utm\w*|\w*clid|bd_vid|mc_\w+|mkt_\w+|timestamp|_\w*)(?:=|$)/i;

/**
 * Looks at a whole address.
 *
 * @returns undefined where it is no link of ours: without a fragment, or with the name of a heading
 */
export function mendedLink(href: string): MendedLink | undefined {
  const at = href.indexOf('#');
  if (at < 0 || href.length > LONGEST) return undefined;
  const raw = href.slice(at);
  const fields = fieldsOf(raw);
  const fragment = fields.join('&');
  if (!fragment.includes('=')) {
    const name = fragment.replace(/%.{0,2}$/, '');
    const isBeginning = name === 'v' || (name !== '' && PLAN_KEY.startsWith(name));
    return isBeginning || isBare(raw) ? { kind: 'broken' } : undefined;
  }
  const kind = isPlan(fragment) ? 'plan' : 'answers';
  const [, count] = /^(?:v|plan)=[\w.-]*(?:~|%7E)(\d{1,3})$/i.exec(fields[0] ?? '') ?? [];
  const end = fields.findIndex((field) => /^end(=|$)/.test(field));
  const isEnded = end >= 0;
  const own = isEnded ? fields.slice(0, end) : fields;
  // An older link says neither how much it holds nor where it ends.
  if (count === undefined) {
    return { kind, fragment: isEnded ? own.join('&') : withoutTail(own), isCut: false };
  }
  // Of the last one nobody knows whether it is whole: half of 90~60 is 90~6. How much there was is said by the first.
  const left = isEnded || own.length === 1 ? own : own.slice(0, -1);
  // Answers have one more field of their own in front, with the result.
  const isCut = left.length - (kind === 'plan' ? 1 : 2) < Number(count);
  // It may go on to another page, where nothing more must be taken from it.
  return { kind, fragment: [...left, 'end=1'].join('&'), isCut };
}

/** The fields as they were written, without what others put among them. */
function fieldsOf(text: string): string[] {
  const plain = text.replace(UNSEEN, '').replace(SIGNS, '$1').replace(WECHAT, '');
  const fields = split(plain, DEEPEST).filter((field) => field !== '' && !TRACKER.test(field));
  // A plan is encoded as it is made; encoded as a whole address once more, its percent signs are, and nothing else.
  const again = /^plan=[\w.-]*%((?:25)+)7E/i.exec(fields[0] ?? '')?.[1];
  const sign = new RegExp(`%${again}`, 'g');
  return again ? fields.map((field) => field.replace(sign, '%')) : fields;
}

function split(text: string, deepest: number): string[] {
  const [own = ''] = text.replace(ENTITY, '&').split('#');
  return own
    .replace(AND, '&')
    .split('&')
    .flatMap((field) =>
      deepest > 0 && ENCODED.test(field) ? split(asciiOf(field), deepest - 1) : field,
    );
}

/** Undoes one encoding of the signs that hold a link together; of half a Chinese character nothing could be undone. */
const asciiOf = (text: string): string =>
  text.replace(/%([0-7][0-9A-F])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** Without what the sentence around a link left at its end. A step's name may end in anything. */
function withoutTail(fields: string[]): string {
  const last = fields.at(-1) ?? '';
  if (/^(?:step|publicity)=|\.\.\.|…|%E2%80%A6/i.test(last)) return fields.join('&');
  const [kept = last] = /^[\w.]+=[\w.~-]*/.exec(asciiOf(last)) ?? [];
  return [...fields.slice(0, -1), kept.replace(/\.+$/, '')].join('&');
}

/** The sign alone, or with nothing behind it but punctuation. */
function isBare(raw: string): boolean {
  try {
    return /^#[\s\p{P}]*$/u.test(decodeURIComponent(raw));
  } catch {
    return true;
  }
}
