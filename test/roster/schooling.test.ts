/** What a list says of schooling, together and in its own words. */
import { describe, expect, test } from 'vitest';
import { readText } from './support.ts';

const rowOf = async (headers: string, cells: string) =>
  (await readText(`姓名\t${headers}\n甲\t${cells}`)).rows[0];

describe('schooling that a degree of none contradicts', () => {
  test.each([
    ['研究生', '无'],
    ['硕士研究生', '没有学位'],
    ['博士', '无学位'],
  ])('%s with the degree %s is for people to decide', async (education, degree) => {
    const row = await rowOf('学历\t学位', `${education}\t${degree}`);
    expect(row?.answers).toEqual({ education: 'unsure' });
    expect(row?.problems).toMatchObject([{ kind: 'decide', title: '学位', text: degree }]);
  });

  test.each([
    ['本科', '无', 'bachelor'],
    ['大专', '无', 'college'],
    ['研究生', '硕士', 'master'],
    ['研究生', '', 'master'],
  ])('%s with the degree %j is %s', async (education, degree, answer) => {
    const row = await rowOf('学历\t学位', `${education}\t${degree}`);
    expect([row?.answers, row?.problems]).toEqual([{ education: answer }, []]);
  });

  test('counts nothing beside the schooling that is applied with', async () => {
    const row = await rowOf('学历\t学位\t参评学历', '本科\t无\t硕士研究生');
    expect([row?.answers, row?.problems]).toEqual([{ education: 'master' }, []]);
  });
});

test('is kept in the list’s own words, which an option does not have', async () => {
  for (const [headers, cells, words] of [
    ['学历', '技师班', '技师班'],
    ['学历\t学位', '本科\t学士', '本科'],
    ['学历\t参评学历', '大专\t本科（函授）', '本科（函授）'],
    ['学历\t参评学历', '大专\t函授本科', '函授本科'],
    ['学历', '在职研究生', '在职研究生'],
  ] as const) {
    expect((await rowOf(headers, cells))?.asWritten?.education).toBe(words);
  }
});
