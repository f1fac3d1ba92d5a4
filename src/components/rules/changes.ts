/** What changed from one year's notice to the next: its facts, the words of its clauses, and how its rules decide. */
import {
  addDays,
  type FullNotice,
  type ReviewedRule,
  type Verified,
} from '../../calculator/index.ts';
import { decisionTable, type Table } from './decision-table.ts';

/** A value of either year; undefined where that year has none. */
export interface Changed {
  what: string;
  before?: string | undefined;
  after?: string | undefined;
}
/** A stretch of text that both years have, or one of them. */
export interface Stretch {
  in: 'both' | 'before' | 'after';
  text: string;
}
export interface ChangedClause {
  id: string;
  label: string;
  /** In which of the two notices the clause stands. */
  in: Stretch['in'];
  stretches: Stretch[];
}
export interface ChangedRule {
  id: string;
  title: string;
  in: Stretch['in'];
  /** How it decides, one way of answering a line: those that one of the two years has alone. */
  before: string[];
  after: string[];
}

/** The facts in the order in which a reader asks for them; only those that differ. */
export function changedFacts(before: FullNotice, after: FullNotice): Changed[] {
  const [was, is] = [factsIn(before), factsIn(after)];
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((what) => ({ what, before: was.get(what), after: is.get(what) }))
    .filter((one) => one.before !== one.after);
}

function factsIn(notice: FullNotice): Map<string, string> {
  const asked = new Map<string, string[]>();
  for (const question of notice.questions) {
    if (question.type !== 'amounts') continue;
    asked.set(question.key, [...(asked.get(question.key) ?? []), question.part]);
  }
  return new Map([
    ['文号', notice.number],
    ['发文日期', notice.issuedOn],
    ...notice.stages.map(({ title, opens, closes }): [string, string] => [
      title,
      opens === undefined ? `${closes} 截止` : `${opens} 至 ${closes}`,
    ]),
    ['公示', `不少于 ${notice.publicity.workdays} 个工作日`],
    ['资历计算截止', notice.cutoffs.service.on],
    ['业绩等材料截止', notice.cutoffs.evidence.on],
    ['专业', notice.specialties.list.map(({ name }) => name).join('、')],
    ...notice.whoMayApply.list.map(({ who, may }): [string, string] => [who, may]),
    ...[...asked.values()].map((years): [string, string] => ['查哪几年的学时', years.join('、')]),
    ...notice.contacts.map(({ name, phones }): [string, string] => [name, phones.join('、')]),
  ]);
}

export function changedClauses(before: FullNotice, after: FullNotice): ChangedClause[] {
  const was = new Map(before.clauses.map((clause) => [clause.id, clause]));
  const textOf = (paragraphs: string[]) => paragraphs.join('\n').replaceAll('**', '');
  const now = after.clauses.flatMap(({ id, label, paragraphs }): ChangedClause[] => {
    const old = was.get(id);
    const text = textOf(paragraphs);
    if (!old) return [{ id, label, in: 'after', stretches: [{ in: 'after', text }] }];
    const stretches = compared(textOf(old.paragraphs), text);
    return stretches.every((one) => one.in === 'both')
      ? []
      : [{ id, label, in: 'both', stretches }];
  });
  const gone = before.clauses
    .filter(({ id }) => !after.clauses.some((clause) => clause.id === id))
    .map(({ id, label, paragraphs }): ChangedClause => {
      const text = textOf(paragraphs);
      return { id, label, in: 'before', stretches: [{ in: 'before', text }] };
    });
  return [...now, ...gone];
}

export function changedRules(before: FullNotice, after: FullNotice): ChangedRule[] {
  const was = new Map(before.rules.map((rule) => [rule.id, rule]));
  const now = after.rules.flatMap((rule): ChangedRule[] => {
    const { id, title } = rule;
    const old = was.get(id);
    const lines = waysOf(after, rule);
    if (!old) return [{ id, title, in: 'after', before: [], after: lines }];
    const oldLines = waysOf(before, old);
    const changed: ChangedRule = {
      ...{ id, title, in: 'both' },
      before: oldLines.filter((line) => !lines.includes(line)),
      after: lines.filter((line) => !oldLines.includes(line)),
    };
    return changed.before.length + changed.after.length ? [changed] : [];
  });
  const gone = before.rules
    .filter(({ id }) => !after.rules.some((rule) => rule.id === id))
    .map(
      (rule): ChangedRule => ({
        ...{ id: rule.id, title: rule.title, in: 'before' },
        before: waysOf(before, rule),
        after: [],
      }),
    );
  return [...now, ...gone];
}

/**
 * How a rule decides, one way of answering a line, and on whose word. The days of the window are told among the facts; here
 * they stand by what they are, or every rule that counts to them would seem to have changed.
 */
function waysOf(notice: FullNotice, { asks, standing, tree }: ReviewedRule): string[] {
  const { outcomes, standings } = notice.wording;
  const [{ opens, closes }] = notice.stages;
  const days: [day: string, called: string][] = [
    ...(opens === undefined
      ? []
      : ([
          [addDays(opens, -1), '申报开始的前一天'],
          [opens, '申报开始那天'],
        ] satisfies [string, string][])),
    [addDays(closes, -1), '申报截止的前一天'],
    [closes, '申报截止那天'],
  ];
  const byName = (line: string) =>
    days.reduce((text, [day, called]) => text.replace(new RegExp(` ?${day} ?`, 'g'), called), line);
  const lines = (table: Table, way: string[], above?: Verified): string[] =>
    table.rows.flatMap(({ when, next, outcome, verified = above }) => {
      const further = [...way, when];
      if (next) return lines(next, further, verified);
      const checked = verified
        ? `（${standings.verified.label.replace('{on}', verified.on)}）`
        : '';
      return `${further.join(' › ')}：${outcomes[outcome ?? 'unknown']}${checked}`;
    });
  return [
    asks,
    `依据：${standings[standing].label}`,
    ...lines(decisionTable(notice, tree), [], tree.verified).map(byName),
  ];
}

/**
 * Two texts as the stretches that they share and those that only one of them has: the longest common subsequence, with
 * a number as one piece, so that 31 and 30 are not half alike.
 */
export function compared(before: string, after: string): Stretch[] {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  // How much the rests of both have in common, from each place on.
  const common = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = common[i] ?? [];
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const stretches: Stretch[] = [];
  const add = (where: Stretch['in'], text = '') => {
    const last = stretches.at(-1);
    if (last?.in === where) last.text += text;
    else stretches.push({ in: where, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('both', a[i]);
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      add('before', a[i]);
      i += 1;
    } else {
      add('after', b[j]);
      j += 1;
    }
  }
  return stretches;
}

const piecesOf = (text: string): string[] => text.match(/\d+|\P{Nd}/gu) ?? [];
