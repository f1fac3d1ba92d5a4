/** Questions that people ask, grouped, with what this site can answer. */
import { z } from 'zod';
import { clause, id, noted, some, strict, text } from './base.ts';
import { outcome } from './rules.ts';

/** On what a part of an answer rests: exactly one of these stands in it. */
export const SOURCES = ['clause', 'rule', 'documents', 'point', 'notStated', 'ours'] as const;

/** All in one shape: which keys go together is checked where a mistake can be told in words. */
const partShape = {
  says: text.optional().describe('答的话；和 clause、rule、documents 一起写'),
  clause: clause.optional(),
  quote: text.optional().describe('条款里的原话，照抄；和 clause 一起写'),
  rule: id.optional().describe('按哪条规则答：规则的 id，口径跟着规则走'),
  when: z
    .record(text, text)
    .optional()
    .describe('规则里走到哪一步：题目的 id 和回答，日期写 date；那一步的年数写 {years}'),
  outcome: outcome.optional().describe('走到头是结果的，应有的结果；规则改了，构建会停'),
  documents: some(id, '至少写一份文件。')
    .optional()
    .describe('转引的规定：documents.yaml 里的 id，口径是参考口径·待核'),
  point: text.optional().describe('照搬一条待核事项：它的 point'),
  notStated: text.optional().describe('通知没有写的，直说'),
  ours: text.optional().describe('本站的建议或算法，不是规定'),
};
const part = strict(partShape);

const question = strict({
  id: noted(id, 'Its anchor on the page: links lead there.', '网址里的编号，定了就不要改'),
  question: text.describe('问题，用大家的话'),
  answer: some(part, '至少写一段回答。'),
  ask: some(text, '至少写一个问谁。')
    .optional()
    .describe('问谁，按先后：角色、联系方式的 id，或者直接写中文'),
  bring: text.optional().describe('问的时候备好什么'),
  elsewhere: text.optional().describe('别处的做法，只作提醒'),
  asker: z
    .record(text, some(text, '至少写一个回答。'))
    .optional()
    .describe('links 写了规则的，自查结果里给谁看：题目的 id 和回答，都对上才列出；不写就都列出'),
  words: some(text, '至少写一个词。').describe('大家还会用的词，给搜索用'),
  links: some(text, '至少写一个去处。').describe(
    '接着看：同一年度的页面（scope、materials#学时证明）、rules/规则、documents/文件；那一页也会列出这个问题',
  ),
});

/** A file in answers/. */
export const writtenAnswers = strict({
  id,
  title: text,
  questions: some(question, '至少写一个问题。'),
});

/** glossary.yaml. */
export const writtenTerms = some(
  strict({
    id: noted(id, 'Its anchor on the page.', '网址里的编号，定了就不要改'),
    term: text.describe('页面用的词'),
    also: some(text, '至少写一个词。').optional().describe('别的叫法，意思一样'),
    words: some(text, '至少写一个词。').optional().describe('有关的词，不显示，给搜索用'),
    spelled: some(text, '至少写一个写法。')
      .optional()
      .describe('网页上的写法，每页第一次出现时可以看解释；不写就是 term'),
    notIn: some(text, '至少写一个词。').optional().describe('含有上面的写法、意思不同的词'),
    means: some(part, '至少写一段解释。').describe('解释，一段一个依据，写法同 answers/ 的 answer'),
    links: some(text, '至少写一个去处。').describe('接着看，写法同 answers/'),
  }),
  '至少写一个词。',
);

const checkItem = strict({
  id: noted(id, 'Ticks and saved files know it by this.', '保存的文件里的编号，定了就不要改'),
  ...partShape,
  elsewhere: text.optional().describe('别处的做法，只作提醒；不和别的依据一起写'),
});

/** checklists.yaml: what a unit or an office looks at, as the notice asks for it, rules say it or others do it. */
export const writtenChecklists = some(
  strict({
    role: id.describe('谁用：wording.yaml 的 actors 里的一个'),
    title: text,
    groups: some(
      strict({
        id,
        title: text,
        each: z.boolean().describe('true：每个人各核一次；false：整批核一次'),
        items: some(checkItem, '至少写一条。'),
      }),
      '至少写一组。',
    ),
  }),
  '至少写一份清单。',
);
