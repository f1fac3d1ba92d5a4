/** A person's own list for the assumed next year, in words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, outlook } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { asText } from '../../src/widgets/Prepare/asText.ts';
import { type Item, preparationOf } from '../../src/widgets/shared/outlook/items.ts';
import { anyAnswers } from '../calculator/arbitraries.ts';
import { notice as sample } from '../calculator/support.ts';
import { SHORT } from './2026/support.ts';

const notice = await loadNotice('2026');
const words = notice.wording.prepare;

const listed = (answers: Answers) =>
  Object.fromEntries(
    preparationOf(notice, answers, words).map(({ state, items }) => [state, items]),
  );
const one = (items: Item[] | undefined, id: string) => items?.find((item) => item.id === id);

describe('the list of somebody who is short of a little', () => {
  const { toDo, byTime, notByThen, holds } = listed(SHORT);

  test('says what is still missing of this year, up to its end, in this year’s words', () => {
    const item = one(toDo, 'continuingEducation-2026');
    expect(item?.by).toBe('2026-12-31');
    expect(item?.text).toContain('2026 年再登记 30 学时（其中专业 20）');
  });

  test('says what the year that has not begun asks for', () => {
    expect(one(toDo, 'continuingEducation-2027')?.text).toMatch(/2027 年内登记：.*90.*60.*18/);
  });

  test('names a year that cannot be made up by its own number, and the first one without it', () => {
    const item = one(notByThen, 'continuingEducation-2025');
    expect(item?.title).toContain('2025 年');
    expect(item?.year).toBe(2028);
  });

  test('leaves out the year that is no longer asked for', () => {
    expect(JSON.stringify(listed(SHORT))).not.toContain('2024');
  });

  test('says on which day waiting is over', () => {
    expect(one(byTime, 'qualification')?.by).toBe('2027-03-01');
    expect(one(byTime, 'qualification')?.text).toContain('2027-03-01');
  });

  test('has a post to be approved before the window closes, and keeps what holds for the end', () => {
    expect(one(toDo, 'postApproval')?.by).toBe('2027-07-19');
    expect(holds?.map(({ id }) => id)).toContain('integrity');
    expect(Object.keys(listed(SHORT)).at(-1)).toBe('holds');
  });
});

test('what holds under the assumed notice is counted to its cutoff, not to this year’s', () => {
  const { holds } = listed({ ...SHORT, heldSince: '2020-01-01' });
  expect(one(holds, 'qualification')?.text).toContain('至 2027-12-31');
  expect(one(holds, 'qualification')?.text).not.toContain('2026-12-31');
});

test('whatever was answered: every item has words, no slot is left open, and none is lost or doubled', () => {
  fc.assert(
    fc.property(anyAnswers(), (answers) => {
      const groups = preparationOf(sample, answers, sample.wording.prepare);
      const items = groups.flatMap((group) => group.items);
      expect(items).toHaveLength(outlook(sample, answers).items.length);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      for (const { state, items } of groups) {
        for (const { title, text, by, year } of items) {
          expect(title + text).not.toMatch(/[{}]|undefined/);
          expect(text, `${state} ${title}`).not.toBe('');
          if (state === 'toDo' || state === 'byTime') expect(by).toBeDefined();
          if (state === 'notByThen' && year !== undefined)
            expect(year).toBeGreaterThan(sample.year + 1);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('as text it ends with the address of its page, or says why there is none', () => {
  const groups = preparationOf(notice, SHORT, words);
  const last = (page: string | undefined) =>
    asText(notice, groups, '2026-11-27', page, words).split('\n').at(-1);
  expect(last('https://example.test/2026/prepare/')).toBe('https://example.test/2026/prepare/');
  expect(last(undefined)).toBe('这份清单出自保存在电脑上的文件，所以没有网址。');
});
