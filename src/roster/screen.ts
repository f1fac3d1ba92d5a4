/** What follows for each person: the calculator decides, and nothing is decided here. */
import {
  type Answers,
  type Assessment,
  assess,
  carriedOver,
  type Finding,
  fill,
  isDecisive,
  metFrom,
  type Notice,
  nextYear,
  outlook,
  type Verdict,
} from '../calculator/index.ts';
import type { RosterNotice, RosterRow, ScreenedRow, Summary } from './types.ts';

type Result = Omit<ScreenedRow, keyof RosterRow>;
/** With the answers that it follows from: rows alike share both. */
type Kept = Result & Pick<RosterRow, 'answers' | 'asWritten'>;

/** Different sets of answers of which the result is kept; a roster has fewer than people. */
const MOST_KEPT = 5000;

/**
 * Every row with its result, under this year's notice or the next one's, which is assumed to be this one moved on by a
 * year.
 *
 * @example screen(notice, rows)[0].verdict // 'incomplete'
 */
export function screen(
  notice: RosterNotice,
  rows: RosterRow[],
  { next = false }: { next?: boolean } = {},
): ScreenedRow[] {
  return rows.map(screener(notice, next));
}

/** Screens one row after another; what the same answers gave is remembered. */
export function screener(notice: RosterNotice, next: boolean): (row: RosterRow) => ScreenedRow {
  const kept = new Map<string, Kept>();
  const results = new Map<string, Result>();
  // Rows that say the same share their answers: known without being read.
  const known = new WeakMap<Answers, Kept>();
  const keptOf = ({ answers, asWritten }: RosterRow): Kept => {
    // Rows that share a result share what they are sent as; of the same answers one may lack the day that another gave.
    const said = JSON.stringify(answers);
    const key = said + (asWritten ? JSON.stringify(asWritten) : '');
    let all = kept.get(key);
    if (!all) {
      const result = results.get(said) ?? resultOf(notice, answers, next);
      all = { answers, ...result, ...(asWritten && { asWritten }) };
      if (results.size < MOST_KEPT) results.set(said, result);
      if (kept.size < MOST_KEPT) kept.set(key, all);
    }
    return all;
  };
  return (row) => {
    let result = known.get(row.answers);
    if (!result) {
      result = keptOf(row);
      known.set(row.answers, result);
    }
    const { at, name, department, problems, sameAs } = row;
    // The spread first: so it is a copy, and not one property after the other.
    const screened: ScreenedRow = { ...result, at, name, department, problems };
    if (sameAs !== undefined) screened.sameAs = sameAs;
    return screened;
  };
}

/** The notice that is applied, and the answers as it takes them. */
function applied(
  notice: RosterNotice,
  answers: Answers,
  next: boolean,
): { notice: Notice; answers: Answers } {
  if (!next) return { notice, answers };
  const moved = nextYear(notice);
  return { notice: moved, answers: carriedOver(moved, answers) };
}

function resultOf(notice: RosterNotice, answers: Answers, next: boolean): Result {
  const under = applied(notice, answers, next);
  const assessment = assess(under.notice, under.answers);
  const { verdict, findings, earliestYear } = assessment;
  const thisYear = next ? assess(notice, answers) : assessment;
  const earliestYearMadeUp = madeUp(assessment, thisYear, next);
  const by =
    verdict === 'outOfScope'
      ? undefined
      : !next && isInTime(findings)
        ? notice.stages[0].closes
        : earliestYearMadeUp && `${notice.year}-12-31`;
  // Under the next notice nobody has the credits of its own year yet: there it is said of everybody.
  const then = !next && verdict === 'likely' ? undefined : ahead(notice, answers, thisYear);
  const short = findings.flatMap((one) => {
    if (!next && one.outcome === 'met') return fromWhen(notice, one);
    const isOpen = next ? then?.open.has(one.rule) : isDecisive(notice, assessment, one);
    return isOpen ? inShort(notice, under.notice, one) : [];
  });
  return {
    verdict,
    short: short.join('；'),
    ...(by && { by }),
    ...(earliestYear !== undefined && { earliestYear }),
    ...(earliestYearMadeUp !== undefined && { earliestYearMadeUp }),
    ...(then && { nextYear: then.state }),
  };
}

/**
 * The first year that may be better where amounts are made up by the end of the notice's own year. The next notice is
 * assumed for a year that has not come: what is made up before counts under it as it does under this one.
 */
function madeUp(
  { earliestYear, earliestYearMadeUp }: Assessment,
  { earliestYearMadeUp: year }: Assessment,
  next: boolean,
): number | undefined {
  if (!next || earliestYear === undefined) return earliestYearMadeUp;
  return year !== undefined && year < earliestYear ? year : earliestYearMadeUp;
}

/**
 * Whether amounts alone are short: made up before applications close, they may do for this very year, as the self-check
 * says. Whether those of a year that is over can be, nobody here knows.
 */
function isInTime(findings: Finding[]): boolean {
  const unmet = findings.filter(({ outcome }) => outcome === 'unmet');
  return unmet.length > 0 && unmet.every(({ shortfall }) => shortfall?.kind === 'amounts');
}

const titleOf = ({ rules }: Notice, rule: string): string =>
  rules.find(({ id }) => id === rule)?.title ?? rule;

/** From which day on a rule is met, where that lies within the window. */
function fromWhen(notice: RosterNotice, finding: Finding): string[] {
  const day = metFrom(notice, finding);
  const title = titleOf(notice, finding.rule);
  return day ? [fill(notice.roster.out.notBefore, { title, day })] : [];
}

/** A rule's name, with the figure that is short. */
function inShort(
  { roster: { out } }: RosterNotice,
  notice: Notice,
  { rule, outcome, shortfall }: Finding,
): string {
  const title = titleOf(notice, rule);
  switch (shortfall?.kind) {
    case 'years':
      return fill(out.lacksYears, { title, years: shortfall.years, day: shortfall.reachedOn });
    case 'ban':
      return fill(out.lacksBan, { title, day: shortfall.endsOn });
    case 'amounts': {
      const names = new Map(
        notice.questions.flatMap((question) =>
          question.type === 'amounts'
            ? [...question.amounts, ...(question.derived ?? [])].map(
                ({ id, name, label }) => [id, name ?? label] as const,
              )
            : [],
        ),
      );
      const years = [...new Set(shortfall.inYears.map(({ year }) => year))].map((year) => {
        const parts = shortfall.lacking
          .filter((one) => one.year === year)
          .map(({ amount, have, need }) => `${names.get(amount) ?? amount} ${need - have}`);
        return fill(out.lacksAmounts, { year, parts: parts.join('、') });
      });
      return fill(out.lacks, { title, what: years.join('，') });
    }
    default:
      return fill(out.lacks, { title, what: notice.wording.outcomes[outcome] });
  }
}

/** How somebody stands next year who has no good result this year, and the rules that leave it open. */
function ahead(
  notice: RosterNotice,
  answers: Answers,
  thisYear: Assessment,
): { state: NonNullable<ScreenedRow['nextYear']>; open: Set<string> } {
  const { year, items } = outlook(notice, answers, thisYear);
  const open = items.filter(
    ({ state, year: of }) =>
      // Everybody has the credits of the year to come still before them.
      !(state === 'toDo' && of === year) && state !== 'holds' && state !== 'byTime',
  );
  const has = (wanted: string) => open.some(({ state }) => state === wanted);
  return {
    state: has('notByThen') ? 'no' : has('ask') ? 'ask' : has('toDo') ? 'toDo' : 'ready',
    open: new Set(open.map(({ rule }) => rule)),
  };
}

/**
 * How many have which result, and how those without a good one stand next year.
 *
 * @example summaryOf(notice, screen(notice, rows)).verdicts.incomplete // 1
 */
export function summaryOf(notice: RosterNotice, rows: readonly ScreenedRow[]): Summary {
  const verdicts = Object.fromEntries(
    Object.keys(notice.wording.verdicts).map((verdict) => [verdict, 0]),
  ) as Record<Verdict, number>;
  const ahead = { ready: 0, toDo: 0, ask: 0, no: 0 };
  for (const row of rows) {
    verdicts[row.verdict] += 1;
    if (row.nextYear) ahead[row.nextYear] += 1;
  }
  return { people: rows.length, verdicts, nextYear: ahead };
}
