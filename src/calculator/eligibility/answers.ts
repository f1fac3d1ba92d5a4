import { isRealDate } from '../dates.ts';
import type {
  Amounts,
  AmountsQuestion,
  Answer,
  Answers,
  Asking,
  AskingNotice,
  AskingQuestion,
  Issue,
  ProblemId,
  QuestionId,
} from '../types.ts';
import { type CompiledNotice, compiled } from './compiled.ts';
import { fill } from './fill.ts';
import { exact } from './walk.ts';

type Parsed = { answer: Answer } | { issue: Issue };

/**
 * Turns anything at all into answers, or says what is wrong with each field. Never throws.
 *
 * The notice's questions say what is accepted: nothing is coerced, nothing unknown passes, and a key whose value is
 * undefined counts as not answered. An answer to a question that does not apply is kept.
 *
 * @param input usually parsed JSON; may be hostile
 * @returns fresh answers, or the issues, one a field (`credits.2024` for a year)
 * @see src/calculator/README.md: Answers
 *
 * @example parseAnswers(notice, { target: 'engineer' }) // { answers: { target: 'engineer' } }
 */
export function parseAnswers(
  notice: AskingNotice,
  input: unknown,
): { answers: Answers } | { issues: Issue[] } {
  const model = compiled(notice);
  const fields = flatten(model, input);
  if (!fields) return { issues: [issue(model, '', 'notAnObject')] };
  const { answers, issues } = collect(model, fields);
  return issues.length ? { issues } : { answers };
}

/** What was given under one name: its value, or why there is none to look at. */
type Field = [QuestionId, { value: unknown } | { problem: ProblemId }];

/** Parses each field by itself: what is right is kept, what is wrong is named. */
export function collect(
  model: CompiledNotice,
  fields: Field[],
): { answers: Answers; issues: Issue[] } {
  let answers: Answers = {};
  const issues: Issue[] = [];
  for (const [field, read] of fields) {
    const question = model.questions.get(field);
    const say = ({ message }: Issue) =>
      // Among several problems each says of which question it is.
      issues.push({
        field,
        message: question
          ? fill(model.notice.wording.named, { title: question.title, message })
          : message,
      });
    if ('problem' in read) say(issue(model, field, read.problem));
    else if (!question) say(issue(model, field, 'unknownQuestion'));
    else if (read.value !== undefined) {
      const parsed = parseAnswer(model.notice, question, read.value);
      if ('issue' in parsed) say(parsed.issue);
      else answers = withAnswer(answers, question, parsed.answer);
    }
  }
  return { answers, issues };
}

/**
 * Parses the answer to one question, for a form that checks a field as it is left.
 *
 * @param value a string, or for amounts a record of numbers
 *
 * @example parseAnswer(notice, notice.questions[0], 'engineer') // { answer: 'engineer' }
 */
export function parseAnswer(
  notice: AskingNotice,
  question: AskingQuestion,
  value: unknown,
): Parsed {
  const fail = (problem: ProblemId, slots: Record<string, string | number> = {}): Parsed => ({
    issue: issue(compiled(notice), question.id, problem, slots),
  });
  const isOption = typeof value === 'string' && question.options.some((o) => o.value === value);
  if (isOption) return { answer: value };

  if (question.type === 'date') {
    if (typeof value !== 'string' || !isRealDate(value)) return fail('notADate');
    const { earliest, latest } = question;
    if (value < earliest || value > latest) return fail('dateOutOfRange', { earliest, latest });
    return { answer: value };
  }
  return question.type === 'amounts' ? parseAmounts(question, value, fail) : fail('notAnOption');
}

function parseAmounts(
  question: Asking<AmountsQuestion>,
  value: unknown,
  fail: (problem: ProblemId, slots?: Record<string, string | number>) => Parsed,
): Parsed {
  const labels = question.amounts.map((amount) => amount.label).join('、');
  const entries = entriesOf(value);
  if (!entries || entries.length !== question.amounts.length) return fail('notAmounts', { labels });
  const given = new Map(entries);
  const amounts: Amounts = {};
  for (const { id, label, least, most, step, within } of question.amounts) {
    const read = given.get(id);
    const n = read && 'value' in read ? read.value : undefined;
    if (typeof n !== 'number') return fail('notAmounts', { labels });
    // Written so that NaN fails too.
    if (!(n >= least && n <= most)) return fail('amountOutOfRange', { label, least, most });
    // As decimals are counted, not as binary fractions are: 0.3 is three steps of 0.1.
    if (n !== exact(Math.round(n / step) * step)) return fail('amountStep', { label, step });
    // No number is greater than one that is not there.
    if (n > (amounts[within as string] as number)) {
      const other = question.amounts.find((amount) => amount.id === within)?.label ?? '';
      return fail('amountExceeds', { label, other });
    }
    // Adding zero turns -0 into 0, so that answers survive a share link unchanged.
    amounts[id] = n + 0;
  }
  return { answer: amounts };
}

/**
 * The answers with one more, or one replaced; the answers given stay as they are.
 *
 * @example withAnswer({ route: 'skilled' }, notice.questions[0], 'engineer') // { route: 'skilled', target: 'engineer' }
 */
export function withAnswer(answers: Answers, question: AskingQuestion, answer: Answer): Answers {
  if (question.type !== 'amounts') return { ...answers, [question.id]: answer as string };
  const { key, part } = question;
  return { ...answers, [key]: { ...(answers[key] as object), [part]: answer } };
}

/** One level deep, so that `{ credits: { 2024: … } }` becomes `credits.2024`. */
function flatten(model: CompiledNotice, input: unknown): Field[] | undefined {
  const entries = entriesOf(input);
  if (!entries) return undefined;
  return entries.flatMap(([key, read]): Field[] => {
    // `credits.2024` is how a year is named, not how it is given.
    if (typeof model.places.get(key) !== 'object')
      return [[key, key.includes('.') ? { problem: 'unknownQuestion' } : read]];
    if ('problem' in read) return [[key, read]];
    if (read.value === undefined) return [];
    const years = entriesOf(read.value);
    if (!years) return [[key, { problem: 'notAnObject' }]];
    return years.map(([year, inner]) => [`${key}.${year}`, inner]);
  });
}

/** Own enumerable entries, each read once; undefined for what is no plain record. Getters and proxies may throw. */
function entriesOf(value: unknown): Field[] | undefined {
  try {
    // Neither an array nor a Map, whose entries would pass unseen.
    if ({}.toString.call(value) !== '[object Object]') return undefined;
    return Object.keys(value as object).map((key) => {
      try {
        return [key, { value: (value as Record<string, unknown>)[key] }];
      } catch {
        return [key, { problem: 'unreadable' }];
      }
    });
  } catch {
    return undefined;
  }
}

function issue(
  model: CompiledNotice,
  field: QuestionId,
  problem: ProblemId,
  slots: Record<string, string | number> = {},
): Issue {
  // A hostile key may be of any length, or words that a reader would take for ours; a mistyped one has to be recognisable.
  const message = fill(model.notice.wording.problems[problem], {
    field: /^[\w.-]{0,40}$/.test(field) ? field : '…',
    ...slots,
  });
  return { field, message };
}

export { type Field, issue as issueFor };
