import { describe, expect, test } from 'vitest';
import { exportRoster, screen } from '../../src/roster/index.ts';
import { packer, unpacker } from '../../src/roster/packed.ts';
import type { ScreenedRow } from '../../src/roster/types.ts';
import { rowAt, topsOf } from '../../src/widgets/Roster/heights.ts';
import {
  byWhen,
  type Filter,
  ordered,
  problemsIn,
  publicVerdict,
  spansOf,
} from '../../src/widgets/Roster/list.ts';
import { personOf } from '../../src/widgets/shared/screenedPerson.ts';
import { notice, readText } from './support.ts';

const TEXT = [
  '姓名\t部门\t学历\t现职称',
  '张三10\t\t看证书\t经济师',
  '李四2\t二部\t本科\t助工',
  '李四10\t一部\t技校\t助工',
  '王五\t二部\t大专\t初级',
].join('\n');

const FOR_ALL = {
  ...{ employer: 'provincialEnterprise', work: 'engineering', inService: 'yes' },
  ...{ route: 'education', misconductOn: 'none', skillLevel: 'none', specialty: 'materials' },
  ...{ target: 'engineer', education: 'bachelor', heldTitle: 'assistantEngineer' },
};

describe('by when', () => {
  const words = { earliest: '{year}', earliestMadeUp: '{until} {year} {later}' };
  const when = async (cells: string) => {
    const [y1, y2, y3] = [notice.year - 2, notice.year - 1, notice.year];
    const head = `姓名\t现职称取得时间\t${y1}年学时\t${y2}年学时\t${y3}年学时`;
    const { rows, sheet, mapping } = await readText(`${head}\n甲\t${cells}`, FOR_ALL);
    return Promise.all(
      [false, true].map(async (next) => {
        const screened = screen(notice, rows, { next });
        const input = { sheet, mapping, rows: screened, next, on: '2026-09-01' };
        const { bytes } = await exportRoster(notice, input, 'csv');
        return {
          shown: byWhen(notice, screened[0]!, words),
          out: new TextDecoder().decode(bytes),
        };
      }),
    );
  };

  test('the year’s end and what making up by then brings come first, under either notice', async () => {
    const FULL = '96（专业72）';
    for (const { shown, out } of await when(`2023-03-31\t${FULL}\t${FULL}\t40（专业20）`)) {
      expect(shown).toBe('2026-12-31 2027 2029');
      expect(out).toContain('2026-12-31 前补齐学时，2027；不补，2029');
    }
    // With nothing but credits short it may do for this year as well.
    const [now, next] = await when(`2021-03-31\t${FULL}\t${FULL}\t40（专业20）`);
    expect([now?.shown, next?.shown]).toEqual([
      `${notice.stages[0].closes}；2026-12-31 2027 2029`,
      '2026-12-31 2027 2029',
    ]);
    // Making up brings nothing earlier, and waiting has no day by which to do anything.
    const [late] = await when(`2025-03-31\t${FULL}\t${FULL}\t40（专业20）`);
    expect(late?.shown).toBe('2029');
  });
});

describe('who is handed on', () => {
  test('with a date as it was written, and no day that nobody wrote', async () => {
    const TABLE = ['2022.6', '2022', '202206', '2022-06-30', '2022年6月'];
    const { rows } = await readText(
      `姓名\t现职称\t取得时间\n${TABLE.map((since) => `甲\t助工\t${since}`).join('\n')}`,
    );
    const pack = packer();
    const screened = unpacker()(structuredClone(pack(screen(notice, rows))));
    expect(screened.map((row) => personOf(notice, row).heldSince)).toEqual([
      ...['2022年6月', '2022年', '2022年6月', '2022-06-30', '2022年6月'],
    ]);
    expect(new Set(screened.map(({ answers }) => answers.heldSince))).toEqual(
      new Set(['2022-06-30', '2022-12-31']),
    );
  });

  test('to a publicity with a good result alone, and who has to be decided on if the list shows those', () => {
    expect(
      [{}, { verdict: 'unlikely' }, { verdict: 'review' }].map((part) =>
        publicVerdict({ text: '', ...part } as Filter),
      ),
    ).toEqual(['likely', 'likely', 'review']);
  });
});

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

describe('the height of rows', () => {
  const problems: ScreenedRow['problems'] = [];
  const rows = [
    { short: '', problems },
    { short: '学时', by: '2026-12-31', problems },
    { short: '', problems },
  ];

  test('is one for all in a table; a card of somebody who lacks nothing is lower', () => {
    expect(topsOf(rows, false)).toEqual([0, 4.25, 8.5, 12.75]);
    const [, first = 0, second = 0, third = 0] = topsOf(rows, true);
    expect(first).toBeLessThan(second - first);
    expect(third - second).toBe(first);
  });

  test.each([
    [-1, 0],
    [0, 0],
    [4, 0],
    [5, 1],
    [9, 2],
    [99, 2],
  ])('at %d begins with row %d', (height, row) => {
    expect(rowAt([0, 5, 9, 12], height)).toBe(row);
  });

  test('of no rows is none', () => {
    expect([topsOf([], true), rowAt([0], 3)]).toEqual([[0], 0]);
  });
});
