import type { Frame, Locator, Page } from 'playwright-core';
import type { Answer, Answers } from '../../../src/calculator/index.ts';

/** Where the self-check stands: a page of its own, or a frame in another. */
type Place = Page | Frame;

/** The answers of a person who meets everything; tests change what they are about. */
export const FITTING: Answers = {
  target: 'engineer',
  specialty: 'informationTechnology',
  employer: 'provincialEnterprise',
  work: 'engineering',
  inService: 'yes',
  route: 'education',
  education: 'bachelor',
  heldTitle: 'assistantEngineer',
  heldSince: '2022-12-31',
  credits: {
    2024: { total: 90, professional: 60 },
    2025: { total: 96, professional: 72 },
    2026: { total: 90, professional: 60 },
  },
  misconductOn: 'none',
};

export async function start(page: Place): Promise<void> {
  // The button does nothing until the island has started.
  await page.locator('astro-island:not([ssr]) .self-check').waitFor();
  await page.getByRole('button', { name: '开始自查' }).click();
}

/** Answers screen after screen until the result stands there. */
export async function complete(page: Place, answers: Answers): Promise<void> {
  for (;;) {
    await page.locator('.self-check-form, .tc-verdict').first().waitFor();
    if (await page.locator('.tc-verdict').count()) {
      // The last part of a result to come.
      await page.locator('.self-check-record').waitFor({ state: 'attached' });
      return;
    }
    await answerScreen(page, answers);
  }
}

/** Fills in every question on the screen and goes on. */
export async function answerScreen(page: Place, answers: Answers): Promise<void> {
  const before = await page.locator('.self-check').innerText();
  for (const fieldset of await page.locator('[data-question]').all()) {
    const id = (await fieldset.getAttribute('data-question')) ?? '';
    const [key = '', part] = id.split('.');
    const whole = answers[key];
    const answer =
      part === undefined ? whole : (whole as Record<string, Answer> | undefined)?.[part];
    if (answer === undefined)
      throw new Error(`The page asks ${id}, which the test does not answer`);
    await fill(fieldset, id, answer as Answer);
  }
  await page.getByRole('button', { name: '继续' }).click();
  await page.waitForFunction(
    (text) => (document.querySelector('.self-check') as HTMLElement | null)?.innerText !== text,
    before,
  );
}

async function fill(fieldset: Locator, id: string, answer: Answer): Promise<void> {
  if (typeof answer !== 'string') {
    for (const [amount, n] of Object.entries(answer)) {
      await fieldset.locator(`[name="${id}-${amount}"]`).fill(String(n));
    }
    return;
  }
  const radio = fieldset.locator(`[type=radio][value="${answer}"]`);
  const toggle = fieldset.locator(`[type=checkbox][name="${id}-${answer}"]`);
  if (await radio.count()) return radio.check();
  if (await toggle.count()) return toggle.check();
  const byDate = fieldset.locator('[type=radio][value=date]');
  if (await byDate.count()) await byDate.check();
  await fieldset.locator('input[type=text]').fill(answer);
}
