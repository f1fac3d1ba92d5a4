import { expect, test } from 'vitest';
import { nextQuestion, screensLeft } from '../../src/calculator/index.ts';
import { forAsking, forSelfCheck } from '../../src/notices/index.ts';
import { asked } from '../../src/widgets/SelfCheck/flow.ts';
import { people } from '../bench/people.ts';
import { calendar, changedNotice, enough, notice, person } from './support.ts';

test.each([
  // target, specialty, employer, entrusted or postApproved (no unit needs both), route, education, heldTitle,
  // heldSince, credits, misconductOn.
  ['nothing answered', {}, 10],
  ['a unit that needs no entrustment and no post', { employer: 'provincialEnterprise' }, 8],
  ['a unit that needs its entrustment only', { employer: 'centralInstitution' }, 9],
  ['a route that asks nothing more', { route: 'exceptional' }, 6],
  ['the longest route', { target: 'engineer', route: 'education' }, 8],
  ['a title that is needed', { ...person(), heldSince: undefined }, 1],
  ['everything', person(), 0],
  ['everything but the unit', { ...person(), employer: undefined }, 2],
])('%s', (_, given, left) => {
  const answers = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  expect(screensLeft(notice, answers as ReturnType<typeof person>)).toBe(left);
});

test('the years share one screen, left until all are answered', () => {
  for (const credits of [undefined, {}, { 2024: enough }, { 2024: enough, 2025: 'unsure' }]) {
    expect(screensLeft(notice, person({ credits }))).toBe(1);
  }
});

test('years that stand on screens of their own count one by one', () => {
  const apart = changedNotice((copy) => {
    for (const question of copy.questions) question.screen = question.id;
  });
  expect(screensLeft(apart, person({ credits: { 2024: enough } }))).toBe(2);
});

test('a rule that does not apply leaves nothing to ask, whatever its tree begins with', () => {
  const direct = changedNotice((copy) => {
    const rule = copy.rules.find(({ id }) => id === 'postApproval')!;
    rule.appliesWhen = { question: 'employer', is: ['provincialInstitution'] };
    if ('ask' in rule.tree) rule.tree = rule.tree.branches[0]!;
  });
  expect(screensLeft(direct, person())).toBe(0);
  expect(screensLeft(direct, person({ employer: 'provincialInstitution' }))).toBe(1);
});

test('nobody who is out of scope is asked anything more', () => {
  expect(screensLeft(notice, { employer: 'government' })).toBe(0);
});

test('the self-check is told what is left before the first answer, whichever form of the notice it gets', () => {
  const whole = forSelfCheck(notice, calendar);
  expect([whole.screens, forAsking(whole).screens]).toEqual([10, 10]);
});

test('is never more than the longest way leaves, which is said until this can be counted', () => {
  const most = screensLeft(notice, {});
  for (const answers of people(notice, 300)) {
    const given = new Set(asked(notice, answers).map(({ screen }) => screen));
    const isOpen = nextQuestion(notice, answers) !== undefined;
    expect(screensLeft(notice, answers)).toBeLessThanOrEqual(most - given.size + (isOpen ? 1 : 0));
  }
});

test('an answer that was never offered is refused, as by assess', () => {
  expect(() => screensLeft(notice, { ...person(), target: 'professor' })).toThrow(RangeError);
});
