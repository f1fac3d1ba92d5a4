import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withOwnStyles } from '../../src/site/hosting/styles.ts';

test('style sheets are put into a page where their links stood, in their order', async () => {
  const sheets: Record<string, string> = { '/a.css': 'a{}\n', '/b.css': 'b{}' };
  const html =
    '<head><link rel="icon" href="/i.svg"><link rel="stylesheet" href="/a.css"><style>c{}</style><link rel="stylesheet" href="/b.css"></head>';
  expect(await withOwnStyles(html, async (address) => sheets[address] ?? '')).toBe(
    '<head><link rel="icon" href="/i.svg"><style>a{}</style><style>c{}</style><style>b{}</style></head>',
  );
});

test.each(['self-check', 'timeline'])('an embed asks for no style sheet: %s', (widget) => {
  const html = readFileSync(`dist/embed/2026/${widget}/index.html`, 'utf8');
  expect(html).not.toContain('rel="stylesheet"');
  expect(html).toContain('--tc-paper:');
});

test('a page of the site shares its style sheets with the others', () => {
  expect(readFileSync('dist/embed/index.html', 'utf8')).toContain('rel="stylesheet"');
});
