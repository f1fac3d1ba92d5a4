/** What the self-check may ask. */
import { z } from 'zod';
import { bool, clause, date, id, named, noted, oneOf, some, strict, text, year } from './base.ts';

export const questionId = named(
  'QuestionId',
  z.string().min(1),
  '`target`, or for one year of an amounts question `credits.2024`.',
).describe('题目的 id，见 questions.json');

const option = <V extends z.ZodType>(values: V) => ({
  value: text,
  label: text,
  hint: text.optional(),
  note: noted(
    text.optional(),
    'What helps to choose it, said only where one chooses.',
    '帮助选择的话，只在选的时候说',
  ),
  forAll: noted(
    text.optional(),
    'How it is called where it is chosen for every year at once.',
    '一次为每一年选它时的叫法',
  ),
  pointless: noted(
    strict({ question: text, is: values }).optional(),
    'Advice never proposes this option to those who answered so.',
    '建议不向这样回答过的人提这个选项',
  ),
  above: noted(
    text.optional(),
    'A lower option of the same question: who falls short with that one is not told to try this one.',
    '比它低的选项：低的都不满足的人，建议不提这个选项',
  ),
  lastResort: noted(
    bool.optional(),
    'People decide about it, and rarely: advice names it after every other way, and promises no result.',
    '由人审定的，建议里排在最后，不说结果',
  ),
});

const asked = {
  section: noted(
    text,
    'The part of the check that it belongs to, by name; the questions of a part follow one another.',
    '属于哪一部分；同一部分的题目排在一起',
  ),
  title: text,
  changes: noted(
    oneOf(['choice', 'time', 'person', 'never']),
    'What can change the answer: another choice, waiting, the person’s or employer’s doing, or nothing.',
    '这个答案靠什么才会变：choice 换一种选法，time 等时间，person 本人或单位去办，never 不会变',
  ),
  why: text.describe('为什么问'),
  help: text.optional(),
  clause,
};
const SCREEN = '同一个 screen 的题目放在一屏';

const dateLabel = noted(
  text.optional(),
  'How “a date” is offered when there are options beside it.',
  '旁边还有选项时，“填日期”怎么说',
);

const mayLackDay = noted(
  bool.optional(),
  'A month or a year will do, of which the last day is taken.',
  '只有年月或年也可以，按最后一天算',
);

const amountField = named(
  'AmountField',
  strict({
    id,
    label: text,
    name: noted(
      text.optional(),
      'What it is called among other parts of the whole, 专业; the label where there is none.',
      '和别的部分放在一起时怎么叫',
    ),
    least: z.number({ error: '要写数字。' }),
    most: z.number({ error: '要写数字。' }),
    step: z.number({ error: '要写数字，例如 0.5。' }).positive('要大于 0。'),
    within: noted(
      id.optional(),
      'The id of the amount that this one must not exceed.',
      '它不能超过哪个数：前面一个数的 id',
    ),
  }),
);
const derivedAmount = named(
  'DerivedAmount',
  strict({
    id,
    label: text,
    name: noted(text.optional(), 'As in an AmountField.'),
    of: noted(id, 'Ids of two amounts, the second within the first.', '从哪个数'),
    less: id.describe('减去哪个数'),
  }),
  'An amount that nobody types: what is left of one typed amount after another is taken away.',
);
const amounts = {
  amounts: some(amountField, '至少写一个数。'),
  derived: z.array(derivedAmount).optional().describe('不用填、由别的数推算的数'),
};

/** questions.yaml. @param values what stands under `is` */
export const writtenQuestions = <V extends z.ZodType>(values: V) => {
  const options = z.array(strict(option(values)));
  const base = { id, screen: id.optional().describe(SCREEN), ...asked };
  return some(
    z.discriminatedUnion(
      'type',
      [
        strict({
          ...base,
          type: z.literal('choice'),
          optionsFrom: z.literal('specialties', { error: '只能写 specialties。' }).optional(),
          notes: z.record(id, text).optional().describe('optionsFrom 里的选项的 note，按值写'),
          options: options.min(1, '至少写一个选项。'),
        }),
        strict({
          ...base,
          type: z.literal('date'),
          earliest: date,
          latest: date.optional().describe('不写就是资历计算截止那天'),
          dateLabel,
          mayLackDay,
          options: options.default([]),
        }),
        strict({
          ...base,
          type: z.literal('amounts'),
          each: some(year, '至少写一年，例如 [2026]。').describe('分年度各问一次'),
          ...amounts,
          options: options.default([]),
        }),
      ],
      { error: 'type 要写 choice、date 或 amounts。' },
    ),
    '至少写一个题目。',
  );
};

const base = {
  id: questionId,
  screen: noted(text, 'Questions with the same screen are shown together.', SCREEN),
  ...asked,
  options: z.array(named('Option', strict(option(z.array(text))))),
};
export const question = named(
  'Question',
  z.discriminatedUnion('type', [
    named('ChoiceQuestion', strict({ ...base, type: z.literal('choice') })),
    named(
      'DateQuestion',
      strict({
        ...base,
        type: z.literal('date'),
        earliest: date,
        latest: date,
        dateLabel,
        mayLackDay,
      }),
    ),
    named(
      'AmountsQuestion',
      strict({ ...base, type: z.literal('amounts'), key: text, part: text, ...amounts }),
      'One year’s numbers. `id` is `key.part`.',
    ),
  ]),
);
