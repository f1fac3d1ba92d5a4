import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/notices/index.ts';
import { notice } from './support.ts';

const reference = await loadReference(notice);

describe('the examples', () => {
  test.each(notice.rules)('of $id are two to four', ({ id }) => {
    const own = reference.examples.filter(({ rule }) => rule === id);
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(own.length).toBeLessThanOrEqual(4);
  });
});

describe('the open points', () => {
  const points = reference.openPoints.map(({ rule, point }) => [rule, point]);

  test('hold every item of every rule’s own list', () => {
    for (const { id, open = [] } of notice.rules) {
      for (const point of open) expect(points).toContainEqual([id, point]);
    }
  });

  test.each([
    '学历和年限',
    '中专',
    '连续',
    '公需',
    '缺的年度',
    '参加工作以前',
    '起算',
    '派遣',
    '退休年龄',
    '社保',
    '以考代评',
    '转评',
    '国外学历',
    '哪个受理点',
  ])('name what is known to be unknown: %s', (words) => {
    expect(points.filter(([, point]) => point?.includes(words))).toHaveLength(1);
  });

  test('say of each whom to ask', () => {
    for (const { ask } of reference.openPoints) expect(ask.length).toBeGreaterThan(0);
  });
});
