import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  frameOf,
  openHost,
  opening,
  received,
  record,
  script,
  settled,
  site,
} from './support/embed.ts';
import { serveHost } from './support/host.ts';
import { openPage } from './support/page.ts';
import { complete, FITTING, start } from './support/selfCheck.ts';

describe('what passes between host and frame', () => {
  test('is a greeting, and then heights alone, whatever is answered', async () => {
    const page = await openHost(`${record}<title-check></title-check>${script}`);
    const frame = await frameOf(page);
    await start(frame);
    await complete(frame, FITTING);
    await settled(page, frame);
    const [first, ...messages] = await received(page);
    expect(first).toEqual({ type: 'title-check', version: 1 });
    expect(messages.length).toBeGreaterThan(3);
    for (const message of messages) {
      expect(message).toEqual({ type: 'title-check', version: 1, height: expect.any(Number) });
    }
  });

  test('is the greeting alone where the host has not greeted back', async () => {
    const page = await openHost(
      `${record}<iframe src="${site}/embed/self-check/" title="x" width="100%" height="700"></iframe>`,
    );
    const frame = await frameOf(page, 'iframe');
    await start(frame);
    await complete(frame, FITTING);
    expect(await received(page)).toEqual([{ type: 'title-check', version: 1 }]);
  });

  test('a height that another window sends changes nothing', async () => {
    const attacker = await serveHost({
      '/': {
        html: `<!doctype html><title>a</title><script>
          for (const window of [parent, top]) window.postMessage({ type: 'title-check', version: 1, height: 5000 }, '*');
          parent.postMessage('sent', '*');
        </script>`,
      },
    });
    const page = await openHost(`${record}<title-check></title-check>${script}`, {
      origins: [attacker],
    });
    const frame = await frameOf(page);
    const height = await settled(page, frame);
    await page.evaluate((origin) => {
      postMessage({ type: 'title-check', version: 1, height: 5000 }, '*');
      const other = document.createElement('iframe');
      other.src = origin;
      document.body.append(other);
    }, attacker);
    await expect.poll(() => received(page)).toContain('sent');
    expect(await settled(page, frame)).toBe(height);
  });

  test.each([
    { type: 'title-check', version: 2, height: 5000 },
    { type: 'other', version: 1, height: 5000 },
    { type: 'title-check', version: 1, height: '5000' },
    { type: 'title-check', version: 1, height: -1 },
    { type: 'title-check', version: 1, height: 1e9 },
    { type: 'title-check', version: 1, height: Number.POSITIVE_INFINITY },
    { type: 'title-check', version: 1 },
    ['title-check', 1, 5000],
    'height=5000',
    null,
  ])('the frame’s own %j is not taken for a height', async (message) => {
    const page = await openHost(`${record}<title-check></title-check>${script}`);
    const frame = await frameOf(page);
    const height = await settled(page, frame);
    await frame.evaluate((data) => {
      parent.postMessage(data, '*');
      parent.postMessage('sent', '*');
    }, message);
    await expect.poll(() => received(page)).toContain('sent');
    expect((await page.locator('title-check iframe').boundingBox())?.height).toBe(height);
  });

  test('a height from another site that has taken over the frame changes nothing', async () => {
    const attacker = await serveHost({
      '/': {
        html: `<!doctype html><title>a</title><script>
          parent.postMessage({ type: 'title-check', version: 1, height: 5000 }, '*');
          parent.postMessage('sent', '*');
        </script>`,
      },
    });
    const page = await openHost(`${record}<title-check></title-check>${script}`, {
      origins: [attacker],
      // The greeting goes to the site alone, and the browser says that it was not delivered.
      expected: /target origin provided/,
    });
    const height = await settled(page, await frameOf(page));
    await page.locator('title-check iframe').evaluate((frame, origin) => {
      (frame as HTMLIFrameElement).src = origin;
    }, attacker);
    await expect.poll(() => received(page)).toContain('sent');
    expect((await page.locator('title-check iframe').boundingBox())?.height).toBe(height);
  });

  test('heights are addressed to the host alone', async () => {
    // Only a host on the site’s own origin can look on. Passed on, a message comes from the host itself, so that the
    // frame keeps its height here.
    const page = await openPage();
    await page.context().addInitScript(() => {
      if (window !== top) return;
      const targets: string[] = [];
      const { postMessage } = window;
      Object.assign(window, {
        targets,
        postMessage: (message: object, targetOrigin: string) => {
          if ('height' in message) targets.push(targetOrigin);
          postMessage.call(window, message, { targetOrigin });
        },
      });
    });
    await page.goto(`${site}/embed/`);
    const targets = () => page.evaluate(() => (window as unknown as { targets: string[] }).targets);
    await expect.poll(targets).not.toEqual([]);
    expect(new Set(await targets())).toEqual(new Set([site]));
  });

  test('a greeting that another window sends gets no answer', async () => {
    const attacker = await serveHost({
      '/': {
        html: `<!doctype html><title>a</title>${record}<script>
          parent.frames[0].postMessage({ type: 'title-check', version: 1 }, '*');
        </script>`,
      },
    });
    const page = await openHost(
      `${record}<iframe id="widget" src="${site}/embed/self-check/" title="x"></iframe>`,
      { origins: [attacker] },
    );
    const frame = await frameOf(page, '#widget');
    await frame.evaluate(() => {
      const place = window as unknown as { got: unknown[] };
      place.got = [];
      addEventListener('message', ({ data }) => place.got.push(data));
    });
    await page.evaluate((origin) => {
      const other = document.createElement('iframe');
      other.id = 'other';
      other.src = origin;
      document.body.append(other);
    }, attacker);
    await expect.poll(() => received(frame)).toHaveLength(1);
    await opening(frame).click();
    await frame.locator('.self-check-form').waitFor();
    expect(await frame.locator('html[data-followed]').count()).toBe(0);
    const handle = await page.locator('#other').elementHandle();
    expect(await received((await handle?.contentFrame()) as Frame)).toEqual([]);
    expect(await received(page)).toEqual([{ type: 'title-check', version: 1 }]);
  });

  test('is understood by a script that a host pinned years ago', async () => {
    const page = await openHost(
      `<link rel="icon" href="data:,">${record}<title-check theme="scheme:dark"></title-check>`,
    );
    await page.route(`${site}/embed/v1.183fb21932.js`, (route) =>
      route.fulfill({ path: 'test/cases/embed-v1.183fb21932.txt', contentType: 'text/javascript' }),
    );
    await page.addScriptTag({ url: `${site}/embed/v1.183fb21932.js` });
    const frame = await frameOf(page);
    const first = await settled(page, frame);
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
    await start(frame);
    await complete(frame, FITTING);
    expect(await settled(page, frame)).toBeGreaterThan(first);
  });

  test('tells the first height as soon as there is one, before the frame has loaded', async () => {
    const page = await openHost(record);
    // What the page loads after its text never comes.
    await page.route('**/_astro/*.js', () => {});
    await page.evaluate(
      (html) => document.body.append(document.createRange().createContextualFragment(html)),
      `<title-check></title-check>${script}`,
    );
    await expect
      .poll(() => received(page))
      .toContainEqual({ type: 'title-check', version: 1, height: expect.any(Number) });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});
