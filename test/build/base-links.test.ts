import { satteri } from '@astrojs/markdown-satteri';
import { describe, expect, it } from 'vitest';
import { joinBase } from '../../src/components/paths.ts';
import { baseLinks } from '../../src/site/base-links.ts';

describe('joinBase', () => {
  it('puts a root-relative address under the base, with or without its last slash', () => {
    expect(joinBase('/guide/', '/timeline/')).toBe('/guide/timeline/');
    expect(joinBase('/guide', '/')).toBe('/guide/');
  });

  it('changes nothing where the base is the root', () => {
    expect(joinBase('/', '/timeline/')).toBe('/timeline/');
  });

  it.each(['https://www.cnki.net/', '//host/', '#clause-4.1', 'applicant/', 'tel:0571-87058121'])(
    'leaves %s alone',
    (href) => {
      expect(joinBase('/guide/', href)).toBe(href);
    },
  );
});

describe('baseLinks', () => {
  it('adds the base to links in Markdown, to root-relative ones only', async () => {
    const processor = satteri({ hastPlugins: [baseLinks('/guide/', '2026')] });
    const renderer = await processor.createRenderer({ syntaxHighlight: false });
    const { code } = await renderer.render(
      '[a](/timeline/#x) [b](https://www.cnki.net/) [c](#y) [d](/year/scope/#z) [e](../scope/)',
      {},
    );
    expect(code).toContain('href="/guide/timeline/#x"');
    expect(code).toContain('href="https://www.cnki.net/"');
    expect(code).toContain('href="#y"');
    expect(code).toContain('href="/guide/2026/scope/#z"');
    expect(code).toContain('href="../scope/"');
  });
});
