import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../src/calculator/index.ts';
import { notice, readOne, readText } from './support.ts';

const { columns, credits } = notice.roster;
const asked = columns.filter(({ question }) => question);

describe('every header of roster.yaml', () => {
  test.each(
    columns
      .filter(({ question, shows }) => question || shows === 'department')
      .map(({ id, headers, values, question }) => {
        const one = values?.find(({ is }) => is !== undefined)?.words[0];
        return [id, headers, question && !one ? '2022-06-30' : (one ?? '一部')] as const;
      }),
  )('of %s is recognised', async (_, headers, value) => {
    for (const header of headers) {
      const row = await readOne(` ${[...header].join(' ')} `, value);
      expect([header, Object.keys(row.answers).length + row.department.length]).not.toEqual([
        header,
        0,
      ]);
    }
  });
});

describe('every way of writing in roster.yaml', () => {
  test.each(asked.map((column) => [column.id, column] as const))(
    'in %s means what it says there',
    async (_, { headers, values = [], question = '', alone }) => {
      const options = notice.questions.find(({ id }) => id === question)?.options ?? [];
      const hasUnsure = options.some(({ value }) => value === 'unsure');
      for (const { words, is, check, decide: told } of values) {
        const decide = is === undefined ? told : alone;
        for (const word of words) {
          const row = await readOne(headers[0] ?? '', word);
          const expected = decide !== undefined && hasUnsure ? 'unsure' : is;
          expect([word, row.answers[question]]).toEqual([word, expected]);
          expect([word, row.problems.map(({ kind, message }) => [kind, message])]).toEqual([
            word,
            decide !== undefined
              ? [['decide', decide]]
              : check !== undefined
                ? [['check', check]]
                : [],
          ]);
        }
      }
    },
  );

  const answering = asked.filter(({ alone }) => alone === undefined);
  test.each(answering.map((column) => [column.id, column] as const))(
    'is joined in %s by what the question itself calls its options',
    async (_, { headers, question = '' }) => {
      for (const { value, label } of notice.questions.find(({ id }) => id === question)?.options ??
        []) {
        expect([label, (await readOne(headers[0] ?? '', label)).answers[question]]).toEqual([
          label,
          value,
        ]);
      }
    },
  );
});

describe('a date', () => {
  test.each([
    ['2022-06-30', '2022-06-30'],
    ['2022/6/30', '2022-06-30'],
    ['2022.6.30', '2022-06-30'],
    ['20220630', '2022-06-30'],
    ['2022年6月30日', '2022-06-30'],
    ['２０２２．０６．３０', '2022-06-30'],
    ['2022.06', '2022-06-30'],
    ['202206', '2022-06-30'],
    ['2022年6月', '2022-06-30'],
    ['2022', '2022-12-31'],
    ['2022年', '2022-12-31'],
    ['44742', '2022-06-30'],
    ["'2022-06-30", '2022-06-30'],
    [' 2022-06-30 00:00:00 ', '2022-06-30'],
  ])('%s is understood', async (text, date) => {
    const row = await readOne('取得时间', text);
    expect([row.answers.heldSince, row.problems]).toEqual([date, []]);
  });

  test.each([
    ['22.6', '年份只有两位'],
    ['98-12-31', '年份只有两位'],
    ['8年', '像是年数'],
    ['8', '像是年数'],
    ['至今', '看不懂'],
    ['20263', '可以写 2022-06-30'],
    ['20226', '可以写 2022-06-30'],
    ['20251', '可以写 2022-06-30'],
    ['19996', '可以写 2022-06-30'],
    ['25568', '看不懂'],
    ['2022？', '看不懂'],
    ['2022.6?', '看不懂'],
    ['2022-02-30', ''],
    ['2031-01-01', ''],
    ['1900-01-01', ''],
  ])('%s is not, and the cell says so', async (text, says) => {
    const row = await readOne('取得时间', text);
    expect(row.answers).toEqual({});
    expect(row.problems).toMatchObject([{ kind: 'unread', question: 'heldSince', text }]);
    expect(row.problems[0]?.message).toContain(says);
  });

  test('in a month that may be January or October is taken by its year, and to be looked at', async () => {
    const row = await readOne('取得时间', '2022.1');
    expect([row.answers, row.asWritten]).toEqual([
      { heldSince: '2022-12-31' },
      { heldSince: '2022年' },
    ]);
    expect(row.problems).toMatchObject([{ kind: 'check', text: '2022.1' }]);
    for (const [text, date] of [
      ['2022.10', '2022-10-31'],
      ['2022.01', '2022-01-31'],
      ['2022年1月', '2022-01-31'],
    ] as const) {
      const sure = await readOne('取得时间', text);
      expect([sure.answers, sure.problems]).toEqual([{ heldSince: date }, []]);
    }
    expect((await readOne('诚信记录', '2024.1')).problems[0]?.kind).toBe('unread');
    expect((await readOne('取得时间', '2031.1')).answers).toEqual({});
  });

  test('of a finding of falsification is asked for with its day where it is not understood', async () => {
    const { answers, problems } = await readOne('诚信记录', '2023年8月1日伪造业绩');
    expect([answers, problems[0]?.kind]).toEqual([{}, 'unread']);
    expect(problems[0]?.message).toContain('年、月、日');
    expect(problems[0]?.message).not.toContain('只知道年份');
  });

  test('of a finding of falsification needs its day', async () => {
    const row = await readOne('诚信记录', '2024.5');
    expect([row.answers, row.problems[0]?.message.includes('没有写到日')]).toEqual([{}, true]);
    expect((await readOne('处分', '2024-05-06')).answers).toEqual({ misconductOn: '2024-05-06' });
  });
});

describe('a year’s credits', () => {
  const year = notice.questions.find(({ type }) => type === 'amounts')!.id.split('.')[1]!;
  const of = async (text: string) => {
    const row = await readOne(`${year}年学时`, text);
    const { [year]: answer } = (row.answers[credits.question] ?? {}) as Record<string, unknown>;
    return { answer, kinds: row.problems.map(({ kind }) => kind) };
  };

  test.each([
    ['96（专业72）', 96, 72],
    ['96 (其中专业 72)', 96, 72],
    ['总96，专业72', 96, 72],
    ['总学时96学时；专业科目72学时', 96, 72],
    ['９０／６０／３０', 90, 60],
    ['1,096（专业72）', 1096, 72],
    ['90.5学时（专业60.5学时，公需30）', 90.5, 60.5],
  ])('%s is taken apart', async (text, total, professional) => {
    expect(await of(text)).toEqual({ answer: { total, professional }, kinds: [] });
  });

  test.each([
    '达标',
    '合格',
    '是',
    '√',
    '≥90',
    '90以上',
    '90/60',
    '100/60/30',
    '九十',
    '96（专业72，公需30）',
    '90 60 30',
    '96 72',
  ])('%s is for people to decide', async (text) =>
    expect(await of(text)).toEqual({ answer: 'unsure', kinds: ['decide'] }),
  );

  test.each(['90', '90.5', '专业60', '96（专业120）'])(
    '%s is not enough to answer',
    async (text) => {
      expect(await of(text)).toEqual({ answer: undefined, kinds: ['unread'] });
    },
  );

  test.each(credits.sums)('of several years under %s is not divided', async (header) => {
    const row = await readOne(header, '270');
    const years = notice.questions.filter(({ type }) => type === 'amounts');
    expect(Object.values(row.answers[credits.question] ?? {})).toEqual(years.map(() => 'unsure'));
    expect(row.problems.every(({ kind }) => kind === 'decide')).toBe(true);
  });

  test.each([
    ['{year}年学时', 'total', '96（专业72）'],
    ['{year}学时', 'total', '96（专业72）'],
    ['{year}年度继续教育学时', 'total', '96（专业72）'],
    ['{year}年专业技术人员继续教育学时', 'total', '96（专业72）'],
  ])('is found under %s', async (header, part, value) => {
    const row = await readOne(header.replace('{year}', year), value);
    expect(row.answers).toMatchObject({ [credits.question]: { [year]: { [part]: 96 } } });
  });
});

describe('whatever a cell holds', () => {
  test.each(['研发中心副主任', '软件开发', '技术员'])(
    'free text about a post, %s, is not guessed, and the cell says what would be understood',
    async (text) => {
      const { answers, problems } = await readOne('现岗位', text);
      expect(answers).toEqual({});
      expect(problems).toMatchObject([{ kind: 'unread', question: 'work', text }]);
      expect(problems[0]?.message).toContain('工程技术');
    },
  );

  test('a degree that says more than the education is for people to decide', async () => {
    const row = await readOne('学历（学位）', '本科/硕士');
    expect([row.answers.education, row.problems.length]).toEqual([undefined, 1]);
  });

  test('a degree without the schooling is for people to decide', async () => {
    for (const text of ['姓名\t学历\t学位\n甲\t\t硕士', '姓名\t学位\n甲\t硕士']) {
      const [row] = (await readText(text)).rows;
      expect([row?.answers, row?.problems.map(({ kind }) => kind)]).toEqual([
        { education: 'unsure' },
        ['decide'],
      ]);
    }
    const [both] = (await readText('姓名\t学历\t学位\n甲\t硕士研究生\t硕士')).rows;
    expect(both).toMatchObject({ answers: { education: 'master' }, problems: [] });
  });

  test('the answers are such as the calculator takes', async () => {
    const row = await readOne('取得时间', '2020');
    expect(parseAnswers(notice, row.answers)).toEqual({ answers: row.answers });
  });
});
