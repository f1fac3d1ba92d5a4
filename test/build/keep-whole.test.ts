import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keepWhole } from '../../src/site/keep-whole.ts';

const page = (text: string) =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body><p>〔2026〕127号</p><div class="sl-markdown-content">${text}</div></body></html>`;
const whole = (text: string) => `<span class="tc-whole">${text}</span>`;

describe('keepWhole', () => {
  test.each([
    [
      'a document’s number',
      '按浙经信人事〔2026〕127号办',
      `按浙经信人事${whole('〔2026〕127号')}办`,
    ],
    ['a telephone', '打 0571-88228292。', `打 ${whole('0571-88228292')}。`],
    ['a date in figures', '2026-07-19 周日', `${whole('2026-07-19')} 周日`],
  ])('wraps %s', (_, text, expected) => {
    expect(keepWhole(page(`<p>${text}</p>`))).toBe(page(`<p>${expected}</p>`));
  });

  test('wraps each of several, headings’ and links’ too', () => {
    expect(keepWhole(page('<h2>2026-07-19 和 2026-07-31</h2><a href="/">0571-88228292</a>'))).toBe(
      page(
        `<h2>${whole('2026-07-19')} 和 ${whole('2026-07-31')}</h2><a href="/">${whole('0571-88228292')}</a>`,
      ),
    );
  });

  test.each([
    '<time datetime="2026-07-19">2026-07-19</time>',
    '<code>2026-07-19</code>',
    '<astro-island><p>2026-07-19</p></astro-island>',
    '<script>"2026-07-19"</script>',
    '<p title="2026-07-19">1234-2026-07-19</p>',
  ])('leaves %s as it is', (text) => {
    expect(keepWhole(page(text))).toBe(page(text));
  });
});

test('no built page has a document’s number that may break', () => {
  const files = globSync('dist/{2026,about,documents}/**/index.html');
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const main = /<main[\s\S]*<\/main>/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
    const bare = main
      .replace(/<astro-island[\s\S]*?<\/astro-island>|<svg[\s\S]*?<\/svg>/g, '')
      .replace(/<span class="tc-whole">[^<]*<\/span>|<[^>]*>/g, '|');
    expect({ file, loose: /〔\d{4}〕\s?\d+\s?号/.exec(bare)?.[0] }).toEqual({ file });
  }
});
