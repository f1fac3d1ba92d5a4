/** A notice's facts, as texts and pages may name them. */
import { addYears, type FullNotice, fill, type Node, type Rule } from '../calculator/index.ts';
import { nodesOf } from './clauses.ts';

const NUMERALS = '〇一二三四五六七八九十';
/** 三; beyond ten in figures. */
export const inChinese = (n: number): string => NUMERALS[n] ?? String(n);

/**
 * Every fact that pages name with `<Fact of="…" />`, and titles and descriptions as `{…}`. Days have names of their own:
 * see `<Day>`.
 *
 * @example factsOf(notice).get('year') // '2026'
 */
export function factsOf(
  notice: Pick<FullNotice, 'year' | 'number' | 'publicity' | 'specialties' | 'questions'> & {
    rules: Pick<Rule, 'id' | 'tree'>[];
  },
): Map<string, string> {
  const facts = new Map<string, string>([
    ['year', String(notice.year)],
    ['number', notice.number],
    ['publicity.workdays', String(notice.publicity.workdays)],
    ['specialties.count', String(notice.specialties.list.length)],
  ]);
  const byKey = new Map<string, string[]>();
  for (const question of notice.questions) {
    if (question.type !== 'amounts') continue;
    byKey.set(question.key, [...(byKey.get(question.key) ?? []), question.part]);
  }
  for (const [key, years] of byKey) {
    facts.set(`${key}.years`, years.join('、'));
    facts.set(`${key}.count`, inChinese(years.length));
    facts.set(`${key}.earlier`, years.slice(0, -1).join('、'));
    facts.set(`${key}.last`, years.at(-1) ?? '');
  }
  for (const { id, tree } of notice.rules) {
    const barred = nodesOf(tree).find((node) => 'barred' in node);
    if (barred) {
      facts.set(`${id}.years`, String(barred.years));
      facts.set(`${id}.yearsInWords`, inChinese(barred.years));
    }
  }
  return facts;
}

/** How far back an example in a text may go from the service cutoff. */
const YEARS_BACK = 10;

/** What texts in YAML may use, filled in when the notice is loaded. Years asked for together stand as a range. */
export function slotsOf(notice: FullNotice): Record<string, string> {
  const { cutoffs, stages, questions, publicity, specialties } = notice;
  const years = questions.flatMap((question) => (question.type === 'amounts' ? question.part : []));
  const slots: Record<string, string> = {
    year: String(notice.year),
    workdays: String(publicity.workdays),
    specialties: String(specialties.list.length),
    creditYears: years.length > 1 ? `${years[0]}–${years.at(-1)}` : years.join(''),
    firstCreditYear: years[0] ?? '',
    serviceCutoff: cutoffs.service.on,
    evidenceCutoff: cutoffs.evidence.on,
    windowOpens: stages[0].opens ?? '',
    windowCloses: stages[0].closes,
    ...Object.fromEntries(stages.map(({ id, closes }) => [`${id}Closes`, closes])),
  };
  for (let n = 1; n <= YEARS_BACK; n += 1) {
    slots[`serviceCutoffLess${n}`] = addYears(cutoffs.service.on, -n);
  }
  return slots;
}

/** What answers may use besides: they name the specialties. */
export const answerSlots = (notice: FullNotice): Record<string, string> => ({
  ...slotsOf(notice),
  specialtyNames: notice.specialties.list.map(({ name }) => name).join('、'),
});

/** What is wrong with a text's slots; of those that go back from the cutoff one stands for all. */
export function wrongSlots(text: string, allowed: string[]): string[] {
  const told = allowed.filter((name) => !/Less([2-9]|10)$/.test(name));
  const unknown = [...text.matchAll(/\{([^}]*)\}/g)]
    .filter(([, name = '']) => !allowed.includes(name))
    .map(([slot]) => `这里不能用 ${slot}，可以用：${told.join('、')}。`);
  const [stray] = /[{}].{0,16}/u.exec(text.replace(/\{[^}]*\}/g, '')) ?? [];
  if (stray === undefined) return unknown;
  return [...unknown, `“${stray}”的花括号没有配成一对，要写成 {…}，可以用：${told.join('、')}。`];
}

/** Puts the notice's facts into the words of a tree; what depends on the person's answers stays. */
export function fillTree(node: Node, slots: Record<string, string>): void {
  for (const one of nodesOf(node)) {
    const own = 'least' in one ? { ...slots, ...leastOf(one.least) } : slots;
    for (const text of Object.values(one)) if (isText(text)) fillText(text, own);
    if ('outcome' in one) fillText(one, own);
    if ('least' in one) {
      for (const least of one.least) {
        least.reason = fill(least.reason, own);
        least.remedy.thisYear = fill(least.remedy.thisYear, own);
        least.remedy.earlier = fill(least.remedy.earlier, own);
      }
      for (const branch of one.branches) fillText(branch, own);
    }
  }
}
const isText = (value: unknown): value is { reason: string; remedy?: string } =>
  typeof value === 'object' && value !== null && 'reason' in value;
function fillText(
  text: { reason: string; remedy?: string | undefined },
  slots: Record<string, string>,
) {
  text.reason = fill(text.reason, slots);
  if (text.remedy !== undefined) text.remedy = fill(text.remedy, slots);
}
/** The least amounts of an `each`, by the id of the amount. */
export const leastOf = (least: { amount: string; value: number }[]): Record<string, string> =>
  Object.fromEntries(least.map(({ amount, value }) => [amount, String(value)]));
