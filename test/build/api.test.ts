import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import {
  apiDocumentNames,
  apiRules,
  apiSchema,
  loadNotice,
  noticeIds,
} from '../../src/notices/index.ts';

const API = 'dist/api';
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const files = globSync(`${API}/**/*.json`).map((file) => file.replaceAll('\\', '/'));
const documents = files.filter((file) => !file.startsWith(`${API}/schemas/`)).sort();
// Dates are held by their pattern.
const ajv = new Ajv({
  strict: true,
  strictRequired: false,
  allErrors: true,
  formats: { date: true, uri: true },
});
/** A schema is known by its address once it has been compiled. */
const validatorOf = (schema: { $id?: string }) =>
  ajv.getSchema(schema.$id ?? '') ?? ajv.compile(schema);

test('there is a document of each kind for each year, and a schema of each kind', async () => {
  const years = (await noticeIds()).flatMap((id) =>
    ['notice', 'questions', 'rules'].map((name) => `${API}/${id}/${name}.json`),
  );
  expect(documents).toEqual([...years, `${API}/calendar.json`, `${API}/index.json`]);
  for (const name of apiDocumentNames) {
    expect(read(`${API}/schemas/${name}.json`)).toEqual(
      apiSchema(name, `/api/schemas/${name}.json`),
    );
  }
});

test('each schema says at which address it stands, so that others can refer to it', () => {
  for (const file of globSync(`${API}/schemas/*.json`)) {
    expect(`dist${read(file).$id}`).toBe(file);
  }
});

describe.each(documents)('%s', (file) => {
  const document = read(file);

  test('is what the schema that it names describes', () => {
    const validate = validatorOf(read(join(dirname(file), document.$schema)));
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  test('says what it is, what prevails, and what one may do with it', () => {
    expect(document.about).toContain('以通知原文和受理点的答复为准');
    expect(document.licence.data).toBe('MIT');
  });
});

describe('the schema of the rules', () => {
  const validate = validatorOf(apiSchema('rules', '/api/schemas/rules.json'));
  const changed = async (change: (rule: Record<string, unknown>) => void) => {
    const document = JSON.parse(JSON.stringify(apiRules(await loadNotice('2026'))));
    change(document.rules.at(4));
    return validate(document);
  };

  test('accepts the rules as they are', async () => {
    expect(await changed(() => {})).toBe(true);
  });

  test.each<[string, (rule: Record<string, unknown>) => void]>([
    ['without a standing', (rule) => delete rule.standing],
    ['with a standing of its own', (rule) => Object.assign(rule, { standing: 'final' })],
    ['without a citation’s words', (rule) => Object.assign(rule, { cites: [{ clause: '2.1' }] })],
    ['with a node of no kind', (rule) => Object.assign(rule, { tree: { outcome: 'passed' } })],
    [
      'with a branch that has no answers',
      (rule) => {
        delete (rule.tree as { branches: { is?: string[] }[] }).branches[0]!.is;
      },
    ],
  ])('refuses a rule %s', async (_, change) => {
    expect(await changed(change)).toBe(false);
  });
});

test('a value that rests on the national base says so', () => {
  const { rules, standings } = read(`${API}/2026/rules.json`);
  const standing = Object.fromEntries(
    rules.map((rule: { id: string; standing: string }) => [rule.id, rule.standing]),
  );
  expect(standing).toMatchObject({
    specialty: 'notice',
    qualification: 'reference',
    continuingEducation: 'reference',
  });
  expect(standings.reference.label).toBe('参考口径·待核');
});

test('the index leads to every other document', () => {
  const index = read(`${API}/index.json`);
  const named = index.notices.flatMap((notice: Record<string, string>) => [
    notice.notice,
    notice.rules,
    notice.questions,
  ]);
  const found = [...named, index.calendar].map((path) => `${API}/${path}`);
  expect([...found, `${API}/index.json`].sort()).toEqual(documents);
});
