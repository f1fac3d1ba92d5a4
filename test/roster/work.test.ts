import { describe, expect, test } from 'vitest';
import { findColumns, peopleIn, questionsForAll } from '../../src/roster/index.ts';
import type { Pace } from '../../src/roster/pace.ts';
import { Cancelled } from '../../src/roster/pace.ts';
import { withoutPrivate } from '../../src/roster/private.ts';
import { decoded } from '../../src/roster/read/text.ts';
import { readXlsx } from '../../src/roster/read/xlsx.ts';
import type { ScreenedRow, SheetView } from '../../src/roster/types.ts';
import { jobsFor } from '../../src/roster/work.ts';
import { xlsxOf } from '../../src/roster/write/xlsx.ts';
import { notice, readText } from './support.ts';

const MANY = 5000;
const table = (count: number) => [
  ['姓名', '学历', '备注'],
  ...Array.from({ length: count }, (_, at) => [`人员${at}`, '本科', `第 ${at * 7919} 号`]),
];
const text = (count: number) =>
  table(count)
    .map((row) => row.join('\t'))
    .join('\n');

/** Counts how often others could have had their turn, and ends the work at one of them. */
function counted(endAt = Number.POSITIVE_INFINITY): Pace & { steps: number } {
  return {
    steps: 0,
    async step() {
      this.steps += 1;
      if (this.steps >= endAt) throw new Cancelled();
    },
  };
}

describe('long work', () => {
  test('leaves others their turn while a workbook is unpacked', async () => {
    const bytes = await xlsxOf([{ name: '名单', rows: table(MANY) }]);
    const all = counted();
    const [sheet] = await readXlsx(bytes, all);
    expect(sheet?.rows).toHaveLength(MANY + 1);
    expect(all.steps).toBeGreaterThan(bytes.length / (1 << 14));
    const early = counted(2);
    await expect(readXlsx(bytes, early)).rejects.toThrow(Cancelled);
    expect(early.steps).toBe(2);
  });

  test('leaves others their turn while text is decoded and private cells are taken out', async () => {
    const bytes = new TextEncoder().encode('一二三四五六七八九十'.repeat(150_000));
    const decoding = counted();
    // A character that two slices share comes out whole.
    expect(await decoded(bytes, decoding)).toBe('一二三四五六七八九十'.repeat(150_000));
    expect(decoding.steps).toBe(Math.ceil(bytes.length / (1 << 20)));
    const { sheet } = await readText(text(MANY));
    const cleaning = counted();
    await withoutPrivate(notice, sheet, cleaning);
    expect(cleaning.steps).toBeGreaterThanOrEqual(MANY / 100);
  });

  test('goes no further once it is ended, and what was there before can still be worked on', async () => {
    const jobs = jobsFor(notice);
    const read = await jobs.read({ text: text(MANY) }, {});
    const [sheet] = (read as { done: SheetView[] }).done;
    const input = { sheet: sheet?.id ?? 0, mapping: sheet!.mapping };
    const stop = new AbortController();
    const sent: ScreenedRow[][] = [];
    const ended = await jobs.check(input, { signal: stop.signal }, (rows) => {
      sent.push(rows);
      stop.abort();
    });
    expect(ended).toMatchObject({ problem: { code: 'cancelled' } });
    expect(sent).toHaveLength(1);
    const refused = await jobs.read({ text: text(10) }, { signal: stop.signal });
    expect(refused).toMatchObject({ problem: { code: 'cancelled' } });
    const again = await jobs.check(input, {}, () => {});
    expect(again).toMatchObject({ done: { people: MANY } });
  });

  test('counts the same people in slices as in one go', async () => {
    const list = `${text(300)}\n合计\t300\n填表人：某人`;
    const { sheet } = await readText(list);
    const { people, skipped } = peopleIn(notice, sheet, findColumns(notice, sheet));
    const read = await jobsFor(notice).read({ text: list }, {});
    expect((read as { done: SheetView[] }).done[0]?.mapping.skipped).toEqual(skipped);
    expect([people.length, skipped]).toEqual([300, [302, 303]]);
  });
});

describe('what is asked once for everybody', () => {
  const askedFor = async (...rows: string[]) => {
    const read = await jobsFor(notice).read({ text: rows.join('\n').replaceAll('|', '\t') }, {});
    const [sheet] = (read as { done: SheetView[] }).done;
    return questionsForAll(notice, sheet!, sheet!.mapping, {}).map(({ id }) => id);
  };
  const HEAD = '姓名|单位性质';

  test('is what somebody’s own cells make matter, however far down the list', async () => {
    const many = Array.from({ length: 200 }, (_, at) => `人员${at}|省属企业`);
    const plain = await askedFor(HEAD, ...many);
    expect(plain).not.toContain('entrusted');
    expect(plain).not.toContain('postApproved');
    expect(await askedFor(HEAD, ...many, '甲|央企')).toContain('entrusted');
    expect(await askedFor(HEAD, ...many, '甲|省属事业')).toContain('postApproved');
  });

  test('is all that may matter where two columns say it, or the texts are too many to know', async () => {
    expect(await askedFor(`${HEAD}|单位类别`, '甲|省属企业|省属企业')).toContain('entrusted');
    const free = Array.from({ length: 100 }, (_, at) => `人员${at}|第 ${at} 种`);
    expect(await askedFor(HEAD, ...free)).toContain('entrusted');
  });
});
