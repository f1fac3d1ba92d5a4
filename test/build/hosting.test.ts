import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { precompress } from '../../src/site/hosting/compress.ts';
import { withPolicy } from '../../src/site/hosting/csp.ts';
import { headersFile } from '../../src/site/hosting/headers-file.ts';
import { nginxBlock } from '../../src/site/hosting/nginx.ts';
import { embedAncestors, headerRules, headersFor } from '../../src/site/hosting/policy.ts';

describe('withPolicy', () => {
  const page = (head: string, body = '') =>
    withPolicy(
      `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body>`,
    );
  const directive = (html: string, name: string) =>
    /http-equiv="Content-Security-Policy" content="([^"]*)"/
      .exec(html)?.[1]
      ?.split('; ')
      .find((part) => part.startsWith(`${name} `));
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  test('comes before everything that could load or run', () => {
    expect(page('<script>1</script>')).toMatch(
      /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]*"\/><script>/,
    );
  });

  test('allows the inline scripts that stand in the page, wherever they stand', () => {
    const html = page(
      '<script>one()</script><script type="module" async>\n two("<b>")\n</script>',
      '<template><script>three()</script></template><p title="<script>no</script>">四</p>',
    );
    const scripts = ['one()', '\n two("<b>")\n', 'three()'].map(hash);
    expect(directive(html, 'script-src')).toBe(
      `script-src 'self' 'wasm-unsafe-eval' ${scripts.join(' ')}`,
    );
  });

  test('says nothing of files and of data, which need no hash', () => {
    const html = page(
      '<script src="/a.js"></script>',
      '<script type="application/ld+json">{}</script>',
    );
    expect(directive(html, 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
  });

  test('allows style elements by hash, those for browsers without scripts too, and style attributes', () => {
    const html = page('<style>a{}</style><noscript><style>b{}</style></noscript>');
    expect(directive(html, 'style-src')).toBe(`style-src 'self' ${hash('a{}')} ${hash('b{}')}`);
    expect(directive(html, 'style-src-attr')).toBe("style-src-attr 'unsafe-inline'");
  });

  test('hashes line ends as a browser reads them', () => {
    expect(directive(page('<script>a\r\nb</script>'), 'script-src')).toContain(hash('a\nb'));
  });

  test('never allows inline code or eval', () => {
    const html = page('<script>1</script>');
    expect(directive(html, 'script-src')).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    expect(directive(html, 'script-src-attr')).toBe("script-src-attr 'none'");
  });

  test('insists on a place to stand', () => {
    expect(() => withPolicy('<p>no head</p>')).toThrow('charset');
  });
});

describe('embedAncestors', () => {
  test.each([undefined, '*', '', '  '])('lets everybody embed for %j', (list) => {
    expect(embedAncestors(list)).toBe('*');
  });

  test('lets the listed and the site itself', () => {
    expect(
      embedAncestors('https://a.gov.cn,  https://*.b.cn http://oa.local:8080 http://lan:*'),
    ).toBe("'self' https://a.gov.cn https://*.b.cn http://oa.local:8080 http://lan:*");
  });

  test.each([
    'a.gov.cn',
    'https://a.cn/path',
    'https://a.cn; script-src *',
    "'none'",
    '* https://a.cn',
  ])('refuses %j, and says how to write it', (list) => {
    expect(() => embedAncestors(list)).toThrow(/不是网站来源.*https:\/\/www\.example/);
  });
});

const FILES = [
  '404.html',
  '2026/calendar.ics',
  '2026/notice/index.html',
  '2026/notice/text/index.html',
  '_astro/a.Bx1.js',
  '_astro/b.Cx2.css',
  'api/2026.json',
  'embed.js',
  'embed/2026/self-check/index.html',
  'embed/index.html',
  'embed/timeline/index.html',
  'embed/v1.3d27b8212c.js',
  'favicon.svg',
  'index.html',
  'lib/title-check.c49606c0e9.js',
  'lib/title-check.d.ts',
  'lib/title-check.js',
  'pagefind/fragment/zh_1.pf_fragment',
  'pagefind/pagefind.js',
];

describe('headersFor', () => {
  const rules = headerRules("'self' https://host.example");
  const of = (file: string) => headersFor(file, rules);

  test('lets only the widgets be embedded, not the page about embedding', () => {
    const open = FILES.filter((file) =>
      of(file)['Content-Security-Policy']?.endsWith("frame-ancestors 'self' https://host.example"),
    );
    expect(open).toEqual(['embed/2026/self-check/index.html', 'embed/timeline/index.html']);
    const closed = FILES.filter((file) =>
      of(file)['Content-Security-Policy']?.endsWith("frame-ancestors 'none'"),
    );
    expect([...open, ...closed].sort()).toEqual(
      FILES.filter((file) => file.endsWith('.html')).sort(),
    );
  });

  test('lets be kept for a year only what has its content’s hash in its name', () => {
    const kept = FILES.filter((file) => of(file)['Cache-Control']?.includes('immutable'));
    expect(kept).toEqual([
      '_astro/a.Bx1.js',
      '_astro/b.Cx2.css',
      'embed/v1.3d27b8212c.js',
      'lib/title-check.c49606c0e9.js',
      'pagefind/fragment/zh_1.pf_fragment',
    ]);
  });

  test('lets other sites’ scripts read what is made for them', () => {
    const read = FILES.filter((file) => of(file)['Access-Control-Allow-Origin'] === '*');
    expect(read).toEqual([
      '2026/calendar.ics',
      'api/2026.json',
      'embed.js',
      'embed/v1.3d27b8212c.js',
      'lib/title-check.c49606c0e9.js',
      'lib/title-check.d.ts',
      'lib/title-check.js',
    ]);
  });
});

describe.each(['/', '/zc/'])('headersFile below %s', (base) => {
  const rules = headerRules('*');
  const parsed = headersFile({ base, rules, files: FILES })
    .split(/\n(?=\S)/)
    .map((block) => block.trim().split('\n'))
    .map(([path = '', ...headers]) => ({
      pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`),
      headers: headers.map((line) => line.trim().split(': ')),
    }));
  /** As a host would: of every rule that matches the address. */
  const sent = (file: string, name: string) => {
    const address = base + file.replace(/(^|\/)index\.html$/, '$1');
    return parsed
      .filter(({ pattern }) => pattern.test(address))
      .flatMap(({ headers }) => headers.filter(([header]) => header === name))
      .map(([, ...value]) => value.join(': '));
  };

  test('gives each file the values of the table, each header once', () => {
    for (const file of FILES) {
      const isPage = file.endsWith('.html');
      for (const { name } of rules) {
        // Left to the host, where it does no harm: see headers-file.ts.
        if (name === 'Cache-Control' && isPage) continue;
        if (name === 'Content-Security-Policy' && !isPage) continue;
        const value = headersFor(file, rules)[name];
        expect(sent(file, name), `${name} of ${file}`).toEqual(value ? [value] : []);
      }
    }
  });

  test('states a folder whose pages agree in one rule', () => {
    const file = headersFile({ base, rules, files: FILES });
    expect(file).toContain(`\n${base}2026/*\n`);
    expect(file).not.toContain(`${base}2026/notice/`);
  });
});

describe('nginxBlock', () => {
  test('speaks of paths below the base alone', () => {
    const block = nginxBlock({ base: '/zc/', host: 'guide.example', rules: headerRules('*') });
    expect(block).toContain('server_name guide.example;');
    expect(block).toContain('location /zc/ {');
    expect(block).toContain('=404 /zc/404.html;');
    expect(block).toContain('"~^/zc/_astro/"');
    expect(block).not.toMatch(/"~?\^?\/(_astro|embed|pagefind|_headers)/);
  });
});

describe('precompress', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compress-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  test('puts copies beside text that hold the same, made at the same time', async () => {
    const path = file('a.html', '<p>申报</p>'.repeat(300));
    await precompress(path);
    expect(gunzipSync(readFileSync(`${path}.gz`))).toEqual(readFileSync(path));
    expect(brotliDecompressSync(readFileSync(`${path}.br`))).toEqual(readFileSync(path));
    expect(statSync(`${path}.gz`).mtime).toEqual(statSync(path).mtime);
  });

  test('makes the same bytes at any time', async () => {
    const [one, two] = ['one.js', 'two.js'].map((name) => file(name, 'const a = 1;\n'.repeat(200)));
    await precompress(one!);
    await precompress(two!);
    for (const ending of ['gz', 'br']) {
      expect(readFileSync(`${one}.${ending}`)).toEqual(readFileSync(`${two}.${ending}`));
    }
  });

  test('leaves alone what is small, or compressed already', async () => {
    const small = file('small.css', 'a{}');
    const image = file('image.png', 'x'.repeat(5000));
    await Promise.all([small, image].map(precompress));
    for (const path of [small, image]) expect(existsSync(`${path}.gz`)).toBe(false);
  });
});
