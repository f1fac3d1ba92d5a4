import { readFileSync } from 'node:fs';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { atom } from '../../src/components/site/atom.ts';
import { feedback, reportAddress } from '../../src/components/site/trust.ts';
import { comparedOn, loadChanges, loadNotice, loadReference } from '../../src/notices/index.ts';
import { filesBelow } from '../../src/scripts/files.ts';

const CONTENT = new URL('../../content/', import.meta.url);
const notice = await loadNotice('2026');
const changes = await loadChanges([notice], CONTENT);
const page = (path: string) => readFileSync(`dist${path}index.html`, 'utf8');
const bare = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
    .replace(/\s+/g, '');

describe('the line below every page', () => {
  const pages = filesBelow('dist').filter(
    (file) =>
      (/(^|\/)(index|404)\.html$/.test(file) && !/^embed\/./.test(file)) ||
      file === 'embed/index.html',
  );
  const lineOf = (html: string) => /<p class="trust[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '';

  test('says when its facts were compared, which version it is and how to report a mistake', () => {
    expect(pages.length).toBeGreaterThan(30);
    for (const file of pages) {
      const line = lineOf(readFileSync(`dist/${file}`, 'utf8'));
      expect(bare(line), file).toMatch(
        /^内容上次和2026年度通知对照：\d{4}-\d\d-\d\d。版本2026\.\d+。发现写错了，怎么办$/,
      );
      expect(line, file).toContain('href="/changes/"');
      expect(line, file).toContain('href="/about/#发现写错了"');
    }
  });

  test('names on a rule’s page the day of that rule, elsewhere the first by which all were compared', () => {
    const days = notice.rules.map(({ reviewed }) => reviewed.on).sort();
    for (const { id, reviewed } of notice.rules) {
      expect(lineOf(page(`/2026/rules/${id}/`))).toMatch(new RegExp(`<time[^>]*>${reviewed.on}<`));
    }
    expect(lineOf(page('/2026/notice/'))).toMatch(new RegExp(`<time[^>]*>${days[0]}<`));
    expect(comparedOn(notice, '2026/rules')).toBe(days[0]);
  });
});

describe('whom to tell of a mistake', () => {
  test.each([
    'mailto:guide@example.gov.cn',
    'https://example.gov.cn/feedback/?from=guide',
    'tel:+86-571-00000000',
  ])('may be %s', (address) => {
    expect(feedback(` ${address} `)).toBe(address);
  });

  test.each([undefined, '', ' '])('may be left open: %j', (address) => {
    expect(feedback(address)).toBeUndefined();
  });

  test.each([
    'guide@example.gov.cn',
    'http://example.gov.cn/',
    'javascript:alert(1)',
    'mailto:a@b.cn?bcc=c@d.cn',
    'mailto:a@b.cn mailto:c@d.cn',
    'https://a.cn/" onclick="x',
  ])('refuses %j, and says how to write it', (address) => {
    expect(() => feedback(address)).toThrow(/FEEDBACK_CONTACT 里的.*mailto:/);
  });

  test('gets the page with a mail, and nothing with any other address', () => {
    const mail = new URL(reportAddress('mailto:a@b.cn', '材料 & 清单', '/zc/2026/materials/'));
    expect(mail.searchParams.get('subject')).toBe('网页有误：材料 & 清单');
    expect(mail.searchParams.get('body')).toContain('/zc/2026/materials/');
    expect(reportAddress('https://a.cn/', '材料', '/')).toBe('https://a.cn/');
  });
});

test('the page about the site names every open point, from the content, and leads to it', async () => {
  const { openPoints } = await loadReference(notice);
  const list = /<ul data-open-points[^>]*>.*?<\/ul>/s.exec(page('/about/'))?.[0] ?? '';
  for (const { point, rule = 'others' } of openPoints) {
    expect(bare(list)).toContain(point.replace(/\s+/g, ''));
    expect(list).toContain(`/2026/open-points/#open-${rule}`);
  }
});

describe('what has changed', () => {
  test('is told on its page, newest first, each with a place of its own', () => {
    const html = page('/changes/');
    const places = changes.map(({ id }) => html.indexOf(`<li id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const { title } of changes) expect(bare(html)).toContain(title.replace(/\s+/g, ''));
  });

  const told = (version: string) => ({ id: '2026', revision: 2, version });
  test('has to be told of a notice that was revised, and not of one that is new', async () => {
    await expect(loadChanges([told('2026.99')], CONTENT)).rejects.toThrow(
      /changes\.yaml.*2026\.99 版.*version: "2026\.99"/,
    );
    await expect(loadChanges([{ ...told('2027.1'), revision: 1 }], CONTENT)).resolves.toHaveLength(
      changes.length,
    );
  });
});

/** What RFC 4287 asks of a feed, and what readers of feeds rely on. */
const iri = z.string().regex(/^[a-z][a-z\d+.-]*:\S+$/);
const time = z.iso.datetime({ offset: true });
const link = z.object({
  rel: z.enum(['self', 'alternate']),
  type: z.string(),
  href: z.string().min(1),
});
const feedShape = z.object({
  xmlns: z.literal('http://www.w3.org/2005/Atom'),
  id: iri,
  title: z.string().min(1),
  author: z.string().min(1),
  updated: time,
  links: z.array(link).min(2),
  entries: z
    .array(
      z.object({
        id: iri,
        title: z.string().min(1),
        updated: time,
        links: z.array(link).length(1),
        content: z.string().min(1),
      }),
    )
    .min(1),
});

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}
function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: { ...(attributes as Record<string, string>) },
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.ontext = (text) => {
    for (const element of open.slice(1)) element.text += text;
  };
  parser.onclosetag = () => open.pop();
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  return root.children[0]!;
}
function readFeed(xml: string) {
  const feed = readXml(xml);
  const parts = ({ children }: Element) => ({
    ...Object.fromEntries(children.map(({ name, text }) => [name, text.trim()])),
    links: children.filter(({ name }) => name === 'link').map(({ attributes }) => attributes),
  });
  const entries = feed.children.filter(({ name }) => name === 'entry').map(parts);
  return feedShape.parse({ ...feed.attributes, ...parts(feed), entries });
}

describe('the feed', () => {
  const built = readFileSync('dist/feed.xml', 'utf8');
  const feed = readFeed(built);

  test('holds every change under an id that stays, newest first', () => {
    expect(feed.entries.map(({ title }) => title)).toEqual(changes.map(({ title }) => title));
    expect(new Set([feed.id, ...feed.entries.map(({ id }) => id)]).size).toBe(changes.length + 1);
    // Readers of the feed would show everything anew.
    expect(feed.id).toBe('urn:uuid:d10b041e-6ad7-5f14-ab77-cbd782691103');
    expect(feed.updated.slice(0, 10)).toBe(changes[0]?.on);
    for (const { links } of feed.entries) expect(links[0]?.href).toMatch(/^\/changes\/#/);
  });

  test('is found from every page', () => {
    for (const path of ['/', '/2026/notice/', '/changes/', '/2026/rules/specialty/']) {
      expect(page(path)).toMatch(
        /<link rel="alternate" type="application\/atom\+xml"[^>]* href="\/feed\.xml"/,
      );
    }
  });

  test('bears whatever a title or an address holds', () => {
    const odd = {
      id: 'odd',
      on: '2026-01-01',
      about: 'site' as const,
      title: '甲 <b> & "乙"',
      says: [']]>'],
    };
    const { entries, links } = readFeed(
      atom({ title: '&', subtitle: '<', author: '"', page: '/a/?b&c', self: '/x', changes: [odd] }),
    );
    expect(entries[0]).toMatchObject({ title: odd.title, content: ']]>' });
    expect(links.find(({ rel }) => rel === 'alternate')?.href).toBe('/a/?b&c');
  });
});
