import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withHead } from '../../src/components/site/head.ts';
import { asJsonLd, structuredData } from '../../src/components/site/structured.ts';
import { loadNotice, loadReference } from '../../src/notices/index.ts';
import { filesBelow } from '../../src/scripts/files.ts';
import {
  cardSvg,
  drawCard,
  HEIGHT,
  linesOf,
  WIDTH,
  widthOf,
} from '../../src/site/machines/card.ts';
import { graphOf, readGraph } from '../support/structured.ts';

const notice = await loadNotice('2026');
const reference = await loadReference(notice);
const pageAt = (path: string) => readFileSync(`dist${path}index.html`, 'utf8');
const pages = filesBelow('dist').filter(
  (file) => /(^|\/)index\.html$/.test(file) && !/^embed\/.+\//.test(file),
);

describe('what pages say to programs, where nobody said where the site stands', () => {
  test('is no address that might be wrong', () => {
    for (const file of [...pages, '404.html']) {
      const html = readFileSync(`dist/${file}`, 'utf8');
      expect(html, file).not.toMatch(/rel="canonical"|og:url|og:image|sitemap/);
      expect(html, file).toContain('<meta name="twitter:card" content="summary"/>');
    }
    expect(existsSync('dist/cards')).toBe(false);
    expect(readFileSync('dist/robots.txt', 'utf8')).toBe('User-agent: *\nAllow: /\n');
  });

  test('is what each page is about, in words of schema.org', () => {
    for (const file of pages) {
      const graph = readGraph(readFileSync(`dist/${file}`, 'utf8'));
      expect(graph.length, file).toBeGreaterThan(0);
      const kind = file === 'index.html' ? 'WebSite' : 'BreadcrumbList';
      expect(
        graph.map((thing) => thing['@type']),
        file,
      ).toContain(kind);
    }
    expect(readFileSync('dist/404.html', 'utf8')).not.toContain('ld+json');
  });

  test('is each stage as an event, with its days', () => {
    for (const path of ['/timeline/', '/2026/timeline/']) {
      const events = readGraph(pageAt(path)).filter((thing) => thing['@type'] === 'Event');
      expect(events.map(({ startDate, endDate }) => [startDate, endDate])).toEqual(
        notice.stages.map(({ opens, closes }) => [opens ?? closes, closes]),
      );
    }
  });

  test('is every question with its answer and its address', () => {
    const [page] = readGraph(pageAt('/2026/questions/')).filter(
      (one) => one['@type'] === 'FAQPage',
    );
    const asked = reference.answers.flatMap(({ questions }) => questions);
    const html = pageAt('/2026/questions/');
    const said = page?.mainEntity as {
      name: string;
      url: string;
      acceptedAnswer: { text: string };
    }[];
    expect(said.map(({ name }) => name)).toEqual(asked.map(({ question }) => question));
    for (const [index, { answer }] of asked.entries()) {
      expect(html).toContain(`id="${said[index]?.url.split('#')[1]}"`);
      const text = said[index]?.acceptedAnswer.text;
      for (const { says, standing } of answer) {
        expect(text).toContain(says);
        // Nothing sounds more certain than on the page.
        if (standing === 'reference')
          expect(text).toContain(notice.wording.standings.reference.label);
      }
    }
  });

  test('speaks of the department’s service as the department’s, and of this site as a guide', () => {
    const [page] = readGraph(pageAt('/2026/procedure/')).filter(
      (one) => one['@type'] === 'WebPage',
    );
    expect(page).toMatchObject({
      about: { '@type': 'GovernmentService', provider: { name: notice.issuer } },
      isBasedOn: { identifier: notice.number },
    });
    expect(page).not.toHaveProperty('publisher');
    for (const path of ['/', '/2026/procedure/', '/2026/timeline/', '/2026/questions/']) {
      for (const thing of readGraph(pageAt(path))) {
        if (thing['@type'] === 'BreadcrumbList') continue;
        expect(JSON.stringify(thing), path).toContain('不是浙江省经信厅的网站');
      }
    }
  });

  test('lets a browser find its signs, in both colours', async () => {
    const html = pageAt('/2026/scope/');
    const manifest = JSON.parse(readFileSync('dist/site.webmanifest', 'utf8'));
    expect(manifest).toMatchObject({
      start_url: '/',
      scope: '/',
      lang: 'zh-CN',
      display: 'browser',
    });
    for (const { src, sizes } of manifest.icons) {
      const { width, height, format } = await sharp(`dist${src}`).metadata();
      expect([`${width}x${height}`, format]).toEqual([sizes, 'png']);
    }
    expect(await sharp('dist/apple-touch-icon.png').metadata()).toMatchObject({ width: 180 });
    // An icon file that holds one picture, a PNG from its 22nd byte on.
    const icon = readFileSync('dist/favicon.ico');
    expect(icon.subarray(0, 6)).toEqual(Buffer.from([0, 0, 1, 0, 1, 0]));
    expect(await sharp(icon.subarray(22)).metadata()).toMatchObject({ width: 32, format: 'png' });
    expect(html).toContain('rel="manifest" href="/site.webmanifest"');
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    const [, light, dark] = /--tc-paper: light-dark\((#\w+), (#\w+)\)/.exec(tokens) ?? [];
    for (const [scheme, colour] of Object.entries({ light, dark })) {
      expect(html).toContain(
        `<meta name="theme-color" content="${colour}" media="(prefers-color-scheme: ${scheme})"/>`,
      );
    }
  });

  test('is, for those who read text, a list of all pages, and what has to be said with them', () => {
    const list = readFileSync('dist/llms.txt', 'utf8');
    expect(list).toMatch(/^# \S+\n\n> \S+\n/);
    const links = [...list.matchAll(/^- \[(.+)\]\((\S+)\): (.+)$/gm)].map(([, , href]) => href);
    for (const file of pages) expect(links).toContain(`/${file.replace(/index\.html$/, '')}`);
    for (const href of links) {
      expect(existsSync(`dist${href?.replace(/\/$/, '/index.html')}`), href).toBe(true);
    }
    expect(links.slice(0, 3)).toEqual(['/', '/self-check/', '/timeline/']);
    expect(list).toContain('独立整理的指南');
    expect(list).toContain('参考口径·待核');
  });
});

describe('structured data', () => {
  const about = {
    id: '2026/procedure',
    title: '</script><b>',
    url: 'https://a.cn/zc/2026/procedure/',
    notice,
    steps: [{ label: '甲', href: '/zc/a/' }, { label: '乙' }],
    answers: reference.answers,
    at: (path: string) => `https://a.cn/zc${path}`,
    whole: (href: string) => `https://a.cn${href}`,
  };

  test('leads from home through the groups to the page, by whole addresses', () => {
    const [trail] = graphOf(asJsonLd(structuredData(about)));
    const items = trail?.itemListElement as { name: string; item: string; position: number }[];
    expect(items.map(({ position, item }) => [position, item])).toEqual([
      [1, 'https://a.cn/zc/'],
      [2, 'https://a.cn/zc/a/'],
      [3, 'https://a.cn/zc/2026/procedure/'],
    ]);
  });

  test('cannot end the element that it stands in', () => {
    expect(asJsonLd(structuredData(about))).not.toContain('</');
  });

  test('names no platform that the content does not', () => {
    const without = { ...about, notice: { ...notice, documents: [] } };
    const kinds = ['2026/procedure', '2026/timeline'].flatMap((id) =>
      structuredData({ ...without, id }),
    );
    expect(JSON.stringify(kinds)).not.toMatch(/VirtualLocation|ServiceChannel/);
    expect(structuredData({ ...about, id: '404' })).toEqual([]);
    expect(structuredData({ ...about, id: '2025/timeline' })).toHaveLength(1);
  });
});

test('a head keeps what Starlight says and replaces what is not so', () => {
  const head = withHead(
    [
      { tag: 'title', attrs: {}, content: '甲' },
      { tag: 'link', attrs: { rel: 'canonical', href: '/wrong/' }, content: '' },
    ],
    {
      canonical: 'https://a.cn/2026/self-check/',
      card: 'https://a.cn/cards/self-check.png',
      title: '甲',
      isHome: false,
      feed: { title: '乙', href: '/feed.xml' },
      file: (path) => path,
    },
  );
  const canonical = head.filter(({ attrs }) => attrs?.rel === 'canonical');
  expect(canonical.map(({ attrs }) => attrs?.href)).toEqual(['https://a.cn/2026/self-check/']);
  expect(head[0]).toMatchObject({ tag: 'title', content: '甲' });
  expect(head.find(({ attrs }) => attrs?.property === 'og:image:height')?.attrs?.content).toBe(
    String(HEIGHT),
  );
});

describe('a link’s picture', () => {
  test('is as large as its tags say, and small to load', async () => {
    const picture = await drawCard({
      title: '2026 年度：我能申报吗',
      about: '按通知，回答十来个问题。',
    });
    expect(await sharp(picture).metadata()).toMatchObject({ width: WIDTH, height: HEIGHT });
    expect(picture.length).toBeLessThan(60_000);
    const { channels } = await sharp(picture).stats();
    // There are letters on it.
    expect(Math.min(...channels.map(({ min }) => min))).toBeLessThan(60);
  });

  test('can be drawn for every page that there is', () => {
    for (const file of pages) {
      const html = readFileSync(`dist/${file}`, 'utf8');
      const said = (property: string) =>
        new RegExp(`property="og:${property}" content="([^"]*)"`).exec(html)?.[1] ?? '';
      expect(cardSvg({ title: said('title'), about: said('description') }), file).toContain(
        '<path',
      );
    }
  });

  test('breaks a title into lines of about one length that fit, and never before a comma', () => {
    const long = '2026 年度以后：准备下一年度要做的每一件事，从学时到岗位，从证书到委托';
    const lines = linesOf(long, 72);
    expect(lines.length).toBe(3);
    expect(lines.join('').replaceAll(' ', '')).toBe(long.replaceAll(' ', ''));
    const widths = lines.map((line) => widthOf(line, 72));
    for (const width of widths) expect(width).toBeLessThanOrEqual(WIDTH - 160 + 72);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.6);
    for (const line of lines) expect(line).not.toMatch(/^[，。：、]/);
  });

  test('names a letter that its font lacks, and what to do', () => {
    expect(() => cardSvg({ title: '𠮷', about: '' })).toThrow(/“𠮷”.*换一个字/);
  });
});

test('the shapes refuse what search engines would', () => {
  const graph = (thing: object) =>
    graphOf(JSON.stringify({ '@context': 'https://schema.org', '@graph': [thing] }));
  const event = { '@type': 'Event', name: '甲', endDate: '2026-07-19' };
  expect(() => graph(event)).toThrow(z.ZodError);
  expect(() => graph({ '@type': 'BreadcrumbList', itemListElement: [] })).toThrow(z.ZodError);
  expect(() => graph({ '@type': 'Organization', name: '甲' })).toThrow(z.ZodError);
});
