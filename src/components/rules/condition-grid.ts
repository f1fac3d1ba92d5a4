/**
 * A rule's tree in one table: what one cannot change, such as one's education, against what one applies for; in each cell
 * what has to be held and for how long. Only trees have one that ask for what is applied for first, and then by which way.
 */
import type { AskNode, Node, Notice, Outcome, Question, Rule } from '../../calculator/index.ts';

export interface Cell {
  /** How it ends where nothing has to be held for years. */
  outcome?: Outcome;
  /** Each is enough: what has to be held, and the years. */
  ways: { what: string; years: number }[];
}
export interface Grid {
  columns: string[];
  rows: { title: string; cells: Cell[] }[];
}

/** @returns undefined for a tree that is no such table */
export function conditionGrid(notice: Notice, { tree }: Rule): Grid | undefined {
  if (!('ask' in tree) || !tree.branches.every((branch) => isChoice(notice, branch))) {
    return undefined;
  }
  const targets = questionOf(notice, tree.ask);
  // From the lower title to the higher one, as people take them.
  const columns = tree.branches.toReversed() as (AskNode & { is: string[] })[];
  const [first] = columns;
  if (!first) return undefined;
  const rows = questionOf(notice, first.ask).options.flatMap((way) => {
    const nodes = columns.map((column) => under(column, way.value));
    const [one] = nodes;
    // What nobody can change spreads over rows; what can be obtained stands in the cell.
    const spread = one && 'ask' in one ? questionOf(notice, one.ask) : undefined;
    if (spread?.changes !== 'never') {
      return [{ title: way.label, cells: nodes.map((node) => cellOf(notice, node)) }];
    }
    return spread.options
      .filter(({ value }) => value !== 'unsure')
      .map(({ value, label }) => ({
        title: label,
        cells: nodes.map((node) =>
          cellOf(notice, node && 'ask' in node ? under(node, value) : node),
        ),
      }));
  });
  return { columns: columns.map(({ is }) => labels(targets, is)), rows: joined(rows) };
}

const isChoice = (notice: Notice, node: Node): boolean =>
  'ask' in node && questionOf(notice, node.ask).changes === 'choice';

const under = ({ branches }: AskNode, value: string): Node | undefined =>
  branches.find(({ is }) => is.includes(value));

function cellOf(notice: Notice, node: Node | undefined): Cell {
  if (node && 'outcome' in node) return { outcome: node.outcome, ways: [] };
  return { ways: node ? waysOf(notice, node, '') : [] };
}

/** @param held what was answered on the way, in the options' words */
function waysOf(notice: Notice, node: Node, held: string): Cell['ways'] {
  if ('since' in node) {
    const { title } = questionOf(notice, node.since);
    // 您哪天开始在工程技术岗位工作？ asks for what has to be done for years.
    return [{ what: held || title.replace(/^您(最早)?哪天|？$/g, ''), years: node.years }];
  }
  if (!('ask' in node)) return [];
  const question = questionOf(notice, node.ask);
  return node.branches.flatMap((branch) => {
    const isDate = question.type === 'date';
    return waysOf(notice, branch, isDate ? held : labels(question, branch.is));
  });
}

/** Rows that say the same stand together. */
function joined(rows: Grid['rows']): Grid['rows'] {
  const out: Grid['rows'] = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (last && JSON.stringify(last.cells) === JSON.stringify(row.cells)) {
      last.title += `、${row.title}`;
    } else out.push({ ...row });
  }
  return out;
}

const labels = ({ options }: Question, values: string[]): string =>
  options
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => label)
    .join('、');

function questionOf(notice: Notice, id: string): Question {
  const question = notice.questions.find((one) => one.id === id);
  if (!question) throw new Error(`Notice ${notice.id} lacks the question ${id}.`);
  return question;
}
