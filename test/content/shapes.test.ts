import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { placeOf } from '../../src/notices/problem.ts';
import { derivedFiles, fullNotice, WRITTEN } from '../../src/shapes/index.ts';
import { jsonSchemaOf, jsonSchemaOfWritten, namedSchemas } from '../../src/shapes/json.ts';
import { printTypes } from '../../src/shapes/print.ts';
import { notice } from './2026/support.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('what is written from the shapes', () => {
  test.each(Object.entries(derivedFiles()))('%s is as `npm run shapes` writes it', (path, text) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  });
});

describe('the schemas for editors', () => {
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    formats: { date: true, uri: true },
  });
  const kinds = Object.entries(WRITTEN).map(([name, { shape, files }]) => ({
    name,
    files: globSync(files, { cwd: join(ROOT, 'content') }),
    validate: ajv.compile(jsonSchemaOfWritten(shape)),
  }));
  const read = (file: string) =>
    JSON.parse(JSON.stringify(parse(readFileSync(join(ROOT, 'content', file), 'utf8'))));
  const validator = (name: string) => kinds.find((kind) => kind.name === name)!.validate;

  test.each(kinds)('of $name accept every such file', ({ files, validate }) => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(validate(read(file)), `${file} ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  test('hold every file of content that is YAML', () => {
    const all = globSync('**/*.yaml', { cwd: join(ROOT, 'content') });
    expect(kinds.flatMap(({ files }) => files).sort()).toEqual(all.sort());
  });

  test.each([
    ['a misspelt key', 'rule', { titel: '专业' }],
    ['a standing that there is not', 'rule', { standing: 'rumour' }],
    ['a node of no kind', 'rule', { tree: { reason: '无' } }],
    [
      'a branch without answers',
      'rule',
      { tree: { ask: 'specialty', branches: [{ outcome: 'met', reason: '好' }] } },
    ],
    ['an example without an outcome', 'rule', { examples: [{ name: '甲', answers: {} }] }],
  ])('underline %s', (_, name, change) => {
    const rule = read('notices/2026/rules/01-specialty.yaml');
    expect(validator(name)({ ...rule, ...change })).toBe(false);
  });

  test('say in Chinese what a key is for', () => {
    const { properties } = jsonSchemaOfWritten(WRITTEN.rule.shape);
    expect(properties?.scope?.description).toBe('不满足就不在本通知申报范围');
    // What is said in English is for types alone.
    expect(JSON.stringify(properties)).not.toContain('"doc"');
  });
});

describe('the shape of a notice', () => {
  test('is that of the notice as it is loaded', () => {
    expect(fullNotice.parse(notice)).toEqual(notice);
    const validate = new Ajv({ strict: false, formats: { date: true, uri: true } }).compile(
      jsonSchemaOf(fullNotice),
    );
    expect(validate(notice), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('types', () => {
  test('are printed as the shapes have them', () => {
    const part = z
      .strictObject({ at: z.iso.date().optional() })
      .meta({ id: 'Part', doc: 'One of many.' });
    const whole = z
      .strictObject({
        first: z.tuple([part], part),
        kind: z.enum(['a', 'b']).meta({ doc: 'Which of two.' }),
        names: z.record(z.string(), z.number()),
        either: z.union([z.literal('no'), z.boolean()]),
        lists: z.array(z.strictObject({ n: z.int() })),
      })
      .meta({ id: 'Whole' });
    expect(printTypes(namedSchemas(z.object({ whole })))).toBe(`/** One of many. */
export interface Part {
  at?: string | undefined;
}

export interface Whole {
  first: [Part, ...Part[]];
  /** Which of two. */
  kind: 'a' | 'b';
  names: Record<string, number>;
  either: 'no' | boolean;
  lists: ({
    n: number;
  })[];
}
`);
  });

  test('that cannot be printed are not passed over', () => {
    expect(() => printTypes({ Odd: { type: 'null' } })).toThrow('No type for {"type":"null"}');
  });
});

describe('a place in a file', () => {
  const data = {
    stages: [{ id: 'application', closes: '2026-07-19' }, { id: 'officeReview' }],
    contacts: [{ name: '人事处', phones: ['0571-87058121', '1'] }],
    tree: { branches: [{ is: ['doctor', 'master'], years: 2 }, { outcome: 'met' }] },
    credits: { 2024: 'enough' },
  };
  test.each([
    [['stages', 1, 'closes'], 'stages「officeReview」.closes'],
    [['contacts', 0, 'phones', 1], 'contacts「人事处」.phones「1」'],
    [['tree', 'branches', 0, 'years'], 'tree.branches「doctor、master」.years'],
    [['tree', 'branches', 1, 'reason'], 'tree.branches「第 2 项」.reason'],
    [['credits', '2024'], 'credits.2024'],
    [['nothing', 'there'], 'nothing.there'],
    [[], ''],
  ])('%j is told as %s', (path, told) => {
    expect(placeOf(data, path)).toBe(told);
  });

  test('begins with the item where the file is a list', () => {
    expect(placeOf([{ id: 'cnki' }], [0, 'url'])).toBe('「cnki」.url');
  });
});
