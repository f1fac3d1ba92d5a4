/**
 * Every function of the other doors shows in its comment how it is called, too. What it shows is run, or where it takes a
 * page held to the types. The library's door is the calculator's, with the content beside it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import * as calculator from '../../src/calculator/index.ts';
import * as embed from '../../src/embed/index.ts';
import * as notices from '../../src/notices/index.ts';
import * as calendarFiles from '../../src/plan/calendar/index.ts';
import * as plan from '../../src/plan/index.ts';
import * as roster from '../../src/roster/index.ts';
import * as typed from '../../src/typed/index.ts';
import { calendar, notice } from '../calculator/support.ts';
import { readText, notice as rosterNotice } from '../roster/support.ts';
import { type Example, exampleOf, functionsOf, runWith } from '../support/examples.ts';

const ROOT = join(import.meta.dirname, '../..');
const content = new URL('../../content/', import.meta.url);
const given = { ...plan, ...calendarFiles, ...notices, ...embed, notice, calendar, content };

/** What the roster's examples are about. */
const ofRoster = {
  ...{ ...roster, ...typed, notice: rosterNotice },
  ...(await readText('姓名\t学历\t评上的时候\n甲\t本科\t2020')),
};

const doors: [string, object, string[], object?][] = [
  ['plan', plan, ['plan']],
  ['plan/calendar', calendarFiles, ['plan/calendar']],
  ['notices', notices, ['notices', 'shapes']],
  ['embed', embed, ['embed']],
  ['roster', roster, ['roster'], ofRoster],
  ['typed', typed, ['typed'], typed],
];
/** By the name that a door gives it, the one under which it is written. */
const WRITTEN: Record<string, string> = { apiSchema: 'publicSchema' };
/** They begin something in a page, which browsers test. */
const IN_PAGES = ['defineElement', 'rootOfScript', 'startFrame', 'leadOn'];

describe.each(doors)('the door of %s', (_, door, folders, own = given) => {
  const run = functionsOf(door).filter((name) => !IN_PAGES.includes(name));

  test.each(run)('%s', async (name) => {
    const { call, value } = exampleOf(name, folders, WRITTEN[name]);
    expect(value).not.toBe('');
    expect(await runWith(own, call)).toEqual(await runWith(own, value));
  });
});

test('what begins something in a page is called as its types ask for', () => {
  const examples = IN_PAGES.map((name) => exampleOf(name, ['embed']));
  expect(problemsIn(examples)).toEqual([]);
  const [first] = examples;
  expect(problemsIn([{ ...first!, call: `${first?.name}(7)` }])).toHaveLength(1);
});

test('the library’s door is the calculator’s, with the content', () => {
  const entry = readFileSync(join(ROOT, 'src/bundles/entries/library.ts'), 'utf8');
  expect(entry.match(/^export .*$/gm)).toEqual([
    "export { calendar, notices } from 'virtual:data';",
    "export * from '../../calculator/index.ts';",
  ]);
  expect(functionsOf(calculator)).not.toEqual([]);
});

function problemsIn(examples: Example[]): string[] {
  const name = join(ROOT, 'src/embed/examples-in-a-test.ts');
  const text = examples
    .map(({ name, file, call }) => `import { ${name} } from ${JSON.stringify(file)};\n${call};\n`)
    .join('');
  const options: ts.CompilerOptions = {
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => (path === name ? text : readFile(path));
  host.fileExists = (path) => path === name || fileExists(path);
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(name))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
