/** Every leaf of every rule is reached by clicking through the built page, and the page decides as the calculator does. */
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  assess,
  type Node,
  nextQuestion,
  type Question,
  withAnswer,
} from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { openPage } from './support/page.ts';
import { clickThrough, FITTING } from './support/selfCheck.ts';

const notice = await loadNotice('2026');

/** Answers for every question, so that no walk ever stops for want of one. */
const WHOLE: Answers = {
  entrusted: 'yes',
  startedWorkOn: '2020-01-01',
  skillLevel: 'technician',
  skillSince: '2020-01-01',
  postApproved: 'yes',
  ...FITTING,
};
const LONG_AGO = '2010-01-01';
const LATELY = '2026-06-01';

/** The ways through a rule's tree: what has to be answered to get to each leaf. */
function leaves(node: Node, way: Answers = {}): Answers[] {
  if ('ask' in node) {
    return node.branches.flatMap((branch) =>
      [branch.is].flat().flatMap((is) => {
        const value = is === 'date' ? LONG_AGO : is;
        return leaves(branch, { ...way, [node.ask]: value });
      }),
    );
  }
  if ('since' in node) return [LONG_AGO, LATELY].map((date) => ({ ...way, [node.since]: date }));
  if ('barred' in node) {
    return [LONG_AGO, '2023-07-01', LATELY].map((date) => ({ ...way, [node.barred]: date }));
  }
  if ('each' in node) {
    const enough = { total: 90, professional: 60 };
    const kinds = ['unsure', 'notWorking', enough, { total: 60, professional: 30 }];
    return [...kinds, { total: 90, professional: 30 }].map((kind) => ({
      ...way,
      [node.each]: { 2024: kind, 2025: enough, 2026: enough },
    }));
  }
  return [way];
}

/** The screens that the calculator says are asked until the verdict is settled. */
function screensFor(answers: Answers): string[] {
  const screens = new Set<string>();
  let given: Answers = {};
  while (!assess(notice, given).settled) {
    const { screen } = nextQuestion(notice, given) as Question;
    screens.add(screen);
    for (const question of notice.questions.filter((one) => one.screen === screen)) {
      const whole = answers[question.type === 'amounts' ? question.key : question.id];
      const answer =
        question.type === 'amounts' && typeof whole === 'object' ? whole[question.part] : whole;
      given = withAnswer(given, question, answer as string);
    }
  }
  return [...screens];
}

describe.each(notice.rules.map(({ id }) => id))('every leaf of %s', (id) => {
  const rule = notice.rules.find((one) => one.id === id)!;
  const applies: Answers = rule.appliesWhen
    ? { [rule.appliesWhen.question]: rule.appliesWhen.is[0] as string }
    : {};
  const people = leaves(rule.tree).map((way) => ({ ...WHOLE, ...applies, ...way }));

  test(`is reached by clicking (${people.length} ways), and decided as the calculator does`, async () => {
    const page = await openPage({ path: '/2026/self-check/', width: 360, height: 740 });
    await page.locator('astro-island:not([ssr]) .self-check').waitFor();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    for (const answers of people) {
      await press('开始自查');
      const asked = await page.evaluate(clickThrough, answers);
      const shown = await page.evaluate(() => ({
        verdict: document.querySelector<HTMLElement>('.tc-verdict')?.dataset.verdict,
        outcomes: Object.fromEntries(
          [...document.querySelectorAll<HTMLElement>('[data-rule]')].map(({ dataset }) => [
            dataset.rule,
            dataset.outcome,
          ]),
        ),
      }));
      const screens = screensFor(answers);
      const given = Object.fromEntries(
        Object.entries(answers).filter(([key]) =>
          notice.questions.some(
            (question) =>
              screens.includes(question.screen) && (question.id === key || question.screen === key),
          ),
        ),
      );
      const { verdict, findings } = assess(notice, given);
      expect(asked.map(([first]) => first?.split('.')[0])).toEqual(screens);
      expect(shown).toEqual({
        verdict,
        outcomes: Object.fromEntries(
          findings
            // Whoever is out of scope is told nothing of what was not asked.
            .filter(({ outcome }) => verdict !== 'outOfScope' || outcome !== 'unknown')
            .map(({ rule, outcome }) => [rule, outcome]),
        ),
      });
      expect(findings.find((finding) => finding.rule === id)?.outcome).toMatch(
        /^(met|unmet|review)$/,
      );
      await press('重新开始');
    }
  }, 180_000);
});
