/** The site's data as it is served to other programs, each document with what is true of it. */
import { z } from 'zod';
import { date, strict, text } from './base.ts';
import { facts, sourceDocument, stage, yearOfDays } from './facts.ts';
import { jsonSchemaOf } from './json.ts';
import { fullNotice } from './notice.ts';
import { standings } from './wording.ts';

const head = {
  $schema: text.describe('这份 JSON 的 Schema，地址相对于这份 JSON'),
  about: text.describe('谁整理的，以什么为准'),
  licence: strict({ data: text, text }).describe('数据的许可；通知原文不在其内'),
};
const noticeHead = {
  ...head,
  id: text.describe('年度'),
  version: text.describe('年度和数据的版本，会影响结果的改动使它加一'),
  revisedOn: facts.revisedOn,
  source: strict({ number: text, title: text, issuer: text, issuedOn: date }).describe(
    '依据的通知',
  ),
};
const { cutoffs, publicity, specialties, whoMayApply, sanctions, contacts } = facts;
const { materials, documents, clauses, rules, questions } = fullNotice.shape;

/** What is served under `/api/`, by the name of its schema. */
const SHAPES = {
  index: strict({
    ...head,
    current: text.describe('最新的年度'),
    notices: z.array(
      strict({
        id: text,
        version: text,
        revisedOn: date,
        notice: text,
        rules: text,
        questions: text,
      }),
    ),
    calendar: text,
  }),
  notice: strict({
    ...noticeHead,
    standing: z.literal('notice').describe('这份文件里的日期、范围和要求都是通知原文写明的'),
    cutoffs,
    stages: z.array(stage),
    publicity,
    specialties,
    whoMayApply,
    sanctions,
    contacts,
    materials,
    documents,
    clauses: clauses.describe('通知原文，逐条；段落是 Markdown'),
  }),
  rules: strict({
    ...noticeHead,
    standings: standings.describe('每一种口径怎么称呼，什么意思'),
    rules,
  }),
  questions: strict({ ...noticeHead, questions }),
  calendar: strict({
    ...head,
    years: z
      .record(z.string().regex(/^\d{4}$/), strict({ document: sourceDocument, ...yearOfDays }))
      .describe('没有列出的年份，安排还没有，不能推算'),
  }),
};
export type PublicName = keyof typeof SHAPES;
export type PublicDocument<Name extends PublicName> = z.infer<(typeof SHAPES)[Name]>;
export const publicNames = Object.keys(SHAPES) as PublicName[];

const TITLES: Record<PublicName, string> = {
  index: '有哪些年度、哪些文件',
  notice: '一个年度的通知：日期、范围、要求、联系方式和原文',
  rules: '一个年度的判断规则',
  questions: '一个年度的自查题目',
  calendar: '国务院公布的节假日和调休安排',
};

/**
 * The JSON Schema of one of the public documents.
 *
 * @param at the address at which the schema is served; where nobody said where the site will stand, its path
 *
 * @example apiSchema('notice', 'https://example.com/notice.json').$id // 'https://example.com/notice.json'
 */
export function publicSchema(name: PublicName, at: string): object {
  const { $schema, ...schema } = jsonSchemaOf(SHAPES[name]);
  return { $schema, $id: at, title: TITLES[name], ...schema };
}
