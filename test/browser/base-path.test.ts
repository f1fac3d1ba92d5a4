import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../support/build-site.ts';
import { followLinks } from '../support/links.ts';
import { startNginx } from '../support/nginx.ts';
import { readGraph } from '../support/structured.ts';
import { serveHost } from './support/host.ts';
import { openPage } from './support/page.ts';
import { complete, FITTING, start, unfold } from './support/selfCheck.ts';

const URL_OF_SITE = 'https://guide.example';
let site: Awaited<ReturnType<typeof buildSite>>;
let nginx: Awaited<ReturnType<typeof startNginx>>;

beforeAll(async () => {
  site = await buildSite({
    env: {
      BASE_PATH: '/zc/',
      SITE_URL: URL_OF_SITE,
      EMBED_ANCESTORS: 'http://localhost:*',
      FEEDBACK_CONTACT: 'mailto:guide@guide.example',
      SECURITY_CONTACT: 'mailto:security@guide.example',
      SOURCE_DATE_EPOCH: '1784419200',
    },
  });
  nginx = await startNginx({ dist: site.dist, brotli: true });
}, 300_000);
afterAll(async () => {
  await nginx.stop();
  site.remove();
});

describe('every address in the site leads to a file, and every fragment to a place in it', () => {
  test('at the root', () => {
    const { followed, broken } = followLinks({ dist: 'dist', base: '/' });
    expect(followed).toBeGreaterThan(1500);
    expect(broken).toEqual([]);
  });

  test('below a path, with the addresses for other programs', () => {
    const { followed, broken } = followLinks({ dist: site.dist, base: '/zc/', url: URL_OF_SITE });
    expect(followed).toBeGreaterThan(1500);
    expect(broken).toEqual([]);
  });
});

describe('a site below a path', () => {
  const text = (file: string) => readFileSync(join(site.dist, file), 'utf8');
  const at = (path: string) => `${nginx.origin}${path}`;
  const status = async (path: string) => (await fetch(at(path), { redirect: 'manual' })).status;

  test('says where it is', () => {
    expect(text('2026/notice/index.html')).toContain(
      `<link rel="canonical" href="${URL_OF_SITE}/zc/2026/notice/"`,
    );
    expect(text('sitemap-0.xml')).toContain(`<loc>${URL_OF_SITE}/zc/2026/notice/</loc>`);
    // What is made to be embedded is nothing to be found.
    expect(text('sitemap-0.xml')).not.toMatch(/\/embed\/[^<]/);
    expect(text('robots.txt')).toContain(`Sitemap: ${URL_OF_SITE}/zc/sitemap-index.xml\n`);
  });

  test.each(['self-check', 'timeline', 'employers/roster'])(
    'is found once, under its year: %s',
    (id) => {
      const own = `${URL_OF_SITE}/zc/2026/${id}/`;
      for (const path of [id, `2026/${id}`]) {
        const html = text(`${path}/index.html`);
        expect(html.match(/<link rel="canonical"[^>]*>/g)).toEqual([
          `<link rel="canonical" href="${own}"/>`,
        ]);
        expect(html).toContain(`<meta property="og:url" content="${own}"/>`);
      }
      expect(text('sitemap-0.xml')).toContain(`<loc>${own}</loc>`);
      expect(text('sitemap-0.xml')).not.toContain(`<loc>${URL_OF_SITE}/zc/${id}/</loc>`);
    },
  );

  test('gives every page that may be found a picture for its links, and says what it is about', async () => {
    const found = [...text('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url]) => url!,
    );
    expect(found.length).toBeGreaterThan(35);
    for (const url of found) {
      const path = url.slice(`${URL_OF_SITE}/zc/`.length);
      const html = text(`${path}index.html`);
      const card = `cards/${path.replace(/\/$/, '') || 'index'}.png`;
      expect(html, path).toContain(
        `<meta property="og:image" content="${URL_OF_SITE}/zc/${card}"/>`,
      );
      expect(html, path).toContain('content="summary_large_image"');
      expect(await sharp(join(site.dist, card)).metadata()).toMatchObject({
        width: 1200,
        height: 630,
      });
      const graph = JSON.stringify(readGraph(html));
      expect(graph, path).toContain(`"${URL_OF_SITE}/zc/"`);
      expect(graph, path).not.toMatch(/"(url|item)":"\//);
    }
    expect(text('404.html')).not.toMatch(/canonical|og:image|og:url/);
    const manifest = JSON.parse(text('site.webmanifest'));
    expect(manifest).toMatchObject({ start_url: '/zc/', scope: '/zc/' });
    expect(manifest.icons[0].src).toBe('/zc/icon-192.png');
    expect(text('llms.txt')).toContain(`(${URL_OF_SITE}/zc/2026/notice/)`);
  });

  test('says whom to tell of a mistake, and of which page', () => {
    const address = /href="(mailto:guide@guide\.example\?[^"]+)"/.exec(
      text('2026/scope/index.html'),
    )?.[1];
    const fields = new URL(address!.replaceAll('&#38;', '&').replaceAll('&amp;', '&')).searchParams;
    expect(fields.get('subject')).toBe('网页有误：申报范围');
    expect(fields.get('body')).toContain('网页：/zc/2026/scope/');
    expect(text('about/index.html')).toContain('>guide@guide.example</a>');
  });

  test('gives its feed whole addresses', () => {
    const feed = text('feed.xml');
    expect(feed).toContain(
      `<link rel="self" type="application/atom+xml" href="${URL_OF_SITE}/zc/feed.xml"/>`,
    );
    expect(feed.match(/<link [^>]*href="(?!https:\/\/guide\.example\/zc\/)/g)).toBeNull();
  });

  test('is served below it and nowhere else', async () => {
    expect(await status('/zc/')).toBe(200);
    expect(await status('/zc')).toBe(301);
    for (const path of ['/', '/2026/notice/', '/zcx/', '/zc../dist/index.html', '/zc/_headers']) {
      expect(await status(path), path).toBe(404);
    }
    const missing = await fetch(at('/zc/none/'));
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('没有找到这个页面');
    // An embed of a year that is not held meets it in a frame, and is led on.
    expect(missing.headers.get('content-security-policy')).toContain(
      "frame-ancestors 'self' http://localhost:*",
    );
  });

  test('says whom to tell of a weakness, until a day that follows from the version', async () => {
    const answer = await fetch(at('/zc/.well-known/security.txt'));
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const text = await answer.text();
    expect(text).toContain('Contact: mailto:security@guide.example\n');
    expect(text).toContain('Expires: 2027-07-14T00:00:00.000Z\n');
    expect(text).toContain(`Canonical: ${new URL(URL_OF_SITE).origin}/.well-known/security.txt\n`);
  });

  test('goes from the home page to a result', async () => {
    const page = await openPage({ path: at('/zc/'), now: '2026-07-01T09:00:00+08:00' });
    await page.getByRole('navigation').getByRole('link', { name: '我能申报吗' }).first().click();
    await page.waitForURL('**/zc/self-check/');
    await start(page);
    await complete(page, FITTING);
    expect(await page.locator('.tc-verdict h2').innerText()).toBe('初步符合');
    await unfold(page);
    await page.locator('.self-check-findings a[href*="/notice/text/#clause"]').first().click();
    await page.waitForURL('**/zc/2026/notice/text/#clause-*');
  });

  test('finds its pages', async () => {
    const page = await openPage({ path: at('/zc/timeline/') });
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('继续教育');
    await page.locator('site-search li a').first().click();
    await page.waitForURL('**/zc/2026/**');
    expect(await page.locator('h1').count()).toBe(1);
  });

  const embedding = () => {
    const html = `<!doctype html><link rel="icon" href="data:,"><title-check widget="self-check"></title-check>
      <script src="${at('/zc/embed.js')}" async></script>`;
    return serveHost({ '/': { html } });
  };

  test('lends its widgets to the sites on its list', async () => {
    const page = await openPage({
      path: await embedding(),
      expected: new RegExp(`^other origin: ${nginx.origin}/zc/`),
    });
    const frame = page.frameLocator('title-check iframe');
    await frame.getByRole('button', { name: '开始自查' }).waitFor();
    const src = await page.locator('title-check iframe').getAttribute('src');
    expect(src).toBe(at('/zc/embed/self-check/'));
  });

  test('lends them to no other site', async () => {
    const page = await openPage({
      path: (await embedding()).replace('localhost', '127.0.0.1'),
      expected: new RegExp(`^other origin: ${nginx.origin}/zc/|frame-ancestors`),
    });
    await page.locator('title-check iframe').waitFor({ state: 'attached' });
    await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
  });
});
