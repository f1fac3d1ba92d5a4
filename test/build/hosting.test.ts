import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/scripts/files.ts';
import { precompress } from '../../src/site/hosting/compress.ts';
import { withPolicy } from '../../src/site/hosting/csp.ts';
import { addressesOf, beyondLimits, headersFile } from '../../src/site/hosting/headers-file.ts';
import { nginxBlock } from '../../src/site/hosting/nginx.ts';
import {
  embedAncestors,
  type HeaderRule,
  headerRules,
  headersFor,
} from '../../src/site/hosting/policy.ts';
import { securityTxt } from '../../src/site/hosting/security-txt.ts';
import {
  CLOUDFLARE_DEFAULTS,
  cloudflare,
  type Host,
  NETLIFY_DEFAULTS,
  netlify,
} from '../support/hosts.ts';

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
    expect(directive(html, 'script-src')).toBe(`script-src 'self' ${scripts.join(' ')}`);
  });

  test('says nothing of files and of data, which need no hash', () => {
    const html = page(
      '<script src="/a.js"></script>',
      '<script type="application/ld+json">{}</script>',
    );
    expect(directive(html, 'script-src')).toBe("script-src 'self'");
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
  'search.json',
];

describe('headersFor', () => {
  const rules = headerRules("'self' https://host.example");
  const of = (file: string) => headersFor(file, rules);
  const EMBEDDED = ['404.html', 'embed/2026/self-check/index.html', 'embed/timeline/index.html'];

  test('lets only the widgets be embedded, not the page about embedding', () => {
    const open = FILES.filter((file) =>
      of(file)['Content-Security-Policy']?.endsWith("frame-ancestors 'self' https://host.example"),
    );
    expect(open).toEqual(EMBEDDED);
    for (const file of FILES.filter((file) => file.endsWith('.html') && !open.includes(file))) {
      expect(of(file)['Content-Security-Policy']).toMatch(/frame-ancestors 'none'$/);
      expect(of(file)['X-Frame-Options']).toBe('DENY');
    }
    for (const file of open) expect(of(file)).not.toHaveProperty('X-Frame-Options');
  });

  test('names no ancestors where everybody may embed: `*` would keep out frames without an origin', () => {
    const everybody = headerRules('*');
    for (const file of EMBEDDED) {
      expect(headersFor(file, everybody)['Content-Security-Policy']).not.toContain('ancestors');
      expect(headersFor(file, everybody)['Content-Security-Policy']).toContain("base-uri 'none'");
    }
    expect(headersFor('index.html', everybody)['Content-Security-Policy']).toMatch(
      /frame-ancestors 'none'$/,
    );
  });

  test('lets the widgets into pages that isolate themselves, with all that they load', () => {
    const isolated = FILES.filter((file) => of(file)['Cross-Origin-Embedder-Policy']);
    expect(isolated).toEqual(EMBEDDED);
    for (const file of FILES)
      expect(of(file)['Cross-Origin-Resource-Policy'], file).toBe('cross-origin');
  });

  test('lets other sites’ scripts read what is here, frames without an origin among them', () => {
    for (const file of FILES) expect(of(file)['Access-Control-Allow-Origin'], file).toBe('*');
  });

  test('lets be kept for a year only what has its content’s hash in its name', () => {
    const kept = FILES.filter((file) => of(file)['Cache-Control']?.includes('immutable'));
    expect(kept).toEqual([
      '_astro/a.Bx1.js',
      '_astro/b.Cx2.css',
      'embed/v1.3d27b8212c.js',
      'lib/title-check.c49606c0e9.js',
    ]);
  });
});

const HOSTS: [name: string, host: (text: string) => Host, addresses: (file: string) => string[]][] =
  [
    // It sends a page's own address to that of its folder, or to that without the ending.
    ['Cloudflare Pages', cloudflare, (file) => addressesOf(file).slice(0, 1)],
    ['Netlify', netlify, addressesOf],
  ];

/** What a host sends with each file, where that is not what the table says. */
function differences(
  text: string,
  { base, rules, files }: { base: string; rules: HeaderRule[]; files: string[] },
  [, host, addresses]: (typeof HOSTS)[number],
): string[] {
  const headersOf = host(text);
  const unasked = host('')('/');
  return files.flatMap((file) =>
    addresses(file).flatMap((address) => {
      const sent = headersOf(base + address);
      return rules.flatMap((rule) => {
        const { name, leftToHost } = rule;
        const isLeft = leftToHost !== undefined && new RegExp(leftToHost).test(file);
        const key = name.toLowerCase();
        const wanted = isLeft ? unasked[key] : headersFor(file, [rule])[name];
        return sent[key] === wanted ? [] : [`${address}: ${name}: ${sent[key]}, not ${wanted}`];
      });
    }),
  );
}

describe.each(HOSTS)('headersFile, read as %s does', (...host) => {
  const built = filesBelow('dist').filter((file) => !/\.(br|gz)$|^_headers$/.test(file));
  const ancestors = embedAncestors('https://host.example http://oa.local:8080');

  test.each([
    ['/', '*', FILES],
    ['/zc/', ancestors, FILES],
    ['/', '*', built],
    ['/zc/', ancestors, built],
  ])('gives each file what the table says: %s, %s', (base, who, files) => {
    const site = { base, rules: headerRules(who), files };
    expect(files.length).toBeGreaterThan(15);
    expect(differences(headersFile(site), site, host)).toEqual([]);
  });

  test('gives the built site what the table says', () => {
    const site = { base: '/', rules: headerRules('*'), files: built };
    expect(differences(readFileSync('dist/_headers', 'utf8'), site, host)).toEqual([]);
  });

  test('gives no file what a folder of a like name has', () => {
    const rule: HeaderRule = {
      name: 'X-Kind',
      cases: [{ pattern: '^lib/', value: 'library' }],
      otherwise: '',
    };
    const files = ['lib/a.js', 'lib/b.js', 'lib2/a.js', 'Library.js', 'other.js'];
    const site = { base: '/', rules: [rule], files };
    expect(differences(headersFile(site), site, host)).toEqual([]);
  });

  test('says nothing of an address that is not there but what holds everywhere', () => {
    const sent = host[1](readFileSync('dist/_headers', 'utf8'))('/none/');
    expect(sent['x-content-type-options']).toBe('nosniff');
    expect(sent).not.toHaveProperty('content-security-policy');
  });
});

describe('headersFile', () => {
  test('states a folder whose files agree in one rule', () => {
    const file = headersFile({ base: '/', rules: headerRules('*'), files: FILES });
    expect(file).toContain('\n/2026/*\n  Content-Security-Policy');
    expect(file).not.toContain('/2026/notice/');
    expect(file.match(/Cache-Control.*immutable/g)).toHaveLength(3);
  });

  test('of the built site stays within what Cloudflare reads, with room for years to come', () => {
    const text = readFileSync('dist/_headers', 'utf8');
    expect(beyondLimits(text)).toEqual([]);
    expect(text.match(/^\//gm)?.length).toBeLessThan(75);
  });

  test('says which of its lines Cloudflare would pass over', () => {
    const many = Array.from({ length: 101 }, (_, i) => `/${i}.js\n  X-Kind: a`).join('\n');
    expect(beyondLimits(many)).toEqual([expect.stringContaining('101 条规则')]);
    const long = `/*\n  X-Kind: ${'a'.repeat(2000)}\n`;
    expect(beyondLimits(long)).toEqual([expect.stringMatching(/2010 个字符.*X-Kind/)]);
  });
});

describe('the hosts', () => {
  const text = [
    '# one',
    '/*',
    '  X-A: 1',
    '/data/*',
    '  X-A: 2',
    '  Cache-Control: no-store',
    '/data/:name',
    '  X-Name: :name',
    '/a*b*',
    '  X-A: 3',
    '/index.html',
    '  ! X-A',
  ].join('\n');

  test('join what several rules say, and let them take the place of their own', () => {
    for (const host of [cloudflare(text), netlify(text)]) {
      expect(host('/data/a')).toMatchObject({ 'x-a': '1, 2', 'cache-control': 'no-store' });
    }
    expect(cloudflare('')('/')).toEqual(CLOUDFLARE_DEFAULTS);
    expect(netlify('')('/')).toEqual(NETLIFY_DEFAULTS);
  });

  test('differ in what a star, a slash and a capital mean', () => {
    const of = (host: Host, ...paths: string[]) => paths.map((path) => host(path)['x-a']);
    const paths = ['/data', '/data/', '/data/a/b', '/database', '/Data/a', '/axbx'];
    expect(of(cloudflare(text), ...paths)).toEqual(['1', '1, 2', '1, 2', '1', '1', '1']);
    expect(of(netlify(text), ...paths)).toEqual(['1, 2', '1, 2', '1, 2', '1, 2', '1, 2', '1, 3']);
  });

  test('differ in what they take away and fill in', () => {
    expect(cloudflare(text)('/index.html')).not.toHaveProperty('x-a');
    expect(netlify(text)('/index.html')['x-a']).toBe('1');
    expect(cloudflare(text)('/data/a')['x-name']).toBe('a');
    expect(netlify(text)('/data/a')['x-name']).toBe(':name');
  });

  test('differ in how much they read', () => {
    const rules = Array.from({ length: 101 }, (_, i) => `/${i}\n  X-A: ${i}`);
    const long = [`/*\n  X-B: ${'b'.repeat(2000)}`, ...rules].join('\n');
    expect(cloudflare(long)('/100')).not.toHaveProperty('x-a');
    expect(netlify(long)('/100')['x-a']).toBe('100');
    expect(cloudflare(long)('/1')).not.toHaveProperty('x-b');
  });
});

describe('securityTxt', () => {
  const at = new Date('2026-07-19T00:00:00Z');
  const site = 'https://guide.example/zc/';

  test('says whom to tell, until when, and where it stands', () => {
    const contact = 'mailto:a@guide.example, https://guide.example/contact/ tel:+86-571-88228292';
    expect(securityTxt({ contact, site, at })).toBe(
      [
        'Contact: mailto:a@guide.example',
        'Contact: https://guide.example/contact/',
        'Contact: tel:+86-571-88228292',
        'Expires: 2027-07-14T00:00:00.000Z',
        'Preferred-Languages: zh, en',
        'Canonical: https://guide.example/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  test.each([
    'a@guide.example',
    'mailto:',
    'http://guide.example/',
    '0571-88228292',
    'mailto:a@b\rX:c',
  ])('refuses %j, and says how to write it', (contact) => {
    expect(() => securityTxt({ contact, site, at })).toThrow(/不是联系方式.*mailto:security@/);
  });
});

describe('nginxBlock', () => {
  test('speaks of paths below the base alone', () => {
    const block = nginxBlock({ base: '/zc/', host: 'guide.example', rules: headerRules('*') });
    expect(block).toContain('server_name guide.example;');
    expect(block).toContain('location /zc/ {');
    expect(block).toContain('=404 /zc/404.html;');
    expect(block).toContain('"~^/zc/_astro/"');
    expect(block).not.toMatch(/"~?\^?\/(_astro|embed|search|_headers)/);
  });

  test('insists on patterns that it can put below a base', () => {
    const rule = { name: 'X-A', cases: [{ pattern: '^a/|^b/', value: '1' }], otherwise: '' };
    expect(() => nginxBlock({ base: '/zc/', rules: [rule] })).toThrow('“^” stands within');
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
