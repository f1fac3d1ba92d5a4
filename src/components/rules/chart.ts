/** What a flow chart shows, before anything is placed: steps one below the other, each with its ways on. */
import {
  fill,
  type Notice,
  type Outcome,
  type Rule,
  type Verdict,
} from '../../calculator/index.ts';
import { decisionTable, type Row, type Table } from './decision-table.ts';
import { verdictWays } from './verdicts.ts';

export type Tone = 'yes' | 'no' | 'open' | 'quiet';

/** Where a way ends. */
export interface End {
  text: string;
  tone: Tone;
  /** Small words before it: who says so. */
  note?: string | undefined;
}
/** One answer to a step, and where it leads: to an end, or to further steps. */
export interface Way {
  when: string;
  end?: End;
  steps?: Step[];
}
export interface Step {
  /** Line breaks in it stay. Absent where the ways answer the question of the step above. */
  text?: string | undefined;
  ways: Way[];
  /** What is written on the arrow to the next step, where there is one. */
  onward?: string;
}

export const TONES: Record<Outcome, Tone> = {
  met: 'yes',
  unmet: 'no',
  review: 'open',
  unknown: 'quiet',
};
export const VERDICT_TONES: Record<Verdict, Tone> = {
  outOfScope: 'no',
  ineligible: 'no',
  unlikely: 'open',
  incomplete: 'quiet',
  review: 'open',
  likely: 'yes',
};

/** One rule's tree as a chart, in the words of its decision table. */
export function ruleFlow(notice: Notice, rule: Rule): Step[] {
  const { outcomes, standings } = notice.wording;
  const note = (row: Row, checked: boolean): string | undefined => {
    if (row.verified) return fill(standings.verified.label, { on: row.verified.on });
    const isReference = rule.standing === 'reference' && !checked && row.outcome !== 'review';
    return isReference ? standings.reference.label : undefined;
  };
  const step = (table: Table, checked: boolean): Step => ({
    text: table.question,
    ways: table.rows.map((row) => ({
      when: row.verified && row.next ? `${row.when}（${note(row, checked)}）` : row.when,
      ...(row.outcome && {
        end: { text: outcomes[row.outcome], tone: TONES[row.outcome], note: note(row, checked) },
      }),
      ...(row.next && { steps: [step(row.next, checked || row.verified !== undefined)] }),
    })),
  });
  return [step(decisionTable(notice, rule.tree), rule.tree.verified !== undefined)];
}

/** How the rules' outcomes together make the verdict. */
export function verdictFlow(notice: Notice): Step[] {
  const { verdicts } = notice.wording;
  const names = (rules: Rule[]) =>
    rules
      .map((rule) => `${notice.rules.indexOf(rule) + 1} ${rule.title}${standing(rule)}`)
      .join('\n');
  const standing = (rule: Rule) =>
    rule.standing === 'notice' ? '' : `（${notice.wording.standings[rule.standing].label}）`;
  const scope = notice.rules.filter((rule) => rule.scope);
  const others = notice.rules.filter((rule) => !rule.scope);
  const ways = verdictWays(notice);
  return [
    ...(scope.length ? [{ text: `先看申报范围\n${names(scope)}`, ways: [], onward: '' }] : []),
    ...(others.length ? [{ text: `再看其他条目\n${names(others)}`, ways: [], onward: '' }] : []),
    ...ways.slice(0, -1).map(({ verdict, asks }, index) => ({
      text: `${index + 1}. ${asks}`,
      ways: [{ when: '有', end: { text: verdicts[verdict].label, tone: VERDICT_TONES[verdict] } }],
      onward: '没有',
    })),
    ...ways.slice(-1).map(({ verdict, asks }) => ({
      text: asks,
      ways: [
        { when: '结论', end: { text: verdicts[verdict].label, tone: VERDICT_TONES[verdict] } },
      ],
    })),
  ];
}

/** Every text of a chart in the order in which it is read. */
export function textsOf(steps: Step[]): string[] {
  return steps.flatMap(({ text, ways, onward }) => [
    ...(text ? [text] : []),
    ...ways.flatMap(({ when, end, steps: further = [] }) => [
      when,
      ...(end?.note ? [end.note] : []),
      ...(end ? [end.text] : []),
      ...textsOf(further),
    ]),
    ...(onward ? [onward] : []),
  ]);
}
