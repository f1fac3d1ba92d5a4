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
});
