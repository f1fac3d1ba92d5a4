/**
 * The shape of every content file. Messages are Chinese and say what to write, because the people who edit content
 * read them when the build stops.
 */
import { z } from 'zod';
import { nearest } from './nearest.ts';

z.config(z.locales.zhCN());

/** An object with these keys and no other; a misspelt one is told together with the one that was meant. */
const strict = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, Object.keys(shape))).join('')
        : undefined,
  });

function unknownKey(key: string, known: string[]): string {
  const meant = nearest(key, known);
  return `没有“${key}”这一项。${meant ? `是不是 ${meant}？` : `可以写：${known.join('、')}。`}`;
}

const text = z.string({ error: '要写一段文字（纯数字要加引号）。' }).min(1, '不能为空，要写文字。');
const date = z.iso.date({ error: '要写真实的日期，例如 2026-07-19。' });
const PHONE = '电话要写成 0571-88228292。';
const clause = z.string({ error: '要写条款编号，加引号，例如 "4.1"。' });
const id = z
  .string({ error: '要写英文编号，例如 engineer。' })
  .regex(/^[a-z]\w*$/i, '编号用英文字母开头，只含字母和数字。');
const years = z
  .int({ error: '要写整数年数，例如 4。' })
  .min(1, '至少 1 年。')
  .max(40, '最多 40 年。');
/** One value, or a list of them. */
const values = z.union([text.transform((value) => [value]), z.array(text).min(1)], {
  error: '要写一个选项或一组选项，例如 [engineer, technician]；yes、no 也可以。',
});
const dated = strict({ on: date, clause });

/** Of a year's folder: how its files are written. Raised with every change after which older ones are read wrongly. */
export const FORMAT = 1;

export const noticeSchema = strict({
  format: z.literal(FORMAT),
  id: text,
  year: z.int({ error: '要写年份，例如 2026。' }),
  revision: z.int({ error: '要写整数，从 1 开始。' }).min(1),
  revisedOn: date,
  number: text,
  title: text,
  issuer: text,
  issuedOn: date,
  cutoffs: strict({ service: dated, evidence: dated }),
  specialties: strict({
    clause,
    list: z.array(strict({ id, name: text })).min(1, '至少写一个专业。'),
  }),
  whoMayApply: strict({
    clause,
    list: z.array(strict({ who: text, may: text })).min(1, '至少写一类单位。'),
  }),
  stages: z
    .array(
      strict({
        id,
        title: text,
        actor: id,
        task: text,
        opens: date.optional(),
        closes: date,
        clause,
      }),
    )
    .min(1, '至少写一个阶段。'),
  publicity: strict({
    workdays: z.int({ error: '要写工作日数，例如 5。' }).min(1),
    stage: id,
    clause,
  }),
  sanctions: z.array(strict({ who: id, clause, when: text, consequences: z.array(text).min(1) })),
  contacts: z
    .array(
      strict({
        id,
        name: text,
        phones: z.array(z.string({ error: PHONE }).regex(/^\d{3,4}-\d{7,8}$/, PHONE)).min(1),
        clause,
      }),
    )
    .min(1, '至少写一个联系方式。'),
  names: z.record(id, clause),
});

const option = strict({
  value: text,
  label: text,
  hint: text.optional(),
  pointless: strict({ question: id, is: values }).optional(),
  above: text.optional(),
  lastResort: z.boolean({ error: '要写 true 或 false。' }).optional(),
});
const asked = {
  id,
  screen: id.optional(),
  title: text,
  changes: z.enum(['choice', 'time', 'person', 'never'], {
    error: '要写 choice、time、person 或 never。',
  }),
  why: text,
  help: text.optional(),
  clause,
};
export const questionsSchema = z
  .array(
    z.discriminatedUnion(
      'type',
      [
        strict({
          ...asked,
          type: z.literal('choice'),
          optionsFrom: z.literal('specialties', { error: '只能写 specialties。' }).optional(),
          options: z.array(option).min(1, '至少写一个选项。'),
        }),
        strict({
          ...asked,
          type: z.literal('date'),
          earliest: date,
          latest: date.optional(),
          dateLabel: text.optional(),
          options: z.array(option).default([]),
        }),
        strict({
          ...asked,
          type: z.literal('amounts'),
          each: z.array(z.int({ error: '要写年份，例如 2026。' })).min(1, '至少写一年。'),
          amounts: z
            .array(
              strict({
                id,
                label: text,
                name: text.optional(),
                least: z.number(),
                most: z.number(),
                step: z.number().positive(),
                within: id.optional(),
              }),
            )
            .min(1),
          derived: z
            .array(strict({ id, label: text, name: text.optional(), of: id, less: id }))
            .optional(),
          options: z.array(option).default([]),
        }),
      ],
      { error: 'type 要写 choice、date 或 amounts。' },
    ),
  )
  .min(1, '至少写一个题目。');

const cites = z.array(strict({ clause, quote: text })).min(1, '至少引一条。');
const base = {
  cites: cites.optional(),
  verified: strict({ on: date, by: text }).optional(),
};
const wording = strict({ reason: text, remedy: text.optional() });
const outcome = z.enum(['met', 'unmet', 'review'], { error: '要写 met、unmet 或 review。' });
const leaf = { ...base, outcome, reason: text, remedy: text.optional(), years: years.optional() };
const is = { is: values };

/** The five kinds of node, by the key that makes each one what it is. */
const kinds = {
  ask: (more: object) =>
    strict({
      ...base,
      ...more,
      ask: text,
      branches: z.array(node(is)).min(1, '至少写一个分支。'),
    }),
  outcome: (more: object) => strict({ ...leaf, ...more }),
  since: (more: object) =>
    strict({ ...base, ...more, since: text, years, met: wording, unmet: wording }),
  barred: (more: object) =>
    strict({
      ...base,
      ...more,
      barred: text,
      years,
      met: wording,
      metInWindow: wording,
      unmet: wording,
    }),
  each: (more: object) =>
    strict({
      ...base,
      ...more,
      each: id,
      least: z
        .array(
          strict({
            amount: id,
            value: z.number({ error: '要写数字。' }),
            otherwise: z.enum(['unmet', 'review'], { error: '要写 unmet 或 review。' }),
            reason: text,
            remedy: strict({ thisYear: text, earlier: text }),
          }),
        )
        .min(1, '至少写一项。'),
      branches: z.array(strict({ ...leaf, ...is })),
      met: wording,
    }),
};
type Kind = keyof typeof kinds;

/**
 * A tree's node. The kind is chosen by its key first, so that a mistake inside is reported where it is and not as
 * "matches none of five shapes".
 */
function node(more: object): z.ZodType {
  return z.unknown().transform((value, context) => {
    const names = Object.keys(kinds) as Kind[];
    const record = typeof value === 'object' && value !== null ? value : {};
    const found = names.filter((name) => Object.hasOwn(record, name));
    const [kind] = found;
    if (!kind || found.length > 1) {
      context.addIssue({
        code: 'custom',
        message: `每个节点要写、且只写一个：${names.join('、')}。`,
      });
      return z.NEVER;
    }
    const parsed = kinds[kind](more).safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: 'custom', path, message });
    }
    return z.NEVER;
  });
}

/** What nobody here knows. */
const point = {
  point: text,
  clause: clause.optional(),
  about: text.optional(),
  ask: z.array(id).min(1, '至少写一个问谁。').optional(),
};

export const ruleSchema = strict({
  id,
  title: text,
  asks: text,
  scope: z.boolean().optional(),
  standing: z.enum(['notice', 'reference', 'manual'], {
    error: '要写 notice、reference 或 manual。',
  }),
  cites,
  reviewed: strict({ on: date, clauses: text }),
  basis: z.array(id).optional(),
  originals: z.array(id).optional(),
  appliesWhen: strict({ question: id, is: values }).optional(),
  tree: node({}),
  examples: z
    .array(
      strict({
        name: text,
        answers: z.unknown(),
        outcome: z.enum(['met', 'unmet', 'review', 'doesNotApply'], {
          error: '要写 met、unmet、review 或 doesNotApply。',
        }),
      }),
      { error: '要写几个例子，每个有 name、answers 和 outcome。' },
    )
    .min(1, '至少写一个例子。'),
  open: z
    .array(strict({ ...point, inTable: z.boolean({ error: '要写 true 或 false。' }).optional() }))
    .optional(),
});

export const openSchema = z.array(strict(point));

export const documentsSchema = z.array(
  strict({
    id,
    kind: z.enum(['notice', 'document', 'provincial', 'national', 'law', 'system'], {
      error: '要写 notice、document、provincial、national、law 或 system。',
    }),
    title: text,
    shortTitle: text.optional(),
    number: text.optional(),
    originalHeld: z.boolean({ error: '要写 true 或 false。' }).optional(),
    url: z.url({ error: '要写完整网址，以 http:// 或 https:// 开头。' }).optional(),
    where: text.optional(),
    usedFor: text,
  }),
);

export const materialsSchema = strict({
  extras: z.array(strict({ id, label: text, clause })).default([]),
  items: z
    .array(
      strict({
        id,
        actor: id,
        text,
        clause,
        documents: z.array(id).min(1, '至少写一份。').optional(),
        when: strict({ question: id, is: values }).optional(),
        extra: id.optional(),
      }),
    )
    .min(1, '至少写一项。'),
});

const labels = (keys: [string, ...string[]]) => z.record(z.enum(keys), text);
export const wordingSchema = strict({
  outcomes: labels(['met', 'unmet', 'review', 'unknown']),
  standings: z.record(
    z.enum(['notice', 'reference', 'manual', 'verified']),
    strict({ label: text, meaning: text }),
  ),
  accordingTo: labels(['notice', 'provincial', 'national', 'manual', 'verified']),
  among: text,
  verdicts: z.record(
    z.enum(['outOfScope', 'ineligible', 'unlikely', 'incomplete', 'review', 'likely']),
    strict({ label: text, summary: text, next: text }),
  ),
  earliestYear: strict({ label: text, madeUp: text, conditions: text }),
  actors: z.record(id, text),
  unanswered: text,
  onReference: text,
  decidedBy: text,
  noMatter: text,
  settled: text,
  named: text,
  status: labels([
    'period',
    'until',
    'dates',
    'before',
    'open',
    'lastDay',
    'running',
    'after',
    'clockOff',
    'prepare',
    'newer',
  ]),
  spans: labels(['years', 'months', 'days']),
  problems: labels([
    'notAnObject',
    'unreadable',
    'unknownQuestion',
    'notAnOption',
    'notADate',
    'dateOutOfRange',
    'notAmounts',
    'amountOutOfRange',
    'amountStep',
    'amountExceeds',
    'linkTooLong',
    'repeated',
  ]),
});

export const calendarSchema = strict({
  year: z.int({ error: '要写年份，例如 2026。' }),
  document: id,
  off: z.array(strict({ name: text, from: date, to: date })).min(1, '至少写一个假期。'),
  worked: z.array(date),
});
