/**
 * What a result says first, and what is copied and printed with it: one sentence, what blocks it, and what to do by
 * when. Once applications are closed, what is to be done is for the next year. Pure; today is always passed in.
 */
import {
  type Advice,
  type AmountsQuestion,
  type Answers,
  type Assessment,
  advise,
  assess,
  daysBetween,
  explain,
  type Finding,
  fill,
  type IsoDate,
  isDecisive,
  metFrom,
  nextYear,
  type OutlookItem,
  outlook,
  type SelfCheckNotice,
  spanInWords,
  type Task,
} from '../../../calculator/index.ts';
import { inProse } from '../../../plan/index.ts';
import { daysLeft } from '../status.ts';
import { ruleTitle } from './findings.ts';

/** One thing to do, with its day in words. */
export interface ToDo {
  when: string;
  text: string;
}

export interface FirstThings {
  /** The verdict; where the notice does not concern somebody, why. */
  heading: string;
  /** With the year, and that it is closed once it is. */
  sentence: string;
  /** Until when people apply; absent once that is over. */
  until?: string;
  /** The first year that may be better. */
  earliest?: string;
  /** Where the verdict stands and questions are left: what they still matter for. */
  open?: string;
  /** What is wanting, each with its figure. */
  blocks: string[];
  toDos: ToDo[];
  /** Whether a day among them is only assumed. */
  assumed: boolean;
  /** What of all that is to be done has a day, for the timeline: none of them is past. */
  tasks: Task[];
  /** This year's applications are over, or too early for whoever has to wait. */
  forNext: boolean;
  /** Nothing that the person or the employer could do would bring it under this notice. */
  elsewhere: boolean;
}

/** More than this does not fit on the first screen of a phone. */
const MOST = 3;

/** @param today undefined where the device's clock cannot be right */
export function firstThings(
  notice: SelfCheckNotice,
  answers: Answers,
  today: IsoDate | undefined,
): FirstThings {
  const assessment = assess(notice, answers);
  const { verdict, findings, missing, settled } = assessment;
  const { verdicts, result } = notice.wording;
  const deciding = findings.filter((finding) => isDecisive(notice, assessment, finding));
  const [application] = notice.stages;
  const closed = today !== undefined && today > application.closes;
  const words = verdicts[verdict];
  const outside = verdict === 'outOfScope';
  const next = outlook(notice, answers, assessment).items;
  const elsewhere =
    outside &&
    deciding.some(({ rule }) => next.some((one) => one.rule === rule && one.state !== 'toDo'));
  const advice = advise(notice, answers);
  const tooLate = isTooLate(advice, findings);
  const forNext = closed || tooLate;
  const things =
    forNext || elsewhere
      ? forNextYear(notice, assessment, next, advice, today)
      : forThisYear(notice, assessment);
  // Reference values may be wrong: nobody is to give up on them alone while there is time to ask, or for years.
  const forYears = things.some(({ years }) => years !== undefined);
  if (verdict === 'unlikely' && (!closed || forYears) && !things.some(({ kind }) => kind === 'ask'))
    things.push({ kind: 'ask', text: words.next, by: closed ? undefined : askBy(notice) });
  const wanted = outside ? ofScope(things, deciding, elsewhere) : things;
  const { chosen, merged } = choose(notice, wanted, deciding, verdict === 'incomplete', elsewhere);
  const earliest = earliestInWords(notice, assessment, today, !forNext);
  return {
    heading: outside ? heading(notice, deciding) : words.label,
    sentence: fill(closed ? words.closed : words.summary, { year: notice.year }),
    ...(!closed && { until: untilInWords(notice, today) }),
    ...(earliest && { earliest }),
    ...(settled && missing.length > 0 && { open: fill(result.settledOpen, { year: notice.year }) }),
    // One errand that names them all says it already.
    blocks: verdict === 'review' && merged ? [] : blocksOf(notice, assessment, deciding),
    toDos: chosen.map(({ text, ...thing }) => ({ when: whenInWords(notice, thing, today), text })),
    assumed: chosen.some((thing) => thing.assumed),
    tasks: wanted.flatMap(({ task }) => (task && !(today && task.on < today) ? [task] : [])),
    forNext,
    elsewhere,
  };
}

/** Whoever is out of scope is told why, not what that is called. */
const heading = (notice: SelfCheckNotice, [first]: Finding[]): string =>
  first ? trimmed(explain(notice, first).reason) : '';

/** What concerns the scope. Where something else than this notice is meant, its days are none of theirs. */
const ofScope = (things: Thing[], deciding: Finding[], elsewhere: boolean): Thing[] =>
  things
    .filter(({ rule }) => rule === undefined || isIn(deciding, rule))
    .map((thing) =>
      elsewhere ? { ...thing, by: undefined, task: undefined, assumed: false } : thing,
    );

const trimmed = (sentence: string): string => sentence.replace(/。$/, '');
const isIn = (findings: Finding[], rule: string): boolean =>
  findings.some((finding) => finding.rule === rule);

// ── What blocks it ──────────────────────────────────────────────────────────────────────────────────────────

function blocksOf(
  notice: SelfCheckNotice,
  { verdict, findings }: Assessment,
  deciding: Finding[],
): string[] {
  const { result } = notice.wording;
  const of = (outcome: Finding['outcome']) => findings.filter((one) => one.outcome === outcome);
  const rest = of('unmet').filter((finding) => !deciding.includes(finding));
  const listed =
    verdict === 'outOfScope'
      ? deciding.slice(1)
      : verdict === 'review'
        ? of('review')
        : verdict === 'incomplete'
          ? []
          : [...deciding, ...rest];
  const titles = (some: Finding[]) => some.map((one) => ruleTitle(notice, one)).join('、');
  const shown = listed.length > MOST ? listed.slice(0, MOST - 1) : listed;
  const more = listed.slice(shown.length);
  return [
    ...shown.map((one) => `${ruleTitle(notice, one)}：${lackInWords(notice, one)}`),
    ...(more.length > 0 ? [fill(result.more, { n: more.length, rules: titles(more) })] : []),
    ...(verdict === 'incomplete' ? [fill(result.open, { rules: titles(of('unknown')) })] : []),
  ];
}

/** What is short, with its figure and without its arithmetic; where it is no figure, the reason. */
function lackInWords(notice: SelfCheckNotice, finding: Finding): string {
  const { wording, cutoffs } = notice;
  const { result } = wording;
  const { shortfall } = finding;
  switch (shortfall?.kind) {
    case 'years': {
      const { years, reachedOn } = shortfall;
      const short = spanInWords(wording, cutoffs.service.on, reachedOn, true);
      return fill(result.lacksYears, { years, short });
    }
    case 'ban':
      return fill(result.lacksBan, { endsOn: shortfall.endsOn });
    case 'amounts':
      return [...new Set(shortfall.lacking.map(({ year }) => year))]
        .map((year) => lackIn(notice, finding, year))
        .join('；');
    default:
      return trimmed(explain(notice, finding).reason);
  }
}

/** 2026 年差总学时 30、专业 20 */
function lackIn(notice: SelfCheckNotice, { shortfall }: Finding, year: number): string {
  const lacking = shortfall?.kind === 'amounts' ? shortfall.lacking : [];
  const question = amountsOf(notice);
  const parts = lacking
    .filter((lack) => lack.year === year)
    .map(({ amount, have, need }) => `${nameOf(question, amount)} ${need - have}`);
  return fill(notice.wording.result.lacksAmounts, { year, parts: parts.join('、') });
}

function amountsOf(notice: SelfCheckNotice, year?: number): AmountsQuestion | undefined {
  return notice.questions.find(
    (one): one is AmountsQuestion =>
      one.type === 'amounts' && (year === undefined || one.part === String(year)),
  );
}

function nameOf(question: AmountsQuestion | undefined, id: string): string {
  const fields = [...(question?.amounts ?? []), ...(question?.derived ?? [])];
  const { name, label = id } = fields.find((field) => field.id === id) ?? {};
  return name ?? label;
}

// ── What to do ──────────────────────────────────────────────────────────────────────────────────────────────

interface Thing {
  /** The rule that it mends; absent for what everybody has to do. */
  rule?: string;
  kind: 'do' | 'ask' | 'wait';
  text: string;
  /** The last day for it; where there is none, now. */
  by?: IsoDate | undefined;
  /** The day is only assumed. */
  assumed?: boolean;
  /** Nothing that is wanting now, only what comes anyway. */
  usual?: boolean;
  /** Of an earlier year's amounts, what was short: as in `lackIn`. */
  lost?: string;
  /** Not before the next notice. */
  later?: boolean;
  /** Not before this day. */
  from?: IsoDate;
  /** So many full years have to follow it. */
  years?: number | undefined;
  task?: Task | undefined;
}

/** Under the notice moved on by a year, as the outlook finds it. */
function forNextYear(
  notice: SelfCheckNotice,
  { verdict, findings }: Assessment,
  items: OutlookItem[],
  { changes, otherWays }: Advice,
  today: IsoDate | undefined,
): Thing[] {
  const { result } = notice.wording;
  const next = nextYear(notice);
  const closing = next.stages[0].closes;
  const isPast = (day: IsoDate) => today !== undefined && day < today;
  if (isPast(closing)) return [{ kind: 'do', text: result.newest, usual: true }];

  // Amounts are asked for only of the last years: whoever has to wait longer, and has no other way, needs none of these.
  const soonest = Math.max(
    next.year,
    ...items
      .filter(({ rule, state }) => state === 'notByThen' && !isAmounts(notice, rule))
      .map(({ year = Number.POSITIVE_INFINITY }) => year),
  );
  const mayNeed = soonest < notice.year + span(notice) || otherWays.some((way) => !way.lastResort);
  const things = items.flatMap((item): Thing[] => {
    const { rule, state, year } = item;
    const finding = findings.find((one) => one.rule === rule);
    if (!finding) return [];
    if (isAmounts(notice, rule) && year !== undefined) {
      if (year === next.year && soonest > year) return [];
      if (state === 'ask' && year === notice.year) {
        const end = lastDayOf(notice);
        const by = isPast(end) ? undefined : end;
        if (isAnswered(notice, finding, year))
          return asking(rule, remedyOf(notice, finding, year), by ?? closing, by);
        return by && mayNeed && verdict !== 'incomplete' ? [checking(notice, rule, by)] : [];
      }
    }
    const years = changes.find((change) => change.rule === rule)?.years;
    return thingsFor(notice, finding, item, years, today);
  });
  const text = fill(result.again, { next: next.year });
  return [...things, { kind: 'do', text, usual: true, later: true }];
}

/** What one item of the outlook asks for. */
function thingsFor(
  notice: SelfCheckNotice,
  finding: Finding,
  { rule, state, by, year }: OutlookItem,
  years: number | undefined,
  today: IsoDate | undefined,
): Thing[] {
  const next = nextYear(notice);
  const closing = next.stages[0].closes;
  const { outcome, shortfall } = finding;
  const ofYear = isAmounts(notice, rule) ? year : undefined;
  if (state === 'holds') return [];
  if (state === 'toDo' && ofYear === next.year) {
    const text = least(notice, rule, ofYear, 'least');
    return [{ rule, kind: 'do', text, by: closing, assumed: true, usual: true }];
  }
  if (outcome === 'unknown') return [];
  const { reason, remedy = reason } = explain(notice, finding);
  switch (state) {
    case 'byTime':
      return [waiting(finding, remedy)];
    case 'toDo': {
      const on = by ?? closing;
      if (ofYear === undefined) {
        const task: Task = { kind: 'do', rule, on };
        return [{ rule, kind: 'do', text: remedy, by: on, assumed: on === closing, task }];
      }
      if (today !== undefined && on < today) return [lostYear(notice, finding, ofYear, closing)];
      const task: Task = { kind: 'amounts', rule, year: ofYear, on };
      return [{ rule, kind: 'do', text: remedyOf(notice, finding, ofYear), by: on, task }];
    }
    case 'ask':
      return asking(
        rule,
        ofYear === undefined ? remedy : remedyOf(notice, finding, ofYear),
        closing,
      );
    case 'notByThen': {
      if (shortfall?.kind !== 'amounts')
        return shortfall
          ? [waiting(finding, remedy)]
          : [{ rule, kind: years === undefined ? 'ask' : 'wait', text: remedy, years }];
      // A year falls out of those that are asked for only later; until then one can only ask about it.
      const past = shortfall.lacking.find((lack) => lack.year + span(notice) === year);
      return past ? [lostYear(notice, finding, past.year, closing)] : [];
    }
  }
}

/** What takes years, or cannot be changed, cannot be had in this window, so that all the rest is for the next. */
const isTooLate = ({ changes }: Advice, findings: Finding[]): boolean =>
  changes.some(
    ({ rule, by, years }) =>
      years !== undefined ||
      (by !== 'person' && findings.find((one) => one.rule === rule)?.shortfall?.kind !== 'amounts'),
  );

/** Who is to be asked works on working days. */
const askBy = ({ stages: [{ id, closes }], lastWorkdays }: SelfCheckNotice): IsoDate =>
  lastWorkdays[id] ?? closes;

function forThisYear(notice: SelfCheckNotice, { verdict, findings }: Assessment): Thing[] {
  const { result, verdicts } = notice.wording;
  const [{ closes, task }] = notice.stages;
  const held = findings.flatMap((finding): Thing[] => {
    const from = metFrom(notice, finding);
    return from ? [{ rule: finding.rule, kind: 'do', text: result.notBefore, from }] : [];
  });
  if (verdict === 'likely') {
    const { latestPosting: by, publicity } = notice;
    const text = fill(result.post, { workdays: publicity.workdays });
    return [
      ...held,
      { kind: 'do', text: verdicts.likely.next },
      { kind: 'do', text: `${task}。`, by: closes },
      ...(by ? [{ kind: 'do' as const, text, by }] : []),
    ];
  }
  const by = askBy(notice);
  const things = findings.flatMap((finding): Thing[] => {
    const { rule, outcome, shortfall } = finding;
    // What is asked next needs no errand; once the verdict stands, whoever stops has to know of it.
    if (outcome === 'unknown' && verdict !== 'incomplete' && isAmounts(notice, rule))
      return [checking(notice, rule, closes)];
    if (outcome === 'met' || outcome === 'unknown') return [];
    const { reason, remedy = reason } = explain(notice, finding);
    if (outcome === 'review') return asking(rule, remedy, by, by);
    if (shortfall?.kind !== 'amounts') {
      const task: Task = { kind: 'do', rule, on: closes };
      return [{ rule, kind: 'do', text: remedy, by: closes, task }];
    }
    const years = new Set(shortfall.lacking.map(({ year }) => year));
    return notice.questions.flatMap((question): Thing[] => {
      const year = question.type === 'amounts' ? Number(question.part) : 0;
      const text = remedyOf(notice, finding, year);
      if (text === '') return [];
      if (!years.has(year)) return asking(rule, text, by, by);
      if (year < notice.year) return [lostYear(notice, finding, year, by, by)];
      const task: Task = { kind: 'amounts', rule, year, on: closes };
      return [{ rule, kind: 'do', text, by: closes, task }];
    });
  });
  return [...things, ...held];
}

const asking = (rule: string, text: string, on: IsoDate, by?: IsoDate): Thing[] =>
  text === '' ? [] : [{ rule, kind: 'ask', text, by, task: { kind: 'do', rule, on } }];

function waiting({ rule, shortfall }: Finding, text: string): Thing {
  if (shortfall?.kind === 'years')
    return { rule, kind: 'wait', text, task: { kind: 'years', rule, on: shortfall.reachedOn } };
  if (shortfall?.kind === 'ban')
    return { rule, kind: 'wait', text, task: { kind: 'ban', rule, on: shortfall.endsOn } };
  return { rule, kind: 'wait', text };
}

const isAmounts = (notice: SelfCheckNotice, rule: string): boolean =>
  notice.rules.some(({ id, tree }) => id === rule && 'each' in tree);

/** For how many years a notice asks for amounts. */
const span = ({ questions }: SelfCheckNotice): number =>
  questions.filter(({ type }) => type === 'amounts').length;

/** Until when the amounts of the notice's own year can be made up at all. */
const lastDayOf = ({ year }: SelfCheckNotice): IsoDate => `${year}-12-31`;

const isAnswered = (notice: SelfCheckNotice, { path }: Finding, year: number): boolean =>
  path.some(({ question }) => question === amountsOf(notice, year)?.id);

/** Of this year's amounts nobody has said yet whether they are enough: later it is too late to make them up. */
const checking = (notice: SelfCheckNotice, rule: string, by: IsoDate): Thing => ({
  ...{ rule, kind: 'do', by, task: { kind: 'do', rule, on: by } },
  text: least(notice, rule, notice.year, 'check'),
});

/** The remedy in the words of one year alone; empty where that year was not asked about or needs none. */
function remedyOf(notice: SelfCheckNotice, finding: Finding, year: number): string {
  const own = amountsOf(notice, year)?.id;
  const path = finding.path.filter(({ question }) => question === own);
  return path.length > 0 ? (explain(notice, { ...finding, path }).remedy ?? '') : '';
}

/** A year that is over: whether it can be made up, nobody here knows. */
function lostYear(
  notice: SelfCheckNotice,
  finding: Finding,
  year: number,
  on: IsoDate,
  by?: IsoDate,
): Thing {
  const { rule } = finding;
  const lost = lackIn(notice, finding, year);
  return { rule, kind: 'ask', text: '', lost, by, task: { kind: 'amounts', rule, year, on } };
}

/** What to do about a year whose amounts nobody knows yet, with the least of each. */
function least(
  notice: SelfCheckNotice,
  rule: string,
  year: number,
  words: 'least' | 'check',
): string {
  const tree = notice.rules.find(({ id }) => id === rule)?.tree;
  const question = amountsOf(notice);
  const amounts = (tree && 'least' in tree ? tree.least : [])
    .map(({ amount, value }) => `${nameOf(question, amount)} ${value}`)
    .join('、');
  return fill(notice.wording.result[words], { year, amounts });
}

/**
 * What fits: what blocks it before all else, what is wanting before what comes anyway, what has a day before what has
 * none, and several questions as one errand where they would push out the rest.
 */
function choose(
  notice: SelfCheckNotice,
  things: Thing[],
  deciding: Finding[],
  /** More is still to be asked, which comes before all that comes anyway. */
  unfinished: boolean,
  elsewhere: boolean,
): { chosen: Thing[]; merged: boolean } {
  const { result } = notice.wording;
  const of = (kind: Thing['kind']) => things.filter((thing) => thing.kind === kind && !thing.usual);
  const asks = onePerRule(notice, of('ask'));
  if (elsewhere)
    return {
      chosen: [{ kind: 'do', text: result.plans }, ...asks.slice(0, MOST - 1)],
      merged: false,
    };
  // What takes years is the longest way, and what else decides comes before what is only wanting as well: without it
  // all the rest is of no use.
  const order = ({ rule, years, by }: Thing) =>
    (years !== undefined ? '0' : rule && isIn(deciding, rule) ? '1' : '2') + (by ?? '');
  const dos = things
    .filter((thing) => isToDo(thing))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const merged = asks.length > 1 && dos.length + asks.length > MOST;
  const titles = asks.map(({ rule }) => notice.rules.find(({ id }) => id === rule)?.title);
  const errand: Thing = {
    ...{ kind: 'ask', by: asks[0]?.by },
    text: fill(result.askAll, { n: titles.length, rules: titles.join('、') }),
  };
  const chosen = [
    ...dos.slice(0, MOST - Math.min(asks.length, 1)),
    ...(merged ? [errand] : asks),
    ...of('wait').filter((thing) => !isToDo(thing)),
    ...(unfinished ? [] : things.filter(({ usual }) => usual)),
  ];
  return { chosen: chosen.slice(0, MOST), merged };
}

/** What somebody has to do, be it that years must follow; nobody can do anything about time alone. */
const isToDo = ({ kind, usual, years }: Thing): boolean =>
  (kind === 'do' && !usual) || years !== undefined;

/** Questions about two years of the same amounts are one. */
function onePerRule({ wording }: SelfCheckNotice, asks: Thing[]): Thing[] {
  return [...new Set(asks.map(({ rule }) => rule))].flatMap((rule) => {
    const own = asks.filter((ask) => ask.rule === rule);
    const lacks = own.flatMap(({ lost = [] }) => lost).join('；');
    const text = own.map((ask) => ask.text).join('');
    const lost = lacks && fill(wording.result.lostYear, { lacks });
    return own.slice(0, 1).map((first) => ({ ...first, text: lost + text }));
  });
}

function whenInWords(
  notice: SelfCheckNotice,
  { kind, by, assumed, later, years, from }: Omit<Thing, 'text'>,
  today: IsoDate | undefined,
): string {
  const { result } = notice.wording;
  if (years !== undefined) return fill(result.takes, { years });
  if (kind === 'wait') return result.wait;
  if (from) return fill(result.from, { day: inProse(from, { year: false }) });
  if (!by) return later ? result.later : result.now;
  // No weekday of a day that nobody has fixed.
  const [year, month, day] = by.split('-').map(Number);
  const date = assumed
    ? `${year} 年 ${month} 月 ${day} 日`
    : inProse(by, { year: year !== Number(today?.slice(0, 4) ?? notice.year) });
  return fill(result.by, { day: date });
}

// ── Years ───────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The first year that may be better. While the notice's own year lasts, what makes up for its amounts stands first:
 * that is what somebody can still do about it, and before one applies it may do for this year already.
 *
 * @param inTime nothing else is short, and applications are not over
 */
export function earliestInWords(
  notice: SelfCheckNotice,
  { findings, missing, earliestYear, earliestYearMadeUp }: Assessment,
  today: IsoDate | undefined,
  inTime: boolean,
): string | undefined {
  if (earliestYear === undefined) return undefined;
  const { label, open, madeUp, thisYear } = notice.wording.earliestYear;
  const until = lastDayOf(notice);
  const short = findings.find(({ shortfall }) => shortfall?.kind === 'amounts');
  if (!earliestYearMadeUp || !short || !today || today > until)
    return fill(missing.length > 0 ? open : label, { year: earliestYear });
  return fill(inTime ? thisYear : madeUp, {
    until: inProse(until, { year: false }),
    closes: inProse(notice.stages[0].closes, { year: false }),
    todo: trimmed(remedyOf(notice, short, notice.year)),
    year: earliestYearMadeUp,
    later: earliestYear,
  });
}

function untilInWords({ stages, wording }: SelfCheckNotice, today: IsoDate | undefined): string {
  const [{ opens, closes }] = stages;
  const { result } = wording;
  const days = {
    opens: opens ? inProse(opens, { year: false }) : '',
    closes: inProse(closes, { year: false }),
  };
  if (!today) return fill(result.until, days);
  if (opens && today < opens) return fill(result.upcoming, days);
  return fill(result.left, { ...days, left: daysLeft(daysBetween(today, closes)) });
}
