import { describe, expect, test } from 'vitest';
import { screen } from '../../src/roster/index.ts';
import { ordered, problemsIn, spansOf } from '../../src/widgets/Roster/list.ts';
import { notice, readText } from './support.ts';

const TEXT = [
  '姓名\t部门\t学历\t现职称',
  '张三10\t\t看证书\t经济师',
  '李四2\t二部\t本科\t助工',
  '李四10\t一部\t技校\t助工',
  '王五\t二部\t大专\t初级',
].join('\n');

describe('the result’s list', () => {
  test('goes by the language’s order, with numbers as numbers, and who has nothing last either way', async () => {
    const rows = screen(notice, (await readText(TEXT)).rows);
    const by = (key: 'name' | 'department' | 'at', down: boolean) =>
      ordered(rows, { by: key, down }).map(({ at }) => at);
    expect(by('name', false)).toEqual([3, 4, 5, 2]);
    expect(by('name', true)).toEqual([2, 5, 4, 3]);
    // 二 before 一, as they are said; rows alike as the roster has them.
    expect(by('department', false)).toEqual([3, 5, 4, 2]);
    expect(by('department', true)).toEqual([4, 3, 5, 2]);
    expect(by('at', true)).toEqual([5, 4, 3, 2]);
    const verdicts = ordered(rows, { by: 'verdict', down: false });
    expect(verdicts.map(({ at }) => at)).toEqual([2, 3, 4, 5]);
  });

  test('names the rows that were passed over, those in a row together', () => {
    expect([spansOf([]), spansOf([1]), spansOf([1, 3, 4, 5, 9, 10])]).toEqual([
      '',
      '1',
      '1、3–5、9–10',
    ]);
  });

  test('shows the cells that were not understood first, and those that were taken last', async () => {
    const rows = screen(notice, (await readText(TEXT)).rows);
    expect(problemsIn(rows).map(({ at, kind, question }) => [at, kind, question])).toEqual([
      [2, 'unread', 'education'],
      [2, 'decide', 'heldTitle'],
      [5, 'decide', 'heldTitle'],
      [4, 'check', 'education'],
    ]);
  });
});
