import { describe, expect, test } from 'vitest';
import { openPage } from './support/page.ts';

describe('the search', () => {
  test('opens and closes by a shortcut with a modifier, and by no single key', async () => {
    const page = await openPage({ path: '/about/' });
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('/');
    await page.keyboard.press('k');
    expect(await dialog.isVisible()).toBe(false);
    await page.keyboard.press('Control+k');
    await dialog.waitFor();
    await page.keyboard.press('Meta+k');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('keeps the place of a result on one line beside a long title', async () => {
    const page = await openPage({ path: '/about/', width: 360 });
    await page.getByRole('button', { name: '搜索' }).click();
    await page.getByRole('searchbox').fill('学时');
    const places = page.getByRole('dialog').locator('.page:not(:empty)');
    await places.first().waitFor();
    const broken = await places.evaluateAll((all) =>
      all
        .filter(
          (one) =>
            one.getClientRects()[0]!.height >
            1.8 * Number.parseFloat(getComputedStyle(one).lineHeight),
        )
        .map(({ textContent }) => textContent),
    );
    expect(broken).toEqual([]);
  });

  test('shows what was typed as it was typed', async () => {
    const page = await openPage({ path: '/about/' });
    await page.keyboard.press('Control+k');
    for (const term of ['$&学时', "$`$'$$", '[COUNT]']) {
      await page.getByRole('searchbox').fill(term);
      const status = page.getByRole('dialog').getByRole('status');
      // Said while it searches as well as of what it found.
      await expect.poll(() => status.innerText()).toContain(term);
      await expect.poll(() => status.innerText()).not.toContain('搜索中');
      expect(await status.innerText()).toContain(term);
    }
  });
});
