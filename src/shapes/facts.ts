/** What a notice says of itself: its dates, who does what, whom to ask, and the documents that it names. */
import { z } from 'zod';
import { clause, date, id, named, noted, oneOf, some, strict, text, year } from './base.ts';

export const dated = named('Dated', strict({ on: date, clause }));

export const stage = named(
  'StageFact',
  strict({
    id,
    title: text,
    actor: id.describe('谁办：wording.yaml 的 actors 之一'),
    task: text,
    opens: noted(
      date.optional(),
      'Absent where the notice does not state it.',
      '通知没有写开始日期的，没有这一项',
    ),
    closes: date,
    clause,
  }),
);

const PHONE = '电话要写成 0571-88228292。';
export const contact = named(
  'Contact',
  strict({
    id,
    name: text,
    phones: some(
      z.string({ error: PHONE }).regex(/^\d{3,4}-\d{7,8}$/, PHONE),
      '至少写一个电话，写成 0571-88228292。',
    ),
    clause,
  }),
);

export const specialties = named(
  'Specialties',
  strict({ clause, list: some(strict({ id, name: text }), '至少写一个专业。') }),
);
export const whoMayApply = named(
  'WhoMayApply',
  strict({
    clause,
    list: some(strict({ who: text, may: text }), '至少写一类单位。'),
    outside: noted(text, 'Those whom the notice leaves out.', '不在这份通知里的'),
  }),
);
export const sanction = named(
  'Sanction',
  strict({
    who: id,
    clause,
    when: text,
    consequences: some(text, '至少写一项后果。'),
  }),
);

/** The facts of notice.yaml that stand in a notice as they are written. */
export const facts = {
  id: text.describe('年度，和文件夹同名，加引号'),
  year,
  revision: noted(
    z.int({ error: '要写整数，从 1 开始。' }).min(1, '从 1 开始。'),
    'The count of the data’s versions: calendar programs tell by it what is newer.',
    '数据的版本，会影响结果或日期的改动使它加一',
  ),
  revisedOn: noted(date, 'The day of the last change.', '数据最近一次改动的日期'),
  number: text.describe('文号'),
  title: text,
  issuer: text.describe('发文单位'),
  issuedOn: date.describe('发文日期'),
  cutoffs: strict({
    service: dated.describe('资历计算截止'),
    evidence: dated.describe('业绩等材料截止'),
  }),
  publicity: strict({
    workdays: z.int({ error: '要写工作日数，例如 5。' }).min(1, '至少 1 个工作日。'),
    stage: id,
    clause,
  }),
  specialties,
  whoMayApply,
  sanctions: z.array(sanction),
  contacts: some(contact, '至少写一个联系方式。'),
};

/** One numbered part of the notice's own text. */
export const clauseText = named(
  'Clause',
  strict({
    id: clause,
    label: noted(text, 'How the clause is named in Chinese: 四（二）第 1 项.'),
    paragraphs: noted(z.array(text), 'Markdown, in the order issued.', '通知原文的段落，Markdown'),
  }),
);

/** A document as a result names it. */
const namedDocument = {
  id,
  kind: oneOf(['notice', 'document', 'provincial', 'national', 'law', 'system']),
  title: text,
  shortTitle: text.optional(),
  number: text.optional(),
  url: z.url({ error: '要写完整网址，以 http:// 或 https:// 开头。' }).optional(),
  where: text.optional().describe('没有网址的，在哪里找'),
};
const moreOfDocument = {
  originalHeld: z.boolean({ error: '要写 true 或 false。' }).optional().describe('本站有没有原文'),
  usedFor: text.describe('本站用它做什么'),
};
/** As documents.yaml holds it: for all years. */
export const writtenDocument = strict({ ...namedDocument, ...moreOfDocument });
export const documentName = named(
  'DocumentName',
  strict(namedDocument),
  'A document as a result names it.',
);
export const sourceDocument = named(
  'SourceDocument',
  strict({
    ...namedDocument,
    ...moreOfDocument,
    clause: noted(
      clause.optional(),
      'The clause of this year’s notice that names it; absent for what only a rule’s values rest on.',
    ),
  }),
);

const extra = strict({ id, label: text, clause });
/** @param question how a question is named */
const material = {
  id,
  actor: noted(id, 'Who gets it ready: an id of the wording’s actors.', '谁准备'),
  text,
  clause,
  documents: noted(
    some(id, '至少写一份。').optional(),
    'Where it is got or looked up.',
    '在哪里办、在哪里查：documents.yaml 里的 id',
  ),
  extra: noted(
    id.optional(),
    'Only for those who said so: the id of an extra.',
    '说了有这种情形的人才要：extras 里的 id',
  ),
};
/** @param values what stands under `is` */
export const writtenMaterials = <V extends z.ZodType>(values: V) =>
  strict({
    extras: z.array(extra).default([]),
    items: some(
      strict({ ...material, when: strict({ question: id, is: values }).optional() }),
      '至少写一项。',
    ),
  });
export const materialItem = named(
  'Material',
  strict({
    ...material,
    clauseLabel: noted(
      text,
      'The clause’s name. Filled in from the notice’s text when it is loaded.',
    ),
    when: noted(
      strict({ question: text, is: z.array(text) }).optional(),
      'Only for these answers; of an amounts question’s key, in any of its years.',
    ),
  }),
);
export const materials = named(
  'Materials',
  strict({ extras: z.array(extra), items: z.array(materialItem) }),
  'What to have ready, and what a person has to say for it that no rule asks.',
);

const holiday = strict({ name: text, from: date, to: date });
/** One year's schedule, as calendars/2026.yaml holds it. */
export const writtenCalendar = strict({
  year,
  document: id.describe('出处：documents.yaml 里的 id'),
  off: some(holiday, '至少写一个假期。').describe('放假的每一段，周末算在里面也没关系'),
  worked: z.array(date).describe('调休上班的周末'),
});
export const yearOfDays = {
  holidays: z.array(holiday),
  worked: z.array(date).describe('调休上班的周末'),
};
export const workCalendar = named(
  'WorkCalendar',
  strict({
    years: z.record(z.string().regex(/^\d{4}$/), strict({ document: id, ...yearOfDays })),
  }),
  'The State Council’s schedules, by year.',
);
