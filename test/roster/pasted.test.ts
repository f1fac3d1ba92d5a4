import { describe, expect, test } from 'vitest';
import { screen, summaryOf } from '../../src/roster/index.ts';
import { notice, readText } from './support.ts';

const TABLE = [
  '2026年某集团申报人员汇总表',
  '序号\t姓名\t部门\t申报职称\t申报专业\t学历\t学位\t现职称\t取得时间\t2024年学时\t\t2025年学时\t2026年学时\t身份证号',
  '\t\t\t\t\t\t\t\t\t总\t专业\t\t\t',
  '1\t张　三\t一部\t中级\t机电制造\t大学本科\t学士\t助工\t2020.06\t96\t72\t96（专业72）\t90/60/30\t330100199001010011',
  '2\t李四\t一部\t初级\t材料\t本科\t硕士\t工程师\t22.6\t90\t60\t达标\t\t330100199001010011',
  '合计\t2',
  '填报人：王五\t\t13800138000',
].join('\n');

const FOR_ALL = {
  employer: 'provincialEnterprise',
  work: 'engineering',
  inService: 'yes',
  route: 'education',
  misconductOn: 'none',
};

describe('a pasted table with a title and two rows of headers', () => {
  test('gives its people, and passes over what is none', async () => {
    const { mapping, rows } = await readText(TABLE);
    expect(mapping.header).toEqual([2, 3]);
    expect(rows.map(({ at, name, department }) => [at, name, department])).toEqual([
      [4, '张 三', '一部'],
      [5, '李四', '一部'],
    ]);
  });

  test('gives answers as the calculator takes them, and says at its cell what it does not guess', async () => {
    const { rows } = await readText(TABLE, FOR_ALL);
    const [first, second] = rows;
    expect(first?.answers).toEqual({
      ...FOR_ALL,
      target: 'engineer',
      specialty: 'mechatronics',
      education: 'bachelor',
      heldTitle: 'assistantEngineer',
      heldSince: '2020-06-30',
      credits: {
        2024: { total: 96, professional: 72 },
        2025: { total: 96, professional: 72 },
        2026: { total: 90, professional: 60 },
      },
    });
    expect(first?.problems).toEqual([]);
    expect(second?.answers).toEqual({
      ...FOR_ALL,
      specialty: 'materials',
      education: 'unsure',
      heldTitle: 'engineer',
      credits: { 2024: { total: 90, professional: 60 }, 2025: 'unsure' },
    });
    expect(second?.problems.map(({ question, text, kind }) => [question, text, kind])).toEqual([
      ['target', '初级', 'decide'],
      ['education', '本科', 'decide'],
      ['heldSince', '22.6', 'unread'],
      ['credits.2025', '达标', 'decide'],
    ]);
  });

  test('never holds a private column, nor a telephone number further down', async () => {
    const { sheet } = await readText(TABLE);
    expect(sheet.notRead.map(({ what, title }) => [what, title])).toContainEqual([
      notice.roster.identity,
      '身份证号',
    ]);
    expect(JSON.stringify(sheet)).not.toMatch(/330100199001010011|13800138000/);
  });

  test('is screened row by row', async () => {
    const { rows } = await readText(TABLE, FOR_ALL);
    const screened = screen(notice, rows);
    expect(screened.map(({ verdict }) => verdict)).toEqual(['likely', 'incomplete']);
    expect(summaryOf(notice, screened)).toMatchObject({
      people: 2,
      verdicts: { likely: 1, incomplete: 1, outOfScope: 0 },
    });
  });
});
