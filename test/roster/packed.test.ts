import { describe, expect, test } from 'vitest';
import { screen } from '../../src/roster/index.ts';
import { packer, unpacker } from '../../src/roster/packed.ts';
import { notice, readText } from './support.ts';

const PEOPLE = Array.from({ length: 60 }, (_, at) =>
  [
    `人员${at % 48}`,
    `第${at % 3}部`,
    ['本科', '硕士', '大专', '看证书'][at % 4],
    ['助工', '工程师', '初级'][at % 3],
    `20${10 + (at % 13)}.6`,
    ['96（专业72）', '达标', '90/60/30', ''][at % 4],
  ].join('\t'),
);
const TEXT = `姓名\t部门\t学历\t现职称\t取得时间\t2024年学时\n${PEOPLE.join('\n')}\n\t研发部\t本科\t助工\t2020\t`;

describe('rows on their way from the worker to the page', () => {
  test('arrive as they were, in parts, with people named twice and without a name', async () => {
    const { rows } = await readText(TEXT);
    const screened = screen(notice, rows);
    expect(screened.some(({ sameAs }) => sameAs !== undefined)).toBe(true);
    expect(screened.at(-1)?.name).toBe('');
    const pack = packer();
    const unpack = unpacker();
    const parts = [0, 20, 40].map((from) => screened.slice(from, from + 20));
    parts.push(screened.slice(60));
    expect(parts.flatMap((part) => unpack(structuredClone(pack(part))))).toEqual(screened);
  });

  test('bring each result and each mark once', async () => {
    const { rows } = await readText(TEXT);
    const screened = screen(notice, [...rows, ...rows]);
    const pack = packer();
    const [first, again] = [
      pack(screened.slice(0, rows.length)),
      pack(screened.slice(rows.length)),
    ];
    const different = new Set(rows.map(({ answers }) => JSON.stringify(answers)));
    expect(first.results).toHaveLength(different.size);
    expect(first.problems.length).toBeLessThan(12);
    expect([again.results, again.problems, again.departments]).toEqual([[], [], []]);
  });
});
