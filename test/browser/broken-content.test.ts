import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveDev } from './support/dev.ts';
import { openPage } from './support/page.ts';

describe('content that is broken while developing', { timeout: 180_000 }, () => {
  let server: Awaited<ReturnType<typeof serveDev>>;
  beforeAll(async () => {
    server = await serveDev();
    await (await fetch(`${server.origin}/2026/contacts/`)).text();
  }, 300_000);
  afterAll(() => server?.close());

  test('is shown over the page with what to write, and on pages opened later, until it is mended', async () => {
    const path = join(server.content, 'notices/2026/notice.yaml');
    const right = readFileSync(path, 'utf8');
    const page = await openPage({ path: `${server.origin}/2026/contacts/` });
    await page.getByText('0571-87058121').first().waitFor();
    const overlay = page.locator('vite-error-overlay');

    writeFileSync(path, right.replace('0571-87058121', '0571-87058122'));
    await overlay.waitFor({ state: 'attached', timeout: 60_000 });
    expect(await overlay.evaluate((one) => one.shadowRoot?.textContent)).toContain(
      '省经信厅人事处的电话写着 0571-87058121，这里是 0571-87058122',
    );

    const later = await openPage({ path: `${server.origin}/2026/contacts/` });
    await later.locator('vite-error-overlay').waitFor({ state: 'attached', timeout: 60_000 });

    writeFileSync(path, right);
    await overlay.waitFor({ state: 'detached', timeout: 60_000 });
    await later.locator('vite-error-overlay').waitFor({ state: 'detached', timeout: 60_000 });
    // The page may be on its way anew.
    await page.getByText('0571-87058121').first().waitFor();
  });
});
