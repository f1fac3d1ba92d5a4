/** How rosters are read: what their columns are called, and how people write what stands in them. */
import { z } from 'zod';
import { bool, id, named, noted, oneOf, some, strict, text } from './base.ts';
import { slottedPart } from './slottedWords.ts';

const words = some(text, '至少写一种写法。');

/** What one way of writing means: an answer, something for people to decide, or nothing. */
const rosterValue = named(
  'RosterValue',
  strict({
    words,
    is: noted(text.optional(), 'The answer that it means.', '就是题目的哪个选项'),
    check: noted(
      text.optional(),
      'Taken, and to be looked at: why.',
      '照这样读，同时提示核对：写为什么',
    ),
    decide: noted(
      text.optional(),
      'Understood, but people have to decide: why.',
      '看得懂，但要人定：写为什么',
    ),
  }),
);

const rosterColumn = named(
  'RosterColumn',
  strict({
    id,
    title: noted(text, 'What it is called on the page and in the template.', '网页和模板里的叫法'),
    headers: some(text, '至少写一种表头。'),
    shows: noted(
      oneOf(['name', 'department']).optional(),
      'What of a person it tells, beside any question.',
    ),
    question: noted(id.optional(), 'The question that it answers.', '回答哪道题'),
    insteadOf: noted(
      z.array(id).optional(),
      'Columns that do not count where this one says something.',
      '这一列有内容时，不看哪几列',
    ),
    values: z.array(rosterValue).optional(),
    free: noted(
      bool.optional(),
      'People write it in their own words and in several columns: the first of them is read.',
      '各写各的文字，常有几列：只读第一列',
    ),
    otherwise: noted(
      id.optional(),
      'The answer where the text is not understood.',
      '看不懂时按哪个选项',
    ),
    alone: noted(
      text.optional(),
      'Why it does not answer where no other column of the question says anything.',
      '同一题别的列都空着时，为什么不能只凭这一列',
    ),
    without: noted(
      strict({ of: some(id, '至少写一个选项。'), says: text }).optional(),
      'Answers of other columns of the question that 无 in this one contradicts, and what is then said.',
      '这一列写“无”时，和同一题的哪些选项对不上，怎样说',
    ),
    quoted: noted(
      bool.optional(),
      'Where it is passed on, the cell’s own words are, which say more than the option.',
      '转出去时用表里写的原话',
    ),
    inTemplate: noted(bool.optional(), 'The template has this column.', '模板里有这一列'),
    note: noted(
      text.optional(),
      'What to know wherever a roster has this column.',
      '有这一列时要说的话',
    ),
  }),
);

const privateColumn = strict({
  what: text,
  headers: noted(words, 'A header that holds one of these words.', '表头里有其中一个词就不读'),
});

const FILES = {
  empty: '',
  noTable: '',
  onlyHeader: '',
  tooLarge: 'most',
  tooManyRows: 'most',
  tooManyColumns: 'most row',
  oldXls: '',
  password: '',
  picture: '',
  notATable: '',
  damaged: '',
  longCell: 'row',
  unclosedQuote: 'row',
  unreadable: '',
  cancelled: '',
  noMemory: '',
} as const;

const SAYS = {
  unread: 'text accepted',
  otherwise: 'text accepted',
  sheetError: 'text',
  notADate: 'text',
  twoDigitYear: 'text',
  notADay: 'text',
  dayNeeded: 'text',
  yearsOnly: 'text',
  oneOrTen: 'text year',
  differ: 'texts',
  creditsUnread: 'text',
  creditsWord: 'text',
  creditsSum: 'text',
  creditsAtLeast: 'text',
  creditsNoTotal: '',
  creditsNoProfessional: '',
  creditsContradict: 'text',
  private: 'what',
  privateCell: 'what',
} as const;

const OUT = {
  verdict: '',
  short: '',
  reasons: '',
  clauses: '',
  unread: '',
  by: '',
  earliest: '',
  madeUp: 'day year later',
  nextYear: '',
  version: '',
  on: '',
  year: '',
  assumed: 'year',
  file: 'year on',
  sheet: '',
  notes: '',
  note: 'number version on',
  notRead: 'titles',
  notReadCells: 'what n title',
  forAll: 'list',
  tooLong: 'rows most',
  template: 'year',
  sample: 'year',
  explanations: '',
  column: '',
  accepted: '',
  anyText: '',
  dateText: '',
  dayText: '',
  sheetPeople: '',
  person: '',
  someDepartment: '',
  creditsText: '',
  templateLead: '',
  lacks: 'title what',
  lacksYears: 'title years day',
  lacksBan: 'title day',
  notBefore: 'title day',
  lacksAmounts: 'year parts',
} as const;

const NEXT = { ready: '', toDo: '', ask: '', no: '' } as const;

export const rosterWords = named(
  'RosterWords',
  strict({
    columns: some(rosterColumn, '至少写一列。'),
    when: noted(
      strict({
        headers: words,
        alone: z.array(strict({ as: id, headers: words })),
        of: z.array(
          strict({
            column: noted(id, 'The column beside which it stands.'),
            as: noted(id.optional(), 'What it is then read as; nothing where it is left out.'),
            words: noted(words, 'A header or group with one of these words is meant too.'),
          }),
        ),
        past: noted(words, 'Headers with one of these words may stand between.'),
      }),
      'Headers that say when, and not of what.',
      '只写了时间、没写是什么时间的表头',
    ),
    numbers: noted(
      strict({ headers: words, note: noted(text, 'What is said of such a column.') }),
      'Headers of columns that only count the rows.',
      '只给每一行编号的列',
    ),
    credits: noted(
      strict({
        question: id,
        title: text,
        headers: words,
        total: words,
        professional: words,
        public: words,
        sums: noted(words, 'Headers of several years in one.', '几年合在一列的表头'),
        values: z.array(rosterValue),
        decide: noted(
          words,
          'Words without a number, for people to decide.',
          '没有数字、要人定的写法',
        ),
        units: words,
      }),
      'The columns of amounts, a year or a part of one each; the years are the notice’s.',
      '学时：哪几列、怎么写',
    ),
    unsure: noted(words, 'Ways of writing 不清楚, in any column.', '各列里“不清楚”的写法'),
    private: some(privateColumn, '至少写一类。'),
    identity: noted(text, 'What an identity number is called where a cell is known by its form.'),
    telephone: text,
    totals: noted(words, 'First words of rows of totals.', '合计行的第一个词'),
    footers: noted(words, 'With what rows below the list begin.', '表尾各行怎样开头'),
    files: noted(slottedPart(FILES), 'Why a file cannot be read, and what to do.'),
    says: noted(slottedPart(SAYS), 'What is said at a cell.'),
    out: noted(slottedPart(OUT), 'Words in the files that come out.'),
    next: noted(slottedPart(NEXT), 'How a person stands next year, in a file.'),
  }),
  'How rosters are read, from `content/roster.yaml`.',
);
