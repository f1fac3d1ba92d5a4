import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { entryOf, linksIn, trailTo } from '../../src/components/site/wayfinding.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { filesBelow } from '../../src/scripts/files.ts';
import { pageOf, WIDGETS } from '../../src/widgets/about.ts';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

const YEAR = '2026';
const notice = await loadNotice(YEAR);

const attribute = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value;
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
const all = (node: Node, is: (element: Element) => boolean): Element[] => [
  ...('tagName' in node && is(node) ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap((child) => all(child, is)) : []),
];

/** A page's own markup, each part that finds one's way in it. */
function pageAt(path: string) {
  const document = parse(readFileSync(`dist${path}index.html`, 'utf8'));
  const inside = (is: (element: Element) => boolean) => all(document, is);
  const links = (elements: Element[]) =>
    elements.flatMap((element) =>
      all(element, ({ tagName }) => tagName === 'a').map((link) => ({
        href: attribute(link, 'href') ?? '',
        label: textOf(link).trim(),
        isCurrent: attribute(link, 'aria-current') === 'page',
      })),
    );
  const named = (name: string) => inside((one) => attribute(one, 'aria-label') === name);
  return {
    title: textOf(inside(({ tagName }) => tagName === 'title')[0]!).split(' | ')[0],
    heading: textOf(inside(({ tagName }) => tagName === 'h1')[0]!).trim(),
    sidebar: links(named('全站目录')),
    header: links(named('常用')),
    trail: links(named('当前位置')),
    steps: named('当前位置').flatMap((nav) =>
      all(nav, ({ tagName }) => tagName === 'li').map((step) => textOf(step).trim()),
    ),
    links: links(inside(({ tagName }) => tagName === 'body')),
  };
}

/** A title as the sidebar has it, which says the year, or that what follows are rules, above the entry. */
const withoutYear = (title: string) => title.replace(/^(\d{4} 年度(以后)?：?|规则：)/, '');

const home = pageAt('/');
const pages = home.sidebar.filter(({ href }) => href !== '/');

describe('a page', () => {
  test.each(pages)(
    'is called $label in the list of pages, in its title and its heading',
    (link) => {
      const { title, heading } = pageAt(link.href);
      expect(heading).toBe(title);
      expect(withoutYear(heading)).toBe(link.label);
    },
  );

  test.each(WIDGETS)('$title is called so wherever it stands, in the header too', (widget) => {
    const { id, title, audience } = widget;
    for (const path of [`/${YEAR}/${pageOf(widget)}/`, `/embed/${id}/`, `/embed/${YEAR}/${id}/`]) {
      const { heading } = pageAt(path);
      expect(heading, path).toBe(`${notice.year} 年度：${title}`);
      expect(pageAt(path).title, path).toBe(heading);
    }
    const isInHeader = home.header.some(({ label }) => label === title);
    expect(isInHeader).toBe(audience === 'everyone');
    const inMain = home.links.filter(({ href }) => href === `/${pageOf(widget)}/`);
    expect(inMain.some(({ label }) => label.startsWith(title))).toBe(true);
  });

  test.each([
    ...pages.map(({ href }) => [href, href]),
    ...WIDGETS.map(pageOf).map((page) => [`/${YEAR}/${page}/`, `/${page}/`]),
  ])('%s is marked in the list of pages, as %s', (path = '', as) => {
    const { sidebar, header } = pageAt(path);
    expect(sidebar.filter(({ isCurrent }) => isCurrent).map(({ href }) => href)).toEqual([as]);
    expect(header.filter(({ isCurrent }) => isCurrent).map(({ href }) => href)).toEqual(
      header.filter(({ href }) => href === as).map(({ href }) => href),
    );
  });

  test.each(
    filesBelow('dist')
      .filter((file) => /index\.html$/.test(file) && !/^(embed\/.+\/)?index\.html$/.test(file))
      .map((file) => `/${file.replace(/index\.html$/, '')}`),
  )('%s says where it stands, by links', (path) => {
    const { trail, steps } = pageAt(path);
    expect(trail[0]).toMatchObject({ href: '/', label: '首页' });
    expect(trail.map(({ href }) => href)).not.toContain(path);
    // The first page of a group names the group, which leads to itself.
    const unlinked = steps.filter((step) => !trail.some(({ label }) => label === step));
    expect(unlinked.length).toBeLessThanOrEqual(1);
    const first = pageAt(path).sidebar.find(({ href }) => href === path);
    if (!first) expect(unlinked).toEqual([]);
  });

  test('below one that is in the list leads back to it', () => {
    const paper = pageAt(`/${YEAR}/self-check/paper/`);
    expect(paper.trail.at(-1)).toMatchObject({ href: '/self-check/', label: WIDGETS[0]?.title });
    expect(pageAt(`/${YEAR}/procedure/office/`).trail.at(-1)).toMatchObject({
      href: `/${YEAR}/procedure/`,
      label: '怎么申报',
    });
  });

  test('for webmasters and developers stands apart from those for readers, behind them', () => {
    const hrefs = home.sidebar.map(({ href }) => href);
    const forSites = ['/for-sites/', '/embed/', '/offline/', '/data/', '/hosting/'];
    expect(hrefs.slice(-forSites.length)).toEqual(forSites);
    for (const path of forSites) expect(pageAt(path).steps.slice(0, 2)[1]).toBe('给网站和单位用的');
    expect(pageAt('/about/').steps).not.toContain('给网站和单位用的');
  });
});

test('home leads to the questions, near its start and where one would ask somebody', () => {
  const asked = home.links.filter(({ href }) => href === `/${YEAR}/questions/`);
  expect(asked.filter(({ label }) => label.startsWith('常见问题')).length).toBeGreaterThan(2);
});

describe('the trail', () => {
  const link = (label: string, href: string) => ({
    type: 'link' as const,
    label,
    href,
    isCurrent: false,
    badge: undefined,
    attrs: {},
  });
  const group = (label: string, ...entries: (ReturnType<typeof link> | Group)[]): Group => ({
    type: 'group',
    label,
    entries,
    collapsed: false,
    badge: undefined,
  });
  interface Group {
    type: 'group';
    label: string;
    entries: (ReturnType<typeof link> | Group)[];
    collapsed: boolean;
    badge: undefined;
  }
  const sidebar = [
    link('首页', '/zc/'),
    link('甲', '/zc/a/'),
    group('外', link('乙', '/zc/b/'), group('内', link('丙', '/zc/c/'), link('丁', '/zc/c/d/'))),
  ];
  const to = (...addresses: string[]) => {
    const place = entryOf(sidebar, addresses, '/zc/');
    return place && trailTo(sidebar, place);
  };

  test('goes through the groups, each by its first page', () => {
    expect(to('/zc/c/d/')).toEqual([
      { label: '外', href: '/zc/b/' },
      { label: '内', href: '/zc/c/' },
    ]);
  });
  test('names a group without a link on the group’s own page', () => {
    expect(to('/zc/b/')).toEqual([{ label: '外' }]);
  });
  test('ends with the nearest page above one that is not in the list', () => {
    expect(to('/zc/c/d/e/')?.at(-1)).toEqual({ label: '丁', href: '/zc/c/d/' });
    expect(to('/zc/2026/a/paper/', '/zc/a/paper/')).toEqual([{ label: '甲', href: '/zc/a/' }]);
  });
  test('is empty for a page that stands right below the start', () => {
    expect(to('/zc/none/')).toBeUndefined();
    expect(to('/zc/a/')).toEqual([]);
  });
  test('takes the page’s own address before the other', () => {
    expect(entryOf(sidebar, ['/zc/b/', '/zc/a/'], '/zc/')?.link.label).toBe('乙');
    expect(linksIn(sidebar)).toHaveLength(5);
  });
});
