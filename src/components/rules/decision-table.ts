/** A rule's tree as a table to read: every way of answering, in the questions' own words, and where it leads. */
import {
  addDays,
  type Branch,
  type Cite,
  type EachNode,
  type Explanation,
  type IsoDate,
  type Node,
  type Notice,
  type Outcome,
  type Question,
  type StageFact,
  type Verified,
} from '../../calculator/index.ts';

export interface Table {
  /** What is asked; absent where the row above has asked it. */
  question?: string | undefined;
  rows: Row[];
}
export interface Row {
  /** The answers that lead here. */
  when: string;
  /** Present where they differ from those of the row above. */
  cites?: Cite[] | undefined;
  verified?: Verified | undefined;
  /** Where it ends here. */
  outcome?: Outcome;
  /** What holds whatever the person's own figures are. */
  notes?: string[];
  /** What is asked next, where it does not end here. */
  next?: Table;
}

/** @param asked the question to which `node` is the answer */
export function decisionTable(notice: Notice, node: Node, asked?: string): Table {
  const find = (id: string) => questionOf(notice, ({ id: own }) => own === id);
  const titleOf = (id: string) => (id === asked ? undefined : find(id).title);

  if ('ask' in node) {
    const question = find(node.ask);
    const row = (branch: Branch): Row => ({
      when: labels(question, branch.is),
      cites: branch.cites,
      verified: branch.verified,
      ...('outcome' in branch
        ? end(branch.outcome, branch)
        : { next: decisionTable(notice, branch, node.ask) }),
    });
    return { question: titleOf(node.ask), rows: node.branches.map(row) };
  }
  if ('since' in node) {
    const { on } = notice.cutoffs.service;
    return {
      question: `${find(node.since).title}（算到 ${on}）`,
      rows: [
        { when: `满 ${node.years} 年`, ...end('met', node.met) },
        { when: `不满 ${node.years} 年`, ...end('unmet', node.unmet) },
      ],
    };
  }
  if ('barred' in node) {
    const [{ opens, closes }] = notice.stages as [StageFact & { opens: IsoDate }];
    const full = `满 ${node.years} 年那天在`;
    const { notes = [], ...inWindow } = end('met', node.metInWindow);
    return {
      question: titleOf(node.barred),
      rows: [
        { when: `${full} ${addDays(opens, -1)} 或更早`, ...end('met', node.met) },
        {
          when: `${full} ${opens} 到 ${addDays(closes, -1)}`,
          ...inWindow,
          notes: ['从第二天起才能申报。', ...notes],
        },
        { when: `${full} ${closes} 或更晚`, ...end('unmet', node.unmet) },
      ],
    };
  }
  if ('each' in node) return eachYear(notice, node);
  return { rows: [{ when: '一律', ...end(node.outcome, node) }] };
}

/** The least amounts as rows in the order in which they decide, then the answers that are no amounts. */
function eachYear(notice: Notice, node: EachNode): Table {
  const years = notice.questions.filter((q) => q.type === 'amounts' && q.key === node.each);
  const question = questionOf(notice, (q) => q === years[0]);
  if (question.type !== 'amounts') throw new Error(`${node.each} asks for no amounts`);
  const named = [...question.amounts, ...(question.derived ?? [])];
  const label = (id: string) => named.find((amount) => amount.id === id)?.label ?? id;
  const parts = years.map((year) => year.id.slice(node.each.length + 1)).join('、');
  return {
    // All years ask alike; one title that names them all stands for theirs.
    question: `${question.title.replace(question.part, () => parts)}（每年分别看，有一年不满足就不满足）`,
    rows: [
      {
        when: node.least.map(({ amount, value }) => `${label(amount)}不少于 ${value}`).join('，'),
        ...end('met', node.met),
      },
      ...node.least.map(({ amount, value, otherwise, reason }) => ({
        when: `${label(amount)}不到 ${value}`,
        ...end(otherwise, { reason }),
      })),
      ...node.branches.map((branch) => ({
        when: labels(question, branch.is),
        ...end(branch.outcome, branch),
      })),
    ],
  };
}

/**
 * Reasons are written for one person's figures; the sentences that name none are true for everyone. The first one
 * of a good outcome only says again what the answers were.
 */
function end(
  outcome: Outcome,
  { reason, remedy = '' }: Explanation,
): Pick<Row, 'outcome' | 'notes'> {
  const sentences = `${reason}${remedy}`.match(/[^。]+。/g) ?? [];
  const telling = outcome === 'met' ? sentences.slice(1) : sentences;
  return { outcome, notes: telling.filter((sentence) => !sentence.includes('{')) };
}

function labels({ options, ...question }: Question, values: string[]): string {
  const label = (value: string) => {
    const option = options.find((option) => option.value === value);
    if (!option) return ('dateLabel' in question && question.dateLabel) || '填了日期';
    return option.hint ? `${option.label}（${option.hint}）` : option.label;
  };
  return values.map(label).join('、');
}

function questionOf(notice: Notice, is: (question: Question) => boolean): Question {
  const question = notice.questions.find(is);
  if (!question) throw new Error(`Notice ${notice.id} lacks a question that its rules ask.`);
  return question;
}
