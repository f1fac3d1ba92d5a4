/** axe finds nothing on any question, nor where it is sent empty or its clause and the answers given are open. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import {
  type Answers,
  encodeAnswers,
  nextQuestion,
  withAnswer,
} from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { openPage } from './support/page.ts';
import { FITTING } from './support/selfCheck.ts';

const notice = await loadNotice('2026');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

const PEOPLE: Answers[] = [
  { ...FITTING, employer: 'centralInstitution', entrusted: 'yes' },
  { ...FITTING, employer: 'provincialInstitution', postApproved: 'yes' },
  { ...FITTING, target: 'assistantEngineer', startedWorkOn: '2020-01-01' },
  { ...FITTING, route: 'skilled', skillLevel: 'technician', skillSince: '2020-01-01' },
];

/** For each question the answers that lead to it, as a link's fragment. */
function waysToQuestions(): Map<string, string> {
  const ways = new Map<string, string>();
  for (const person of PEOPLE) {
    let given: Answers = {};
    for (;;) {
      const question = nextQuestion(notice, given);
      if (!question) break;
      if (!ways.has(question.screen)) ways.set(question.screen, encodeAnswers(notice, given));
      const whole = person[question.type === 'amounts' ? question.key : question.id];
      const answer =
        question.type === 'amounts' && typeof whole === 'object' ? whole[question.part] : whole;
      given = withAnswer(given, question, answer as string);
    }
  }
  return ways;
}

test.each(['light', 'dark'] as const)(
  'axe finds nothing on any question in %s',
  async (scheme) => {
    const ways = waysToQuestions();
    expect(ways.size).toBe(new Set(notice.questions.map(({ screen }) => screen)).size);
    const page = await openPage({ path: '/2026/self-check/', colorScheme: scheme, width: 360 });
    await page.locator('astro-island:not([ssr]) .self-check').waitFor();
    await page.getByRole('button', { name: '开始自查' }).click();
    await page.evaluate(axe);
    const found: string[] = [];
    for (const [screen, fragment] of ways) {
      if (screen !== 'target') {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, fragment);
      }
      await page.locator(`[data-question^="${screen}"]`).first().waitFor();
      await page.getByRole('button', { name: '继续' }).click();
      await page.locator('.tc-error').first().waitFor();
      await page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLDetailsElement>('.self-check details'))
          one.open = true;
      });
      const problems = await page.evaluate(async () => {
        // @ts-expect-error axe is put into the page as a global
        const { violations } = await axe.run('.self-check');
        return violations.map(
          (v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html}`,
        );
      });
      found.push(...problems.map((problem: string) => `${screen}: ${problem}`));
    }
    expect(found).toEqual([]);
  },
  120_000,
);
