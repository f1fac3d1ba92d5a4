/**
 * The site's data as JSON documents for other programs, each with the JSON Schema that describes it. What is true of
 * a value goes with it: who says so, by which clause, under which version, and what one may do with it.
 */
import { z } from 'zod';
import type { FullNotice, Node, SourceDocument, WorkCalendar } from '../calculator/index.ts';

const text = z.string().min(1);
const date = z.iso.date().describe('日期，YYYY-MM-DD，按北京时间');
const clause = text.describe('通知条款编号，例如 4.2.1；条款原文在 notice.json 的 clauses 里');
const id = text;
const outcome = z.enum(['met', 'unmet', 'review']).describe('满足、不满足、待核实');
const values = z.array(text).min(1).describe('这一支适用的答案；date 指任何日期');
const standing = z
  .enum(['notice', 'reference', 'manual'])
  .describe('谁说的：notice 通知原文；reference 参考口径·待核；manual 须人工核实');

// ── What every document begins with ─────────────────────────────────────────────────────────────────────────

const head = {
  $schema: text.describe('这份 JSON 的 Schema，地址相对于这份 JSON'),
  about: text.describe('谁整理的，以什么为准'),
  licence: z.strictObject({ data: text, text }).describe('数据的许可；通知原文不在其内'),
};
const noticeHead = {
  ...head,
  id: text.describe('年度'),
  version: text.describe('年度和数据的版本，会影响结果的改动使它加一'),
  revisedOn: date.describe('数据最近一次改动的日期'),
  source: z
    .strictObject({ number: text, title: text, issuer: text, issuedOn: date })
    .describe('依据的通知'),
};

const ABOUT =
  '独立整理的数据，不是浙江省经济和信息化厅发布的。以通知原文和受理点的答复为准；口径不是 notice 的值都要核对。';
const LICENCE = { data: 'MIT', text: '通知原文是官方文件，作为原文引用，不在许可之内' };

// ── Parts ───────────────────────────────────────────────────────────────────────────────────────────────────

const dated = z.strictObject({ on: date, clause });
const document = z.strictObject({
  id,
  kind: z.enum(['notice', 'document', 'provincial', 'national', 'law', 'system']),
  title: text,
  shortTitle: text.optional(),
  number: text.optional(),
  originalHeld: z.boolean().optional().describe('本站有没有原文'),
  url: text.optional(),
  where: text.optional().describe('没有网址的，在哪里找'),
  usedFor: z.string(),
  clause: clause.optional(),
});

const cite = z.strictObject({ clause, label: text, quote: text.describe('条款里的原话') });
const verified = z
  .strictObject({ on: date, by: text })
  .describe('维护者对照原文核对过：这个值按通知原文对待');
const words = { reason: text, remedy: text.optional() };
const wording = z.strictObject(words);
const base = { cites: z.array(cite).optional(), verified: verified.optional() };
const years = z.int().min(1);
const question = text.describe('题目的 id，见 questions.json');

/** The five kinds of node, each alone and with the answers under which it is a branch. */
const kinds = (more: { is?: typeof values }) =>
  [
    z.strictObject({
      ...base,
      ...more,
      ask: question,
      get branches() {
        return z.array(branch);
      },
    }),
    z.strictObject({ ...base, ...more, outcome, ...words, years: years.optional() }),
    z.strictObject({ ...base, ...more, since: question, years, met: wording, unmet: wording }),
    z.strictObject({
      ...base,
      ...more,
      barred: question,
      years,
      met: wording,
      metInWindow: wording,
      unmet: wording,
    }),
    z.strictObject({
      ...base,
      ...more,
      each: text.describe('分年度的题目，例如 credits'),
      least: z.array(
        z.strictObject({
          amount: id,
          value: z.number(),
          otherwise: z.enum(['unmet', 'review']),
          reason: text,
          remedy: z.strictObject({ thisYear: text, earlier: text }),
          of: id.optional().describe('推算的数：从哪个数'),
          less: id.optional().describe('推算的数：减去哪个数'),
          part: text.optional().describe('它是总数的一部分时，叫什么'),
        }),
      ),
      branches: z.array(
        z.strictObject({ ...base, is: values, outcome, ...words, years: years.optional() }),
      ),
      met: wording,
    }),
  ] as const;
const branch: z.ZodType = z.union(kinds({ is: values })).meta({ id: 'branch' });
const node = z.union(kinds({})).meta({
  id: 'node',
  description:
    '判断树的节点，五种之一：ask 按答案分支；outcome 结果；since 到资历截止日满几年；barred 几年内不得申报；each 每年不少于',
});

// ── The documents ───────────────────────────────────────────────────────────────────────────────────────────

const noticeDocument = z.strictObject({
  ...noticeHead,
  standing: z.literal('notice').describe('这份文件里的日期、范围和要求都是通知原文写明的'),
  cutoffs: z.strictObject({
    service: dated.describe('资历计算截止'),
    evidence: dated.describe('业绩等材料截止'),
  }),
  stages: z.array(
    z.strictObject({
      id,
      title: text,
      actor: id,
      task: text,
      opens: date.optional().describe('通知没有写开始日期的，没有这一项'),
      closes: date,
      clause,
    }),
  ),
  publicity: z.strictObject({ workdays: z.int(), stage: id, clause }),
  specialties: z.strictObject({ clause, list: z.array(z.strictObject({ id, name: text })) }),
  whoMayApply: z.strictObject({
    clause,
    list: z.array(z.strictObject({ who: text, may: text })),
  }),
  sanctions: z.array(z.strictObject({ who: id, clause, when: text, consequences: z.array(text) })),
  contacts: z.array(z.strictObject({ id, name: text, phones: z.array(text), clause })),
  materials: z.strictObject({
    extras: z.array(z.strictObject({ id, label: text, clause })),
    items: z.array(
      z.strictObject({
        id,
        actor: id,
        text,
        clause,
        clauseLabel: text,
        documents: z.array(id).optional(),
        when: z.strictObject({ question, is: z.array(text) }).optional(),
        extra: id.optional(),
      }),
    ),
  }),
  documents: z.array(document),
  clauses: z
    .array(z.strictObject({ id, label: text, paragraphs: z.array(text) }))
    .describe('通知原文，逐条；段落是 Markdown'),
});

const rulesDocument = z.strictObject({
  ...noticeHead,
  standings: z
    .record(
      z.enum(['notice', 'reference', 'manual', 'verified']),
      z.strictObject({
        label: text,
        meaning: text,
      }),
    )
    .describe('每一种口径怎么称呼，什么意思'),
  rules: z.array(
    z.strictObject({
      id,
      title: text,
      asks: text,
      scope: z.boolean().optional().describe('不满足就不在本通知申报范围'),
      standing,
      cites: z.array(cite),
      reviewed: z.strictObject({ on: date, clauses: text }).describe('上次对照条款的日期'),
      basis: z.array(id).optional().describe('数值取自哪些文件'),
      originals: z.array(id).optional().describe('以哪些文件的原文为准'),
      open: z.array(text).optional().describe('本站不确定、要问受理点的'),
      appliesWhen: z.strictObject({ question, is: z.array(text) }).optional(),
      tree: node,
    }),
  ),
});

const asked = {
  id: question,
  screen: text,
  title: text,
  changes: z.enum(['choice', 'time', 'person', 'never']),
  why: text,
  help: text.optional(),
  clause,
  options: z.array(
    z.strictObject({
      value: text,
      label: text,
      hint: text.optional(),
      pointless: z
        .strictObject({ question: text, is: z.array(text) })
        .optional()
        .describe('建议不向这样回答过的人提这个选项。'),
      above: text.optional().describe('比它低的选项：低的都不满足的人，建议不提这个选项。'),
      lastResort: z.boolean().optional().describe('由人审定的，建议里排在最后，不说结果。'),
    }),
  ),
};
const questionsDocument = z.strictObject({
  ...noticeHead,
  questions: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ ...asked, type: z.literal('choice') }),
      z.strictObject({
        ...asked,
        type: z.literal('date'),
        earliest: date,
        latest: date,
        dateLabel: text.optional(),
      }),
      z.strictObject({
        ...asked,
        type: z.literal('amounts'),
        key: text,
        part: text,
        amounts: z.array(
          z.strictObject({
            id,
            label: text,
            name: text.optional(),
            least: z.number(),
            most: z.number(),
            step: z.number(),
            within: id.optional(),
          }),
        ),
        derived: z
          .array(z.strictObject({ id, label: text, name: text.optional(), of: id, less: id }))
          .optional()
          .describe('不用填、由别的数推算的数'),
      }),
    ]),
  ),
});

const calendarDocument = z.strictObject({
  ...head,
  years: z
    .record(
      z.string().regex(/^\d{4}$/),
      z.strictObject({
        document,
        holidays: z.array(z.strictObject({ name: text, from: date, to: date })),
        worked: z.array(date).describe('调休上班的周末'),
      }),
    )
    .describe('没有列出的年份，安排还没有，不能推算'),
});

const indexDocument = z.strictObject({
  ...head,
  current: text.describe('最新的年度'),
  notices: z.array(
    z.strictObject({
      id: text,
      version: text,
      revisedOn: date,
      notice: text,
      rules: text,
      questions: text,
    }),
  ),
  calendar: text,
});

/** What is served under `/api/`, by the name of its schema. */
const SHAPES = {
  index: indexDocument,
  notice: noticeDocument,
  rules: rulesDocument,
  questions: questionsDocument,
  calendar: calendarDocument,
};
export type ApiDocumentName = keyof typeof SHAPES;
type ApiDocument<Name extends ApiDocumentName> = z.infer<(typeof SHAPES)[Name]>;

const TITLES: Record<ApiDocumentName, string> = {
  index: '有哪些年度、哪些文件',
  notice: '一个年度的通知：日期、范围、要求、联系方式和原文',
  rules: '一个年度的判断规则',
  questions: '一个年度的自查题目',
  calendar: '国务院公布的节假日和调休安排',
};

export const apiDocumentNames = Object.keys(SHAPES) as ApiDocumentName[];

/** The JSON Schema of one kind of document, draft 2020-12. */
export function apiSchema(name: ApiDocumentName): object {
  const { $schema, ...schema } = z.toJSONSchema(SHAPES[name], { io: 'output' });
  return { $schema, title: TITLES[name], ...schema };
}

const headOf = (name: ApiDocumentName, folder: '' | '../') => ({
  $schema: `${folder}schemas/${name}.json`,
  about: ABOUT,
  licence: LICENCE,
});
const noticeHeadOf = (name: ApiDocumentName, notice: FullNotice) => ({
  ...headOf(name, '../'),
  id: notice.id,
  version: notice.version,
  revisedOn: notice.revisedOn,
  source: {
    number: notice.number,
    title: notice.title,
    issuer: notice.issuer,
    issuedOn: notice.issuedOn,
  },
});

export function apiNotice(notice: FullNotice): ApiDocument<'notice'> {
  return {
    ...noticeHeadOf('notice', notice),
    standing: 'notice',
    cutoffs: notice.cutoffs,
    stages: notice.stages,
    publicity: notice.publicity,
    specialties: notice.specialties,
    whoMayApply: notice.whoMayApply,
    sanctions: notice.sanctions,
    contacts: notice.contacts,
    materials: notice.materials,
    documents: notice.documents,
    clauses: notice.clauses,
  };
}

export function apiRules(notice: FullNotice): ApiDocument<'rules'> {
  return {
    ...noticeHeadOf('rules', notice),
    standings: notice.wording.standings,
    rules: notice.rules.map(({ tree, ...rule }) => ({ ...rule, tree: tree as ApiNode })),
  };
}
type ApiNode = z.infer<typeof node> & Node;

export function apiQuestions(notice: FullNotice): ApiDocument<'questions'> {
  return { ...noticeHeadOf('questions', notice), questions: notice.questions };
}

/** @param documents among which those are that the calendar names */
export function apiCalendar(
  calendar: WorkCalendar,
  documents: SourceDocument[],
): ApiDocument<'calendar'> {
  const years = Object.entries(calendar.years).map(([year, { document, ...days }]) => {
    const found = documents.find(({ id }) => id === document);
    if (!found) throw new Error(`The calendar of ${year} names no known document.`);
    return [year, { document: found, ...days }] as const;
  });
  return { ...headOf('calendar', ''), years: Object.fromEntries(years) };
}

/** @param notices oldest first */
export function apiIndex(notices: FullNotice[]): ApiDocument<'index'> {
  return {
    ...headOf('index', ''),
    current: notices.at(-1)?.id ?? '',
    notices: notices.map(({ id, version, revisedOn }) => ({
      id,
      version,
      revisedOn,
      notice: `${id}/notice.json`,
      rules: `${id}/rules.json`,
      questions: `${id}/questions.json`,
    })),
    calendar: 'calendar.json',
  };
}
