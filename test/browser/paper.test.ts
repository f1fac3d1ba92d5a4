import { describe, expect, test } from 'vitest';
import { loadNotice } from '../../src/notices/index.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

const notice = await loadNotice('2026');
const path = '/2026/self-check/paper/';

describe('without JavaScript', () => {
  test.each(['/self-check/', '/2026/self-check/'])(
    '%s leads to the check on paper',
    async (from) => {
      const page = await openPage({ path: from, javaScriptEnabled: false });
      await page.locator('main').getByRole('link', { name: '纸上自查' }).first().click();
      await page.waitForURL(`**${path}`);
      expect(await page.locator('h1').innerText()).toContain('纸上自查');
    },
  );

  test('the check on paper holds every question with every answer, every rule and every verdict', async () => {
    const page = await openPage({ path, javaScriptEnabled: false });
    const text = (await page.locator('main').innerText()).replace(/\s/g, '');
    const wanted = [
      ...notice.questions.filter(({ type }) => type !== 'amounts').map(({ title }) => title),
      ...notice.questions.flatMap((question) => (question.type === 'amounts' ? question.part : [])),
      ...notice.questions.flatMap(({ options }) => options.map(({ label }) => `☐${label}`)),
      ...notice.rules.map(({ title }) => title),
      ...Object.values(notice.wording.verdicts).map(({ label }) => `☐${label}`),
      ...notice.materials.items.map((item) => item.text),
    ];
    const lacking = wanted.filter((words) => !text.includes(words.replace(/\s/g, '')));
    expect(lacking).toEqual([]);
  });
});

describe('the check on paper', () => {
  test.each(['screen', 'print'] as const)('has nothing for axe to find on %s', async (media) => {
    const page = await openPage({ path, width: 360 });
    await page.emulateMedia({ media });
    expect(await violations(page, 'main')).toEqual([]);
  });

  test('does not scroll sideways at 320 px', async () => {
    const page = await openPage({ path, width: 320, height: 640 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
