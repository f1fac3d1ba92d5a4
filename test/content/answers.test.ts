import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AnsweredQuestion, loadNotice, loadReference } from '../../src/notices/index.ts';
import { fromSample, SAMPLE } from '../notices/index.ts';
import { withCopy } from './mutate.ts';

const RULE = 'notices/2026/rules/03-qualification.yaml';

const read = async (content: URL) =>
  (await loadReference(await loadNotice(SAMPLE, content), content)).answers;
const groups = await fromSample(read);
const at = (list: typeof groups, id: string): AnsweredQuestion => {
  const found = list.flatMap(({ questions }) => questions).find((one) => one.id === id);
  if (!found) throw new Error(`No question ${id}`);
  return found;
};
/** The answers after `from` became `to` in one file. */
const withEdits = (file: string, ...edits: [from: string, to: string][]) =>
  withCopy((folder) => {
    const path = join(folder, file);
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of edits) {
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      text = text.replace(from, () => to);
    }
    writeFileSync(path, text);
  }, read);

describe('questions', () => {
  test('stand in their groups, in the order of the files', () => {
    expect(groups.map(({ id, questions }) => [id, questions.map((one) => one.id)])).toEqual([
      ['people', ['retired', 'bachelor']],
      ['others', ['doctor', 'perYear']],
    ]);
  });
});

describe('a part of an answer', () => {
  test('that names a clause is on the notice’s word, with its facts filled in', () => {
    const [part] = at(groups, 'retired').answer;
    expect(part).toEqual({
      standing: 'notice',
      says: '通知只写了省属企业和事业单位，公示 5 个工作日。',
      quote: '省属企业和事业单位的人员可以申报。',
      clauses: ['1.2'],
      documents: [],
    });
  });

  test('that names an open point repeats it, and whom to ask', () => {
    const { answer, ask } = at(groups, 'retired');
    expect(answer[1]).toMatchObject({
      standing: 'manual',
      point: '退休年龄',
      says: '通知没有写。自查不看这一项。',
    });
    expect(ask).toEqual(['office']);
  });

  test('that names a rule has its figures, its standing and its clauses', () => {
    expect(at(groups, 'bachelor').answer).toEqual([
      {
        standing: 'reference',
        says: '按国家标准，取得助理工程师以后满 4 年，算到 2026-12-31。',
        clauses: ['2.1'],
        documents: [],
      },
    ]);
    expect(at(groups, 'perYear').answer[0]?.says).toBe(
      '按省里的办法，总学时 90，专业 60，公需 18。',
    );
  });

  test('that names documents is on their word, which nobody here has checked', () => {
    expect(at(groups, 'doctor').answer[1]).toMatchObject({
      standing: 'reference',
      documents: ['nationalStandard'],
    });
  });

  test('that says what the notice leaves out is for people, and this site’s own has no standing', () => {
    const [, notStated, ours] = at(groups, 'perYear').answer;
    expect(notStated).toMatchObject({ standing: 'manual', says: '多出来的能不能转，没有写。' });
    expect(ours).not.toHaveProperty('standing');
  });

  test('follows a fact that changes', async () => {
    const changed = await withEdits(
      RULE,
      ['years: 4\n                      met', 'years: 6\n                      met'],
      // The rule's own examples lie on either side of the limit.
      ['heldSince: 2022-12-31', 'heldSince: 2020-12-31'],
      ['heldSince: 2023-01-01', 'heldSince: 2021-01-01'],
    );
    expect(at(changed, 'bachelor').answer[0]?.says).toContain('满 6 年');
  });

  test('counts as the notice’s own once its value was checked', async () => {
    const checked = await withEdits(RULE, [
      'years: 4\n                      met',
      'years: 4\n                      verified: { on: 2026-11-01, by: 甲 }\n                      met',
    ]);
    expect(at(checked, 'bachelor').answer[0]).toMatchObject({
      standing: 'notice',
      verified: { on: '2026-11-01', by: '甲' },
      says: '按核对过的原文，取得助理工程师以后满 4 年，算到 2026-12-31。',
    });
  });

  test('is for people where its rule leaves it to them', async () => {
    const left = await withEdits('notices/2026/answers/02-others.yaml', [
      'when: { target: engineer, route: education, education: doctor }\n        outcome: met',
      'when: { target: engineer, route: exceptional }\n        outcome: review',
    ]);
    expect(at(left, 'doctor').answer[0]).toMatchObject({ standing: 'manual' });
  });
});

describe('a term', () => {
  test('is explained in parts like those of an answer, and may rest on this site alone', async () => {
    const { terms } = await fromSample(async (content) =>
      loadReference(await loadNotice(SAMPLE, content), content),
    );
    expect(terms.map(({ term, also }) => [term, also])).toEqual([
      ['公示', ['张榜']],
      ['职称', []],
    ]);
    expect(terms[0]?.means).toMatchObject([
      { standing: 'notice', says: '单位公布申报的人，不少于 5 个工作日。', clauses: ['3.1'] },
      { standing: 'manual', point: '退休年龄' },
    ]);
    expect(terms[1]?.means[0]).not.toHaveProperty('standing');
  });
});
