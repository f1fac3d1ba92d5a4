/** From when on somebody may apply whose ban ends within the window. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addYears, assess, explain, metFrom } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { anyAnswers } from './arbitraries.ts';

const notice = await loadNotice('2026');
const [{ opens = '', closes }] = notice.stages;
const of = (misconductOn: string) => {
  const finding = assess(notice, { misconductOn }).findings.find(
    ({ rule }) => rule === 'integrity',
  );
  if (!finding) throw new Error('integrity');
  return [finding.outcome, metFrom(notice, finding)];
};
/** Whose ban of three years ends on a day. */
const endingOn = (day: string) => addYears(day, -3);

test('it is the day after one that lies within the window and is not its last', () => {
  expect(of(endingOn(addDays(opens, -1)))).toEqual(['met', undefined]);
  expect(of(endingOn(opens))).toEqual(['met', addDays(opens, 1)]);
  expect(of(endingOn(addDays(closes, -1)))).toEqual(['met', closes]);
  expect(of(endingOn(closes))).toEqual(['unmet', undefined]);
});

test('nothing else has such a day, and whoever has one reads it in the reason', () => {
  fc.assert(
    fc.property(anyAnswers(1, notice), fc.integer({ min: -5, max: 40 }), (answers, days) => {
      const misconductOn = endingOn(addDays(opens, days));
      for (const finding of assess(notice, { ...answers, misconductOn }).findings) {
        const from = metFrom(notice, finding);
        if (from !== undefined) {
          expect([finding.rule, finding.outcome]).toEqual(['integrity', 'met']);
          expect(explain(notice, finding).reason).toContain(`从 ${from} 起才能申报`);
        }
      }
    }),
  );
  expect(metFrom(notice, { rule: 'none', outcome: 'met', path: [] })).toBeUndefined();
});
