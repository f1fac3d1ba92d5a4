import { collect, type Field, issueFor } from './answers.ts';
import { assess } from './assess.ts';
import { answerTo, modelOf } from './model.ts';
import type { Amounts, Answers, Issue, Notice, Verdict } from './types.ts';

/** Far beyond what answers need; a longer fragment is not ours. */
const LONGEST = 4000;
const VERSION = 'v';
const VERDICT = 'r';
/** As JSON would write an amount. Limits and steps are the question’s to check. */
const NUMBER = /^\d{1,6}(\.\d{1,3})?$/;

/**
 * Answers as the text of a URL fragment, without `#`: `v=2026.1&r=likely&target=engineer&…&credits.2024=90~60`.
 * It carries the version of the rules and the verdict that they gave, so that a later reader can be told what
 * changed. Keys are names, so links survive a change of order or wording.
 */
export function encodeAnswers(notice: Notice, answers: Answers): string {
  const pairs: [string, string][] = [
    [VERSION, notice.version],
    [VERDICT, assess(notice, answers).verdict],
  ];
  for (const question of notice.questions) {
    const answer = answerTo(answers, question);
    if (answer === undefined) continue;
    const text =
      typeof answer === 'string' || question.type !== 'amounts'
        ? String(answer)
        : question.amounts.map(({ id }) => answer[id]).join('~');
    pairs.push([question.id, text]);
  }
  return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}

/**
 * Reads a fragment back. Whatever is still valid is kept; the rest is listed in `dropped`. Never throws.
 *
 * @param text with or without the leading `#`; hostile until parsed
 * @returns `version` and `verdict` as the link claims them, where it does so in a form that makes sense
 */
export function decodeAnswers(
  notice: Notice,
  text: string,
): { answers: Answers; dropped: Issue[]; version?: string; verdict?: Verdict } {
  const model = modelOf(notice);
  const body = text.replace(/^#/, '');
  if (body.length > LONGEST) return { answers: {}, dropped: [issueFor(model, '', 'linkTooLong')] };

  const fields: Field[] = [];
  const seen = new Set<string>();
  const repeated: Issue[] = [];
  const carried = new Map<string, string>();
  for (const pair of body.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const key = decoded(at < 0 ? pair : pair.slice(0, at)) ?? pair;
    const value = at < 0 ? undefined : decoded(pair.slice(at + 1));
    if (seen.has(key)) repeated.push(issueFor(model, key, 'repeated'));
    else if (key === VERSION || key === VERDICT) carried.set(key, value ?? '');
    else if (value === undefined) fields.push([key, { problem: 'unreadable' }]);
    else fields.push([key, { value: read(notice, key, value) }]);
    seen.add(key);
  }

  const { answers, issues } = collect(model, fields);
  const version = carried.get(VERSION) ?? '';
  const verdict = carried.get(VERDICT) ?? '';
  return {
    answers,
    dropped: [...issues, ...repeated],
    ...(/^[\w.-]{1,20}$/.test(version) && { version }),
    ...(Object.hasOwn(notice.wording.verdicts, verdict) && { verdict: verdict as Verdict }),
  };
}

/** Amounts are written `90~60`, in the question's order; what is not written so stays text, which no amounts are. */
function read(notice: Notice, key: string, text: string): string | Amounts {
  const question = modelOf(notice).questions.get(key);
  if (question?.type !== 'amounts') return text;
  const parts = text.split('~');
  const written =
    parts.length === question.amounts.length && parts.every((part) => NUMBER.test(part));
  if (!written) return text;
  return Object.fromEntries(question.amounts.map(({ id }, index) => [id, Number(parts[index])]));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
