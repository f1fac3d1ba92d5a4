import { describe, expect, test } from 'vitest';
import { attribute, elementsOf } from '../../src/site/hosting/elements.ts';
import { withLeanIslands } from '../../src/site/hosting/islands.ts';

/** What Astro puts before the first island of a page. */
const OF_ASTRO =
  '<style>astro-island,astro-slot,astro-static-slot{display:contents}</style>' +
  '<script>(()=>{(self.Astro||(self.Astro={})).load=e})();</script>' +
  '<script>(()=>{customElements.get("astro-island")||customElements.define("astro-island",f)})();</script>';

const MODULES: Record<string, string> = {
  '/zc/_astro/widget.js': 'import{a}from"./shared.js";import(`./later.js`);',
  '/zc/_astro/render.js': 'import{b}from"./shared.js";import"./bare.js";',
  '/zc/_astro/shared.js': 'export{a,b}',
  '/zc/_astro/bare.js': '',
};
const read = async (address: string) => MODULES[address] ?? Promise.reject(new Error(address));

const island = (props: unknown, uid = 'Z2eE3XY') =>
  `<astro-island uid="${uid}" component-url="/zc/_astro/widget.js" component-export="default" renderer-url="/zc/_astro/render.js" props="${JSON.stringify(props).replaceAll('"', '&quot;')}" ssr client="load" await-children><p>现在</p><!--astro:end--></astro-island>`;
const page = (...islands: string[]) =>
  `<!doctype html><html><head></head><body>${OF_ASTRO}${islands.join('')}<footer></footer></body></html>`;
const lean = (...islands: string[]) => withLeanIslands(page(...islands), read);

/** The properties that a browser would read. */
const propsIn = (html: string) =>
  [...elementsOf(html)]
    .filter(({ tagName }) => tagName === 'astro-island')
    .map((element) => JSON.parse(attribute(element, 'props') ?? ''));

describe('withLeanIslands', () => {
  test('leaves a page without islands as it is', async () => {
    const html = '<p data-x="uid=">&lt;astro-island uid="a"&gt;</p>';
    expect(await withLeanIslands(html, read)).toBe(html);
  });

  test('gives the same page whatever Astro’s numbers are, which depend on the folder of the build', async () => {
    const here = await lean(island({}, 'Z2eE3XY'), island({}, '1p7uKN'));
    expect(await lean(island({}, '1D82H'), island({}, 'Z1G7jKg'))).toBe(here);
  });

  test('keeps what the server drew, and what a page tells of a widget that does not run yet', async () => {
    const html = await lean(island({}));
    expect(html).toContain('<p>现在</p>');
    expect(html).toMatch(/<astro-island [^>]* ssr>/);
  });

  test('tells properties as the JSON that they are', async () => {
    const props = {
      year: [0, 2026],
      none: [0, null],
      notice: [
        0,
        {
          days: [
            1,
            [
              [0, 'a'],
              [1, [[0, 1]]],
              [0, { on: [0, true] }],
            ],
          ],
        },
      ],
    };
    expect(propsIn(await lean(island(props)))).toEqual([
      { year: 2026, none: null, notice: { days: ['a', [1], { on: true }] } },
    ]);
  });

  test('lets no property end its attribute or begin an element', async () => {
    const text = `'"&amp;<b>'</astro-island><script>1</script>`;
    expect(propsIn(await lean(island({ text: [0, text.replaceAll('&', '&amp;')] })))).toEqual([
      { text },
    ]);
  });

  test('refuses properties that JSON cannot hold', async () => {
    const date = island({ on: [3, '2026-07-19T00:00:00.000Z'] });
    await expect(lean(date)).rejects.toThrow('plain JSON');
  });

  test('asks at once for all that a widget begins with, and for nothing that it loads later', async () => {
    const html = await lean(island({}), island({}));
    const asked = [...html.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, at]) => at);
    expect(asked.sort()).toEqual(Object.keys(MODULES).sort());
  });

  test('starts them by one script of ours, behind the last', async () => {
    const html = await lean(island({}), island({}));
    expect(html).not.toContain('self.Astro');
    const [, after = ''] = html.split('</astro-island><link');
    expect(after.match(/<script>customElements\.define\(.astro-island.,/g)).toHaveLength(1);
  });

  test('says so when Astro’s own are not found', async () => {
    const changed = page(island({})).replace('self.Astro={}', 'self.A={}');
    await expect(withLeanIslands(changed, read)).rejects.toThrow('Astro no longer');
  });
});
