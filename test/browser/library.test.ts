import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { inNode, inPage, pinnedInPage } from '../../src/components/embed/library-examples.ts';
import { serveHost } from './support/host.ts';
import { openPage } from './support/page.ts';

const LIB = 'dist/lib';
const pinned = globSync(`${LIB}/title-check.*.js`).join();
const integrity = /sha384-[\w+/=]+/.exec(readFileSync('dist/data/index.html', 'utf8'))?.[0] ?? '';
const version = /title-check\.(\w+)\.js$/.exec(pinned)?.[1] ?? '';

/** A page of another site that holds an example. */
const host = (example: string) =>
  serveHost({
    '/': { html: `<!doctype html><title>示例</title><link rel="icon" href="data:,">${example}` },
  });

describe('the library in a page of another site', () => {
  test('runs the documented example', async () => {
    const page = await openPage({ path: await host(inPage(`${inject('origin')}/`)) });
    await page.getByText('不在本通知申报范围').waitFor();
  });

  test('is accepted under its hash', async () => {
    const example = pinnedInPage(`${inject('origin')}/`, { version, integrity });
    const shown = example.replace(
      "from 'title-check';",
      "from 'title-check'; document.body.append(notices['2026'].number);",
    );
    const page = await openPage({ path: await host(shown) });
    await page.getByText('浙经信人事〔2026〕127号').waitFor();
  });

  test('is refused where one byte differs from the hash', async () => {
    const other = integrity.replace(/.(?==*$)/, (last) => (last === 'A' ? 'B' : 'A'));
    const page = await openPage({
      path: await host(
        pinnedInPage(`${inject('origin')}/`, { version, integrity: other }) +
          '<script type="module">import("title-check").catch(() => document.body.append("被拒绝"))</script>',
      ),
      expected: /integrity/,
    });
    await page.getByText('被拒绝').waitFor();
  });
});

describe('the library in Node', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'library-'));
    for (const name of ['title-check.js', 'title-check.d.ts']) {
      copyFileSync(join(LIB, name), join(folder, name));
    }
    writeFileSync(join(folder, 'plan.js'), inNode);
    // All that the example uses of its surroundings: a browser's or Node's own types take seconds to read.
    writeFileSync(
      join(folder, 'console.d.ts'),
      'declare const console: { log(...data: unknown[]): void };',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('runs the documented example', () => {
    const printed = execFileSync(process.execPath, ['plan.js'], { cwd: folder, encoding: 'utf8' });
    expect(printed.split('\n')).toEqual([
      'application open 2026-07-19 9',
      'employerReview open 2026-07-31 21',
      'officeReview open 2026-08-16 37',
      '最早可以推荐 2026-07-28',
      '最迟贴出公示 2026-07-23',
      '',
    ]);
  });

  const problemsIn = (name: string, code: string) => {
    writeFileSync(join(folder, name), code);
    const program = ts.createProgram([join(folder, name), join(folder, 'console.d.ts')], {
      lib: ['lib.es2024.d.ts'],
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      types: [],
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  };

  test('has types under which the example is right, strictly', () => {
    expect(problemsIn('example.mts', inNode)).toEqual([]);
  });

  test('has types that find a mistake', () => {
    const wrong = inNode
      .replace("'2026-07-10'", '20260710')
      .replace("notices['2026']", "notices['1999']");
    const problems = problemsIn('wrong.mts', wrong).join('\n');
    expect(problems).toContain("Type 'number' is not assignable to type 'string'");
    expect(problems).toContain("'1999'");
  });

  test('declares exactly what the module exports', async () => {
    const module = await import(resolve(LIB, 'title-check.js'));
    const source = Object.keys(module).map((name) => `export { ${name} } from './title-check.js';`);
    expect(problemsIn('all.mts', source.join('\n'))).toEqual([]);
    const declared = readFileSync(join(LIB, 'title-check.d.ts'), 'utf8');
    const values = [...declared.matchAll(/^export declare (?:function|const) (\w+)/gm)];
    // A function with overloads is declared several times.
    const names = new Set(values.map(([, name]) => name));
    expect([...names].sort()).toEqual(Object.keys(module).sort());
  });
}, 60_000);
