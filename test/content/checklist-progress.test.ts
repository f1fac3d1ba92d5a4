/** Who was looked at for what: ticked per person and for all, and read back from a file that may hold anything. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { List } from '../../src/widgets/Checklist/lists.ts';
import {
  isTicked,
  kindOf,
  NOTHING,
  namesIn,
  type Progress,
  progressText,
  readProgress,
  tick,
} from '../../src/widgets/Checklist/state.ts';
import { readOwnFile } from '../../src/widgets/shared/ownFile.ts';

const item = (id: string) => ({ id, says: `${id}。`, mark: 'notice' as const, sources: [] });
const LIST: List = {
  role: 'employer',
  title: '清单',
  number: '某某〔2026〕1号',
  version: '2026.2',
  groups: [
    { id: 'person', title: '人', each: true, items: [item('post'), item('field')] },
    { id: 'unit', title: '单位', each: false, items: [item('days')] },
  ],
};
const person = (name: string, ticks: string[] = []) => ({ name, note: '', ticks });
const TWO: Progress = { ...NOTHING, people: [person('张三', ['post']), person('李四')] };

describe('a tick', () => {
  test('is one person’s', () => {
    const after = tick(TWO, 1, 'field', true, true);
    expect(after.people.map(({ ticks }) => ticks)).toEqual([['post'], ['field']]);
    expect(isTicked(after, 0, 'field', true)).toBe(false);
    expect(tick(after, 1, 'field', true, false)).toEqual(TWO);
  });
  test('for all holds once everybody has it', () => {
    expect(isTicked(TWO, 'all', 'post', true)).toBe(false);
    const after = tick(TWO, 'all', 'post', true, true);
    expect(after.people.map(({ ticks }) => ticks)).toEqual([['post'], ['post']]);
    expect(isTicked(after, 'all', 'post', true)).toBe(true);
  });
  test('of what is looked at once is the same for everybody', () => {
    const after = tick(TWO, 0, 'days', false, true);
    expect(after.people).toEqual(TWO.people);
    expect(isTicked(after, 1, 'days', false)).toBe(true);
  });
  test('holds where nobody is named', () => {
    const after = tick(NOTHING, 'all', 'post', true, true);
    expect(isTicked(after, 'all', 'post', true)).toBe(true);
  });
});

test('names are read one a line, from a row or a sentence', () => {
  expect(namesIn('姓名\n张三\t设备部\r\n李四、王五\n\n ')).toEqual(['张三', '李四', '王五']);
});

describe('a file', () => {
  const read = (text: string) => {
    const opened = readOwnFile(kindOf(LIST, 2026), text);
    return 'data' in opened ? readProgress(LIST, opened.data) : opened;
  };
  test('comes back as it was saved', () => {
    const progress = { ...TWO, ticks: ['days'], by: '赵六' };
    expect(read(progressText(LIST, 2026, progress))).toEqual({ progress, dropped: 0 });
  });
  test('of another list or year is none', () => {
    const office = { ...LIST, role: 'office' };
    expect(read(progressText(office, 2026, TWO))).toEqual({ problem: 'notOurs' });
    expect(read(progressText(LIST, 2027, TWO))).toEqual({ problem: 'notOurs' });
  });
  test('of which something is not understood keeps the rest, and says how much', () => {
    expect(
      readProgress(LIST, {
        people: [{ name: '张三', ticks: ['post', 'gone', 5], note: {} }, { name: 7 }, null],
        ticks: 'days',
        by: ['x'],
      }),
    ).toEqual({ progress: { people: [person('张三', ['post'])], ticks: [], by: '' }, dropped: 8 });
  });
  test('with anything in it throws nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (people) => {
        const { progress } = readProgress(LIST, { people, ticks: people, by: people });
        for (const { name, ticks } of progress.people) {
          expect(name).not.toBe('');
          expect(ticks.every((id) => ['post', 'field', 'days'].includes(id))).toBe(true);
        }
      }),
    );
  });
});
