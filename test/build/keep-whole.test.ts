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
      '按浙经信人事〔2026〕127号办理',
      `按浙经信人事${whole('〔2026〕127号办理')}`,
    ],
    ['a telephone', '打 0571-88228292。', `打 ${whole('0571-88228292')}。`],
    ['a date in figures', '2026-07-19 是周日', `${whole('2026-07-19')} ${whole('是周日')}`],
    [
      'a date in words',
      '到 2026 年 7 月 19 日为止；6 月 25 日起',
      `到 ${whole('2026 年 7 月 19 日')}为止；${whole('6 月 25 日起')}`,
    ],
    [
      'an amount with its unit',
      '满 4 年，2024–2026 年度，5 个工作日以内的',
      `满 ${whole('4 年')}，${whole('2024–2026 年度')}，${whole('5 个')}工作日${whole('以内的')}`,
    ],
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
    [
      'a paragraph',
      '<p>先问单位人事部门，再问受理点。</p>',
      `<p>先问单位人事部门，再问${whole('受理点。')}</p>`,
    ],
    [
      'a link in an item',
      '<ul><li><a href="/">没有助理工程师，能直接评工程师吗？</a></li></ul>',
      `<ul><li><a href="/">没有助理工程师，能直接评工${whole('程师吗？')}</a></li></ul>`,
    ],
    [
      'a cell',
      '<table><tbody><tr><td>核验学时的三个年度</td></tr></tbody></table>',
      `<table><tbody><tr><td>核验学时的三${whole('个年度')}</td></tr></tbody></table>`,
    ],
    [
      'a text before signs',
      '<p>申报以前看看<a href="/">通知原文</a>。</p>',
      `<p>申报以前看看<a href="/">通${whole('知原文')}</a>。</p>`,
    ],
    [
      'an amount that ends it',
      '<p>公示不少于五个工作日，满 4 年</p>',
      `<p>公示不少于五个工作日，${whole('满 4 年')}</p>`,
    ],
  ])('keeps the end of %s on one line with what stands before', (_, text, expected) => {
    expect(keepWhole(page(text))).toBe(page(expected));
  });

  test.each([
    '<p>看通知原文</p>',
    '<p>最迟请在这一天以前 <time datetime="2026-07-19">2026-07-19</time>。</p>',
    '<p>先问受理点 &lt;再说&gt;。</p>',
    '<time datetime="2026-07-19">2026-07-19</time>',
    '<code>2026-07-19</code>',
    '<astro-island><p>2026-07-19</p></astro-island>',
    '<script>"2026-07-19"</script>',
    '<p title="2026-07-19">见附件</p>',
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
