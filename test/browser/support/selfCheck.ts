import type { Frame, Locator, Page } from 'playwright-core';
import type { Answer, Answers } from '../../../src/calculator/index.ts';
import { screensOn } from '../../../src/widgets/SelfCheck/flow.ts';
import { notice, withAdded } from '../../content/2026/support.ts';

/** Where the self-check stands: a page of its own, or a frame in another. */
type Place = Page | Frame;

/** The answers of a person who meets everything; tests change what they are about. */
export const FITTING: Answers = withAdded({
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
});

/** The screens through which these answers lead, in their order, with what the year's content has added to it. */
export const wayOf = (answers: Answers): string[] => screensOn(notice, withAdded(answers));

/** The screen that comes so many after this one for a fitting person; before it where the number is negative. */
export function screenBeside(screen: string, steps: number): string {
  const way = wayOf(FITTING);
  const beside = way[way.indexOf(screen) + steps];
  if (beside === undefined) throw new Error(`Nothing is ${steps} screens from ${screen}`);
  return beside;
}

export async function start(page: Place): Promise<void> {
  // The button does nothing until the island has started.
  await page.locator('astro-island:not([ssr]) .self-check').waitFor();
  await page.getByRole('button', { name: '开始自查' }).click();
}

/**
 * Answers screen after screen until the result stands there, by clicking and typing in the page itself: one errand for
 * the whole way, which takes a hundredth of the time of one for each click.
 *
 * What only a rule asks that the tests do not know, because it came later, is answered so that the rule says yes.
 *
 * @returns the screens in the order in which they were asked, each by its questions
 */
export function complete(page: Place, answers: Answers): Promise<string[][]> {
  return page.evaluate(clickThrough, withAdded(answers));
}

/** Runs in the page, and so can use nothing from outside itself. */
export async function clickThrough(answers: Answers): Promise<string[][]> {
  const asked: string[][] = [];
  const find = <E extends Element = HTMLElement>(selector: string, within: ParentNode = document) =>
    within.querySelector<E>(selector);
  const until = async <T>(what: string, get: () => T | null | undefined | false): Promise<T> => {
    for (const end = performance.now() + 20_000; performance.now() < end; ) {
      const found = get();
      if (found) return found;
      await new Promise((tick) => setTimeout(tick));
    }
    throw new Error(`${what} did not come after ${asked.join(' → ')}`);
  };
  const type = (input: HTMLInputElement, text: string) => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  for (;;) {
    const form = await until('Neither form nor result', () =>
      // The last part of a result to come.
      find('.self-check-record') ? ('result' as const) : find<HTMLFormElement>('.self-check-form'),
    );
    if (form === 'result') return asked;
    const fieldsets = [...form.querySelectorAll<HTMLElement>('[data-question]')];
    asked.push(fieldsets.map(({ dataset }) => dataset.question ?? ''));
    for (const fieldset of fieldsets) {
      const id = fieldset.dataset.question ?? '';
      const [key = '', part] = id.split('.');
      const whole = answers[key];
      const answer = typeof whole === 'object' && part !== undefined ? whole[part] : whole;
      if (answer === undefined)
        throw new Error(`The page asks ${id}, which the test does not answer`);
      const input = (selector: string) => find<HTMLInputElement>(selector, fieldset);
      // What dates and amounts are typed into comes after the opening; answers can be quicker than it.
      await until(`What to answer ${id} with`, () => input('input'));
      if (typeof answer !== 'string') {
        for (const [amount, n] of Object.entries(answer)) {
          const field = input(`[name="${id}-${amount}"]`);
          if (field) type(field, String(n));
          // The form knows what is typed once it is drawn anew: the two amounts are one answer.
          await new Promise((tick) => setTimeout(tick));
        }
        continue;
      }
      const control =
        input(`[type=radio][value="${answer}"]`) ??
        input(`[type=checkbox][name="${id}-${answer}"]`);
      if (control) {
        if (!control.checked) control.click();
        continue;
      }
      const byDate = input('[type=radio][value=date]');
      if (byDate && !byDate.checked) byDate.click();
      type(await until(`The date's field in ${id}`, () => input('input[type=text]')), answer);
    }
    await new Promise((tick) => setTimeout(tick));
    find('[type=submit]', form)?.click();
    await until(`What follows ${asked.at(-1)}`, () => {
      const error = find('.tc-error', form)?.textContent;
      if (error) throw new Error(`The page does not take an answer: ${error}`);
      // The form outlives its questions.
      return (
        !form.isConnected || find('[data-question]', form)?.dataset.question !== asked.at(-1)?.[0]
      );
    });
  }
}

/** Answers what is on the screen as a pointer does, and so goes on. */
export async function answerScreen(page: Place, answers: Answers): Promise<void> {
  const before = await page.locator('.self-check').innerText();
  const option = await wholeAnswer(page, answers);
  if (option) await option.click();
  else {
    await fillScreen(page, answers);
    await page.getByRole('button', { name: '继续' }).click();
  }
  await page.waitForFunction(
    (text) => (document.querySelector('.self-check') as HTMLElement | null)?.innerText !== text,
    before,
  );
}

/** Answers screen after screen until this question is asked. */
export async function answerUntil(page: Place, question: string, answers: Answers): Promise<void> {
  const asked = page.locator(`[data-question="${question}"], [data-question^="${question}."]`);
  await page.locator('[data-question]').first().waitFor();
  while ((await asked.count()) === 0) await answerScreen(page, answers);
}

/** The one option on the screen that a tap gives as the whole answer, and goes on with; undefined where there is more to do. */
export async function wholeAnswer(page: Place, given: Answers): Promise<Locator | undefined> {
  const answers = withAdded(given);
  const id = (await page.locator('[data-question]').first().getAttribute('data-question')) ?? '';
  const radio = page.locator(`[type=radio][value="${answers[id]}"]`);
  return (await radio.count()) === 1 ? page.locator('label', { has: radio }) : undefined;
}

/** Fills in every question on the screen, where that does not yet go on. */
export async function fillScreen(page: Place, given: Answers): Promise<void> {
  const answers = withAdded(given);
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

/** Opens all that a result folds away. */
export const unfold = (page: Place): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('.self-check-folds details'))
      one.open = true;
  });

/** Goes from the result to a question, to change its answer. */
export async function changeAnswer(page: Place, title: string | RegExp): Promise<void> {
  await page.locator('.self-check-folds summary', { hasText: '您的回答' }).waitFor();
  await unfold(page);
  const name = typeof title === 'string' ? `修改：${title}` : title;
  await page.getByRole('button', { name }).click();
}
