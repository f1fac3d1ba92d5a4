/** Rules and their trees, as they are written and as they stand in a notice. */
import { z } from 'zod';
import { bool, clause, date, id, named, noted, oneOf, some, strict, text, years } from './base.ts';
import { questionId } from './questions.ts';
import type {
  AskNode,
  BarredNode,
  Branch,
  EachNode,
  LeastAmount,
  Node,
  OutcomeNode,
  SinceNode,
} from './types.ts';

/** One value, or a list of them. */
export const oneOrMore = z
  .union([text.transform((value) => [value]), z.array(text).min(1)], {
    error: '要写一个选项或一组选项，例如 [engineer, technician]；yes、no 也可以。',
  })
  .describe('一个答案或一组答案；date 指任何日期');
const several = z.array(text).min(1).describe('这一支适用的答案；date 指任何日期');

export const OUTCOMES = ['met', 'unmet', 'review'] as const;
export const outcome = oneOf(OUTCOMES).describe('满足、不满足、待核实');
export const standing = named(
  'Standing',
  oneOf(['notice', 'reference', 'manual']),
  'Who says so: the notice itself, the published base nearest to what it refers to, or nobody that this site knows of.',
).describe('谁说的：notice 通知原文；reference 参考口径·待核；manual 须人工核实');

const quote = noted(text, 'Words that stand in the clause.', '条款里的原话，照抄');
const writtenCite = strict({ clause, quote });
export const cite = named(
  'Cite',
  strict({
    clause,
    label: noted(
      text,
      'The clause’s name, 四（二）第 1 项. Filled in from the notice’s text when it is loaded.',
    ),
    quote,
  }),
);
const verified = named(
  'Verified',
  strict({ on: date, by: text }),
  'A maintainer’s check of a value against the original: it then counts as the notice’s own.',
).describe('维护者对照原文核对过：这个值按通知原文对待');

export const explanation = named(
  'Explanation',
  strict({ reason: text, remedy: text.optional() }),
  'Why it came out so, and what would mend it.',
);
const words = {
  reason: text.describe('理由'),
  remedy: text.optional().describe('怎么办'),
};

const least = {
  amount: id,
  value: z.number({ error: '要写数字。' }),
  otherwise: oneOf(['unmet', 'review']),
  reason: text,
  remedy: noted(
    strict({ thisYear: text, earlier: text }),
    'Of a year’s amounts the remedy of the first that decided is given: its {more} covers all of them.',
  ),
};
const leastAmount = named(
  'LeastAmount',
  strict({
    ...least,
    of: noted(
      id.optional(),
      'From the question, when the notice is loaded: where a derived amount is read, and the name of what is a part.',
      '推算的数：从哪个数',
    ),
    less: id.optional().describe('推算的数：减去哪个数'),
    part: text.optional().describe('它是总数的一部分时，叫什么'),
  }),
);

const SINCE = '`years` full years since the date must be complete by the service cutoff.';
const BARRED =
  'Barred for `years` years from the date; still barred while the window’s last day is not after the end.';
const EACH =
  'Least amounts, typed or derived, in each year of an amounts question. Every one that is not reached is named.';
const YEARS =
  'How many full years have to follow what the remedy names, such as a title to be obtained first.';

const leaf = {
  outcome,
  ...words,
  years: noted(years.optional(), YEARS, '办好补救的事以后，还要满几年'),
};
/** What any node may have, by how a citation stands there. */
const common = <C extends z.ZodType>(cites: C) => ({
  cites: some(cites, '至少引一条。').optional(),
  verified: verified.optional(),
});

/** The key that makes a node what it is, in the order in which the kinds stand below. */
export const KINDS = ['ask', 'outcome', 'since', 'barred', 'each'] as const;

/**
 * The five kinds of node.
 *
 * @param cites a citation as it stands there
 * @param amount a least amount as it stands there
 * @param more `is`, for a branch
 * @param branch what follows an answer
 * @param instead what stands for a word that is given instead of amounts
 */
function kinds<
  C extends z.ZodType,
  L extends z.ZodType,
  M extends z.ZodRawShape,
  B extends z.ZodType,
  I extends z.ZodType,
>(parts: { cites: C; least: L; more: M; branch: () => B; instead: I }) {
  const { more, branch, instead } = parts;
  const base = { ...common(parts.cites), ...more };
  return {
    ask: strict({
      ...base,
      ask: questionId.describe('问哪一题，按答案分支'),
      get branches() {
        return some(branch(), '至少写一个分支。');
      },
    }),
    outcome: strict({ ...base, ...leaf }),
    since: strict({
      ...base,
      since: questionId.describe('从哪一题的日期起算'),
      years: years.describe('到资历计算截止要满几年'),
      met: explanation,
      unmet: explanation,
    }),
    barred: strict({
      ...base,
      barred: questionId.describe('从哪一题的日期起算'),
      years: years.describe('几年内不得申报'),
      met: explanation,
      metInWindow: noted(
        explanation,
        'Used when the ban ends while the window is open.',
        '限制期在申报期间结束的',
      ),
      unmet: explanation,
    }),
    each: strict({
      ...base,
      each: id.describe('分年度的题，每年都要达到 least'),
      least: some(parts.least, '至少写一项。'),
      branches: z.array(instead),
      met: explanation,
    }),
  };
}

// ── As they are written ─────────────────────────────────────────────────────────────────────────────────────

export const NO_KIND = `每个节点要写、且只写一个：${KINDS.join('、')}。`;
const parts = {
  cites: writtenCite,
  least: strict(least),
  instead: strict({ ...common(writtenCite), is: oneOrMore, ...leaf }),
};
const anyOf = <
  A extends z.ZodType,
  O extends z.ZodType,
  S extends z.ZodType,
  B extends z.ZodType,
  E extends z.ZodType,
>(all: {
  ask: A;
  outcome: O;
  since: S;
  barred: B;
  each: E;
}) => z.union([all.ask, all.outcome, all.since, all.barred, all.each], { error: NO_KIND });

export interface WrittenCite {
  clause: string;
  quote: string;
}
type Bare<N> = Omit<N, 'cites' | 'branches' | 'least'> & { cites?: WrittenCite[] | undefined };
interface WrittenAsk extends Bare<AskNode> {
  branches: WrittenBranch[];
}
interface WrittenEach extends Bare<EachNode> {
  least: Omit<LeastAmount, 'of' | 'less' | 'part'>[];
  branches: (Bare<OutcomeNode> & { is: string[] })[];
}
/** A node as a rule's file holds it: its citations have no labels yet, its least amounts do not say how they are read. */
export type WrittenNode =
  | WrittenAsk
  | Bare<OutcomeNode>
  | Bare<SinceNode>
  | Bare<BarredNode>
  | WrittenEach;
export type WrittenBranch = WrittenNode & { is: string[] };

const writtenBranch: z.ZodType<WrittenBranch> = anyOf(
  kinds({ ...parts, more: { is: oneOrMore }, branch: () => writtenBranch }),
);
const writtenNode: z.ZodType<WrittenNode> = anyOf(
  kinds({ ...parts, more: {}, branch: () => writtenBranch }),
);

/** What nobody here knows. */
const point = {
  point: text.describe('本站不知道的事'),
  clause: clause.optional(),
  about: text.optional().describe('知道些什么，自查先怎么算'),
  ask: some(id, '至少写一个问谁。').optional().describe('先问谁、再问谁；不写就是问受理点'),
};
/** open.yaml. */
export const writtenPoints = z.array(strict(point));

const about = {
  id,
  title: text,
  asks: text.describe('这条规则看什么'),
  scope: noted(
    bool.optional(),
    'A scope rule that is unmet puts the person outside the notice altogether.',
    '不满足就不在本通知申报范围',
  ),
  standing,
  basis: noted(
    z.array(id).optional(),
    'Documents from which the values were taken.',
    '数值取自哪些文件',
  ),
  originals: noted(
    z.array(id).optional(),
    'Documents whose originals would settle the values.',
    '以哪些文件的原文为准',
  ),
};
const reviewed = noted(
  strict({ on: date, clauses: text }),
  'When the rule was last compared with its clauses, and a fingerprint of what they said then.',
  '上次对照条款的日期，和那时条款文字的指纹（构建时会给出）',
);

/** A file in rules/. */
export const writtenRule = strict({
  ...about,
  cites: some(writtenCite, '至少引一条。'),
  reviewed,
  appliesWhen: strict({ question: id, is: oneOrMore })
    .optional()
    .describe('只对这样回答的人适用；要是前面某条规则开头就问的题'),
  tree: writtenNode,
  examples: some(
    strict({
      name: text,
      answers: z.unknown().describe('答案，题目的 id 和选项同 questions.yaml，够这条规则出结果'),
      outcome: oneOf([...OUTCOMES, 'doesNotApply']).describe('应有的结果'),
    }),
    '至少写一个例子，写 name、answers 和 outcome。',
  ),
  open: z
    .array(strict({ ...point, inTable: bool.optional().describe('规则的表里也列出') }))
    .optional()
    .describe('关于这条规则，本站不知道的'),
});

// ── As they stand in a notice ───────────────────────────────────────────────────────────────────────────────

const outcomeBranch = named('OutcomeBranch', strict({ ...common(cite), is: several, ...leaf }));
const loaded = { cites: cite, least: leastAmount, instead: outcomeBranch };
const branchKinds = kinds({ ...loaded, more: { is: several }, branch: () => branch });
const branch: z.ZodType<Branch> = named(
  'Branch',
  anyOf({
    ask: named('AskBranch', branchKinds.ask),
    outcome: outcomeBranch,
    since: named('SinceBranch', branchKinds.since),
    barred: named('BarredBranch', branchKinds.barred),
    each: named('EachBranch', branchKinds.each),
  }),
  '`is` lists values of the question asked; `date` stands for any date.',
);
const nodeKinds = kinds({ ...loaded, more: {}, branch: () => branch });
export const node: z.ZodType<Node> = named(
  'Node',
  anyOf({
    ask: named('AskNode', nodeKinds.ask),
    outcome: named('OutcomeNode', nodeKinds.outcome),
    since: named('SinceNode', nodeKinds.since, SINCE),
    barred: named('BarredNode', nodeKinds.barred, BARRED),
    each: named('EachNode', nodeKinds.each, EACH),
  }),
).describe(
  '判断树的节点，五种之一：ask 按答案分支；outcome 结果；since 到资历截止日满几年；barred 几年内不得申报；each 每年不少于',
);

const inNotice = {
  ...about,
  cites: z.array(cite),
  open: noted(
    z.array(text).optional(),
    'What nobody here knows, to be asked of the acceptance office.',
    '本站不确定、要问受理点的',
  ),
  appliesWhen: strict({ question: questionId, is: z.array(text) }).optional(),
  tree: node,
};
export const rule = named('Rule', strict(inNotice));
export const reviewedRule = named(
  'ReviewedRule',
  strict({ ...inNotice, reviewed }),
  'A rule with what maintainers know of it.',
);
