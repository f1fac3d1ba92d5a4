import { expect, test } from 'vitest';
import { loadNotice } from '../../src/notices/index.ts';
import { examples, faultsIn, groupsOf } from './support/examples.ts';

const notice = await loadNotice('2026');

/** What can be typed wrongly into each type of question. */
const MISTAKES = {
  choice: [],
  date: ['text', 'missing', 'early', 'late'],
  amounts: ['text', 'range', 'step', 'within'],
};

test('the examples have names of their own, and show every screen with every mistake, and every verdict', () => {
  const ids = examples.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const screens = [...new Set(notice.questions.map(({ screen }) => screen))];
  const wanted = [
    ...screens.flatMap((screen) => [`question-${screen}`, `mistake-${screen}-empty`]),
    ...notice.questions.flatMap(({ type, screen }) =>
      MISTAKES[type].map((mistake) => `mistake-${screen}-${mistake}`),
    ),
    ...Object.keys(notice.wording.verdicts).map((verdict) => `result-${verdict}`),
  ];
  expect(ids).toEqual(expect.arrayContaining(wanted));
});

test.each(groupsOf('selfCheck'))(
  'axe finds nothing in any example of %s',
  async (_, examples) => {
    expect(await faultsIn(examples)).toEqual([]);
  },
  900_000,
);
