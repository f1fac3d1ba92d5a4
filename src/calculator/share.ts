import { collect, type Field, issueFor } from './answers.ts';
import { assess } from './assess.ts';
import { answerTo, modelOf } from './model.ts';
import type { Amounts, Answers, Issue, Notice, Outcome, Verdict } from './types.ts';

/** Far beyond what answers need; a longer fragment is not ours. */
const LONGEST = 4000;
const VERSION = 'v';
const RESULT = 'r';
const TOLD = /^\w{1,40}\.(unmet|review|unknown)$/;
/** As JSON would write an amount. Limits and steps are the question’s to check. */
const NUMBER = /^\d{1,6}(\.\d{1,3})?$/;

/** A rule that was not met when a link was made, as the link claims it: `postApproval.review`. */
export type Told = `${string}.${Exclude<Outcome, 'met'>}`;

/**
 * Answers as the text of a URL fragment, without `#`:
 * `v=2026.1&r=review~postApproval.review&target=engineer&…&credits.2024=90~60`. It carries the version of the rules,
 * the verdict that they gave and which rules were not met, so that a later reader can be told what changed. Keys are
 * names, so links survive a change of order or wording.
 */
export function encodeAnswers(notice: Notice, answers: Answers): string {
  const { verdict, findings } = assess(notice, answers);
  const result: string[] = [verdict];
  for (const { rule, outcome } of findings)
    if (outcome !== 'met') result.push(`${rule}.${outcome}`);
  const pairs = [
    [VERSION, notice.version],
    [RESULT, result.join('~')],
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
 * @returns `version`, `verdict` and `told` as the link claims them, where it does so in a form that makes sense
 */
export function decodeAnswers(
  notice: Notice,
  text: string,
): { answers: Answers; dropped: Issue[]; version?: string; verdict?: Verdict; told?: Told[] } {
  const model = modelOf(notice);
  const body = text.replace(/^#/, '');
  if (body.length > LONGEST) return { answers: {}, dropped: [issueFor(model, '', 'linkTooLong')] };

  const fields: Field[] = [];
  const seen = new Map<string, string | undefined>();
  for (const pair of body.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const key = decoded(at < 0 ? pair : pair.slice(0, at)) ?? pair;
    const value = at < 0 ? undefined : decoded(pair.slice(at + 1));
    if (seen.has(key)) fields.push([key, { problem: 'repeated' }]);
    else {
      seen.set(key, value);
      if (key !== VERSION && key !== RESULT)
        fields.push([
          key,
          value === undefined ? { problem: 'unreadable' } : { value: read(notice, key, value) },
        ]);
    }
  }

  const { answers, issues } = collect(model, fields);
  const version = seen.get(VERSION) ?? '';
  const [verdict = '', ...rest] = (seen.get(RESULT) ?? '').split('~');
  return {
    answers,
    dropped: issues,
    ...(/^[\w.-]{1,20}$/.test(version) && { version }),
    ...(Object.hasOwn(notice.wording.verdicts, verdict) && {
      verdict: verdict as Verdict,
      told: rest.filter((one): one is Told => TOLD.test(one)),
    }),
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
