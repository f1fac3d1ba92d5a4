/** Makes the parts of a notice from what its files hold: fills in what other files say. */
import {
  type Cite,
  type Clause,
  fill,
  type Node,
  type Option,
  type Question,
  type ReviewedRule,
  type SourceDocument,
} from '../../calculator/index.ts';
import type {
  WrittenCite,
  WrittenNode,
  WrittenNotice,
  WrittenQuestion,
  WrittenRule,
} from '../../shapes/index.ts';
import type { OutcomeBranch } from '../../shapes/types.ts';

/** One question a year for `each`; options shared with the notice's lists filled in. */
export function questionsOf(written: WrittenQuestion, facts: WrittenNotice): Question[] {
  const screen = written.screen ?? written.id;
  if (written.type === 'choice') {
    const { optionsFrom, notes = {}, ...rest } = written;
    const shared: Option[] = optionsFrom
      ? facts[optionsFrom].list.map(({ id, name }) => ({ value: id, label: name, note: notes[id] }))
      : [];
    return [{ ...rest, screen, options: [...shared, ...rest.options] }];
  }
  if (written.type === 'date') {
    // Nothing that has to be complete by the cutoff can begin after it.
    return [{ ...written, screen, latest: written.latest ?? facts.cutoffs.service.on }];
  }
  const { each, ...rest } = written;
  return each.map((year) => ({
    ...rest,
    id: `${rest.id}.${year}`,
    key: rest.id,
    part: String(year),
    screen,
    // Of the year asked for, before the notice's own.
    title: fill(rest.title, { year }),
  }));
}

/** What a rule's tree needs of the rest of the notice. */
export interface Around {
  clauses: Clause[];
  questions: Question[];
}

export function ruleOf(
  { examples: _, open, ...written }: WrittenRule,
  around: Around,
): ReviewedRule {
  return {
    ...written,
    cites: citesOf(written.cites, around),
    open: open?.filter(({ inTable }) => inTable).map(({ point }) => point),
    tree: nodeOf(written.tree, around),
  };
}

export const labelOf = ({ clauses }: Pick<Around, 'clauses'>, clause: string): string =>
  clauses.find(({ id }) => id === clause)?.label ?? clause;

const citesOf = (cites: WrittenCite[], around: Around): Cite[] =>
  cites.map((cite) => ({ ...cite, label: labelOf(around, cite.clause) }));

/** Gives the citations their labels. */
const cited = <N extends { cites?: WrittenCite[] | undefined }>(
  { cites, ...rest }: N,
  around: Around,
): Omit<N, 'cites'> & { cites?: Cite[] } => ({
  ...rest,
  ...(cites && { cites: citesOf(cites, around) }),
});

function nodeOf(node: WrittenNode, around: Around): Node {
  if ('ask' in node) {
    const { branches, ...rest } = node;
    return {
      ...cited(rest, around),
      branches: branches.map(({ is, ...branch }) => ({ ...nodeOf(branch, around), is })),
    };
  }
  if ('each' in node) {
    const { branches, least, ...rest } = node;
    return {
      ...cited(rest, around),
      least: least.map((one) => ({ ...one, ...howRead(node.each, one.amount, around) })),
      branches: branches.map((branch): OutcomeBranch => cited(branch, around)),
    };
  }
  if ('since' in node) return cited(node, around);
  if ('barred' in node) return cited(node, around);
  return cited(node, around);
}

/** How a least amount is read from the answers to its question, and what it is called where it is a part. */
function howRead(
  key: string,
  amount: string,
  { questions }: Around,
): { of?: string; less?: string; part?: string } {
  const asked = questions.find((one) => one.type === 'amounts' && one.key === key);
  if (asked?.type !== 'amounts') return {};
  const derived = asked.derived?.find(({ id }) => id === amount);
  const part = derived ?? asked.amounts.find(({ id, within }) => id === amount && within);
  return {
    ...(derived && { of: derived.of, less: derived.less }),
    ...(part && { part: part.name ?? part.label }),
  };
}

/** All documents held, with the clause of this notice that names each. */
export const documentsOf = (
  held: SourceDocument[],
  { names }: Pick<WrittenNotice, 'names'>,
): SourceDocument[] => held.map((document) => ({ ...document, clause: names[document.id] }));
