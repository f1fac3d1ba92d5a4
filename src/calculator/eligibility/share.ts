import type {
  Amounts,
  Answers,
  AskingNotice,
  AskingQuestion,
  Issue,
  Outcome,
  Verdict,
} from '../types.ts';
import { collect, type Field, issueFor } from './answers.ts';
import { assess } from './assess.ts';
import { answerTo, compiled } from './compiled.ts';

/** Far beyond what answers need; a longer fragment is not ours. */
const LONGEST = 4000;
const VERSION = 'v';
const RESULT = 'r';
/** The last field. Nothing hangs on its value: what a chat program takes from a link's end, or adds to it, does no harm. */
const END = 'end';
const TOLD = /^\w{1,40}\.(unmet|review|unknown)$/;
/** As JSON would write an amount. Limits and steps are the question’s to check. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A rule that was not met when a link was made, as the link claims it: `postApproval.review`. */
export type Told = `${string}.${Exclude<Outcome, 'met'>}`;

/**
 * Answers as the text of a URL fragment, without `#`:
 * `v=2026.1~12&r=review~postApproval.review&target=engineer&…&credits.2024=90~60&end=1`. It carries the version of the
 * rules, the verdict that they gave and which rules were not met, so that a later reader can be told what changed; and
 * the number of answers, by which a link that was cut is known. Keys are names, so links survive a change of order or
 * wording.
 *
 * @example encodeAnswers(notice, { target: 'engineer' }).includes('&target=engineer&') // true
 */
export function encodeAnswers(notice: AskingNotice, answers: Answers): string {
  const { verdict, findings } = assess(notice, answers);
  const result = [
    verdict,
    ...findings.flatMap(({ rule, outcome }) => (outcome === 'met' ? [] : `${rule}.${outcome}`)),
  ];
  const given = notice.questions.flatMap((question) => {
    const answer = answerTo(answers, question);
    if (answer === undefined) return [];
    const text =
      typeof answer === 'string' || question.type !== 'amounts'
        ? answer
        : question.amounts.map(({ id }) => answer[id]).join('~');
    return `${question.id}=${text}`;
  });
  // Ids, days and numbers: nothing in it needs to be encoded.
  const start = `${VERSION}=${notice.version}~${given.length}&${RESULT}=${result.join('~')}`;
  return [start, ...given, `${END}=1`].join('&');
}

/**
 * Reads a fragment back. Whatever is still valid is kept; the rest is listed in `dropped`. Never throws.
 *
 * @param text with or without the leading `#`; hostile until parsed
 * @returns `version`, `verdict` and `told` as the link claims them, where it does so in a form that makes sense
 *
 * @example decodeAnswers(notice, '#target=engineer').answers // { target: 'engineer' }
 */
export function decodeAnswers(
  notice: AskingNotice,
  text: string,
): { answers: Answers; dropped: Issue[]; version?: string; verdict?: Verdict; told?: Told[] } {
  const model = compiled(notice);
  const body = text.replace(/^#/, '');
  if (body.length > LONGEST) return { answers: {}, dropped: [issueFor(model, '', 'linkTooLong')] };

  const fields: Field[] = [];
  const seen = new Map<string, string>();
  for (const pair of body.split('&')) {
    if (pair === '') continue;
    const plain = decoded(pair);
    const [key = '', ...rest] = (plain ?? pair).split('=');
    const value = rest.join('=');
    // What follows was added on the way: trackers, or the text that the link stood in.
    if (key === END) break;
    if (seen.has(key)) fields.push([key, { problem: 'repeated' }]);
    else if (key !== VERSION && key !== RESULT)
      fields.push([
        key,
        plain && rest.length
          ? { value: read(model.questions.get(key), value) }
          : { problem: 'unreadable' },
      ]);
    seen.set(key, seen.get(key) ?? value);
  }

  const { answers, issues } = collect(model, fields);
  const [version] = /^[\w.-]{1,20}(?=~|$)/.exec(seen.get(VERSION) ?? '') ?? [];
  const [verdict = '', ...rest] = (seen.get(RESULT) ?? '').split('~');
  return {
    answers,
    dropped: issues,
    ...(version && { version }),
    ...(Object.hasOwn(notice.wording.verdicts, verdict) && {
      verdict: verdict as Verdict,
      told: rest.filter((one): one is Told => TOLD.test(one)),
    }),
  };
}

/** Amounts are written `90~60`, in the question's order; what is not written so stays text, which no amounts are. */
function read(question: AskingQuestion | undefined, text: string): string | Amounts {
  const parts = text.split('~');
  return question?.type === 'amounts' &&
    parts.length === question.amounts.length &&
    parts.every((part) => NUMBER.test(part))
    ? Object.fromEntries(question.amounts.map(({ id }, index) => [id, Number(parts[index])]))
    : text;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
