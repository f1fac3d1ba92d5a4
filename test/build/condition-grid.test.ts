import { expect, test } from 'vitest';
import { assess } from '../../src/calculator/index.ts';
import { conditionGrid } from '../../src/components/rules/condition-grid.ts';
import { notice } from '../content/2026/support.ts';

const rule = notice.rules.find(({ id }) => id === 'qualification')!;
const grid = conditionGrid(notice, rule)!;
const cell = (row: string, column: string) =>
  grid.rows.find(({ title }) => title.includes(row))?.cells[grid.columns.indexOf(column)];

test('sets education and skill against the titles, the lower one first', () => {
  expect(grid.columns).toEqual(['助理工程师', '工程师']);
  expect(cell('博士', '工程师')).toEqual({ outcome: 'met', ways: [] });
  expect(cell('硕士', '工程师')?.ways).toEqual([{ what: '助理工程师', years: 2 }]);
  expect(cell('大专', '助理工程师')?.ways).toEqual([{ what: '技术员', years: 2 }]);
  expect(cell('大学本科', '助理工程师')?.ways).toEqual([
    { what: '开始在工程技术岗位工作', years: 1 },
  ]);
  expect(cell('中专', '工程师')?.outcome).toBe('review');
  expect(cell('技能等级', '工程师')?.ways).toEqual([{ what: '技师、高级技师', years: 3 }]);
  expect(cell('破格', '工程师')?.outcome).toBe('review');
});

test('says what the calculator decides, for every education and both titles', () => {
  const question = (id: string) => notice.questions.find((one) => one.id === id)!;
  const educations = question('education').options.filter(({ value }) => value !== 'unsure');
  for (const { value: target, label: column } of question('target').options) {
    for (const { value: education, label } of educations) {
      const answers = { target, route: 'education', education };
      const { findings } = assess(notice, answers);
      const { outcome } = findings.find((finding) => finding.rule === 'qualification')!;
      const found = cell(label, column)!;
      expect(found.outcome ?? 'unknown', `${label} ${column}`).toBe(outcome);
      for (const { years } of found.ways) {
        // The day that is just enough, on whichever of the two questions the way ends.
        const since = {
          heldSince: `${notice.year - years}-12-31`,
          startedWorkOn: `${notice.year - years}-12-31`,
        };
        const titles = question('heldTitle').options.map(({ value }) => value);
        const outcomes = titles.map(
          (heldTitle) =>
            assess(notice, { ...answers, ...since, heldTitle }).findings.find(
              (one) => one.rule === 'qualification',
            )?.outcome,
        );
        expect(outcomes).toContain('met');
      }
    }
  }
});

test('no other rule is such a table', () => {
  for (const other of notice.rules.filter(({ id }) => id !== rule.id)) {
    expect(conditionGrid(notice, other), other.id).toBeUndefined();
  }
});
