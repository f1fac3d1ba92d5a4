import { describe, expect, test } from 'vitest';
import {
  addDays,
  type IsoDate,
  planTimeline,
  type WorkCalendar,
} from '../../src/calculator/index.ts';
import { forTimeline } from '../../src/notices/index.ts';
import { type Entry, inOrder, noticeEntries } from '../../src/plan/index.ts';
import { horizontal, rangeOf, type Scene, vertical } from '../../src/widgets/Timeline/scene.ts';
import { calendar, changedNotice, notice as full } from '../calculator/support.ts';

const notice = forTimeline(full);
const range = rangeOf(notice);
const entry = (id: string, on: IsoDate, rest: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'plan',
  title: `安排${id}`,
  on,
  notes: [],
  ...rest,
});
const OWN = [
  entry('1', '2026-07-17'),
  entry('2', '2026-07-23', { days: ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23'] }),
  entry('3', '2026-07-24', { title: '名字很长很长很长很长很长的一步啊' }),
  entry('4', '2027-03-01', { kind: 'task' }),
];
const draw = (
  make: typeof horizontal,
  own: Entry[] = OWN,
  today?: IsoDate,
  of: WorkCalendar = calendar,
): Scene => {
  const entries = inOrder([...noticeEntries(notice, of), ...own]);
  return make({ entries, calendar: of, range, today });
};

/** About the box that a label takes: Chinese characters are square. */
function boxOf({ x, y, text, anchor, quiet }: Scene['ticks'][number]) {
  const size = quiet ? 12.5 : 14;
  const width = [...text].reduce((sum, c) => sum + (c > '⺀' ? 1 : 0.58), 0) * size;
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return { left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.2 };
}
type Rectangle = ReturnType<typeof boxOf>;
const isApart = (one: Rectangle, other: Rectangle) =>
  one.right <= other.left ||
  other.right <= one.left ||
  one.bottom <= other.top + 1 ||
  other.bottom <= one.top + 1;
const labelsOf = (scene: Scene) => scene.shapes.flatMap(({ labels }) => labels).map(boxOf);

describe.each([
  ['horizontal', horizontal],
  ['vertical', vertical],
])('the %s picture', (_, make) => {
  test('has every entry, and every label within its frame', () => {
    const scene = draw(make);
    expect(scene.shapes).toHaveLength(10);
    for (const { left, right, top, bottom } of labelsOf(scene)) {
      expect(left).toBeGreaterThanOrEqual(-1);
      expect(right).toBeLessThanOrEqual(scene.width + 1);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(scene.height + 1);
    }
  });

  test('lets no two labels overlap, however many fall on one day', () => {
    const crowd = Array.from({ length: 12 }, (_, index) => entry(`c${index}`, '2026-07-23'));
    const boxes = labelsOf(draw(make, crowd));
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        expect(isApart(one, other), JSON.stringify([one, other])).toBe(true);
      }
    }
  });

  test('marks each run of days off within the range, and every Monday', () => {
    const scene = draw(make);
    // 06-27 to 08-16 holds eight weekends and no holiday.
    expect(scene.off).toHaveLength(8);
    expect(scene.ticks.map(({ text }) => text)).toEqual([
      ...['6-29', '7-6', '7-13', '7-20', '7-27', '8-3', '8-10'],
    ]);
  });

  test('marks a weekend that is worked, and a holiday in the week', () => {
    const other: WorkCalendar = {
      years: {
        2026: {
          document: 'holidays2026',
          holidays: [{ name: '虚构的假期', from: '2026-07-08', to: '2026-07-08' }],
          worked: ['2026-07-12'],
        },
      },
    };
    const scene = draw(make, [], undefined, other);
    expect(scene.off).toHaveLength(9);
    expect(scene.ticks.filter(({ text }) => text === '班')).toHaveLength(1);
  });

  test('shows today on every day, within its frame', () => {
    expect(draw(make).today).toBeUndefined();
    const days = [range.from, '2026-07-19', range.to, '2026-01-02', addDays(range.from, -1)];
    for (const day of [...days, addDays(range.to, 1), '2026-11-27', '2027-11-27']) {
      const { today, width, height } = draw(make, OWN, day);
      const [x1 = -1, y1 = -1, x2 = width + 1, y2 = height + 1] = today?.line ?? [];
      expect(Math.min(x1, y1), day).toBeGreaterThanOrEqual(0);
      expect(x2, day).toBeLessThanOrEqual(width);
      expect(y2, day).toBeLessThanOrEqual(height);
      const { left, right, top, bottom } = boxOf(today!.label);
      expect(Math.min(left, top), day).toBeGreaterThanOrEqual(-1);
      expect(right, day).toBeLessThanOrEqual(width + 1);
      expect(bottom, day).toBeLessThanOrEqual(height);
    }
  });

  test('has today between what is over and what is to come, off the axis too', () => {
    const along = (day: IsoDate, title: string) => {
      const { today, shapes } = draw(make, OWN, day);
      const shape = shapes.find(({ labels }) => labels[0]?.text.startsWith(title));
      const [x1 = 0, y1 = 0, x2 = 0] = today!.line;
      // Upright lines stand on an axis that runs to the right.
      return x1 === x2 ? x1 - (shape?.point?.x ?? 0) : y1 - (shape?.point?.y ?? 0);
    };
    expect(along('2026-06-20', '安排1')).toBeLessThan(0);
    expect(along('2026-11-27', '最迟贴出公示')).toBeGreaterThan(0);
    expect(along('2026-11-27', '资历计算截止')).toBeLessThan(0);
    expect(along('2027-01-10', '资历计算截止')).toBeGreaterThan(0);
    expect(along('2027-01-10', '安排4')).toBeLessThan(0);
  });

  test('lets today’s mark touch no other label on any day', () => {
    for (let day = addDays(range.from, -3); day <= addDays(range.to, 3); day = addDays(day, 1)) {
      const scene = draw(make, OWN, day);
      const mark = boxOf(scene.today!.label);
      for (const other of [...scene.ticks, ...scene.shapes.flatMap(({ labels }) => labels)])
        expect(isApart(mark, boxOf(other)), `${day} ${other.text}`).toBe(true);
    }
  });

  test('says of each entry whether it is over', () => {
    const over = draw(make, OWN, '2026-07-20').shapes.filter((shape) => shape.over);
    // The application, the materials' cutoff and the first plan.
    expect(over).toHaveLength(3);
    expect(draw(make).shapes.some((shape) => shape.over)).toBe(false);
  });

  test('says on the bar of a stage that ends on a Sunday until when there are working days', () => {
    const [application, employer] = ['个人申报', '单位审核、公示'].map((title) =>
      draw(make).shapes.find(({ labels }) => labels[0]?.text.startsWith(title)),
    );
    expect(application?.lastWorkday).toBeDefined();
    expect(application?.labels.map(({ text }) => text).join()).toContain('工作日到 7-17 周五');
    expect(employer).toBeDefined();
    expect(employer?.lastWorkday).toBeUndefined();
  });

  test('puts what is far off beyond a gap, with its year where it is another', () => {
    const scene = draw(make);
    expect(scene.gaps).toHaveLength(1);
    const texts = scene.shapes.flatMap(({ labels }) => labels).map(({ text }) => text);
    expect(texts.some((text) => text.includes('2027-3-1'))).toBe(true);
    expect(texts.some((text) => text.includes('12-31 周四'))).toBe(true);
  });

  test('leaves out what lies before the range; the table still has it', () => {
    expect(draw(make, [entry('early', '2026-06-01')]).shapes).toHaveLength(6);
  });

  test('draws a counted day for each day that counts, and none between', () => {
    const shape = draw(make).shapes.find(({ labels }) => labels[0]?.text.startsWith('安排2'));
    expect(shape?.boxes).toHaveLength(4);
  });
});

test('no two lines to labels cross on a phone, however many fall on one day', () => {
  const crowd = Array.from({ length: 12 }, (_, index) => entry(`c${index}`, '2026-07-23'));
  for (const own of [OWN, crowd, []]) {
    const leaders = draw(vertical, own).shapes.flatMap(({ leader }) => (leader ? [leader] : []));
    expect(leaders.length).toBeGreaterThan(4);
    for (const [index, one] of leaders.entries()) {
      const [, [gutter = 0, from = 0] = [], [end = 0, to = 0] = []] = one;
      expect(gutter).toBeLessThan(end);
      for (const [, [x, other = 0] = [], [, otherTo = 0] = []] of leaders.slice(index + 1)) {
        // Both begin and end at the same places across, so one order on both sides is no crossing.
        expect(x).toBe(gutter);
        expect(from).toBeLessThanOrEqual(other);
        expect(to).toBeLessThan(otherTo);
      }
    }
  }
});

test('the range goes from the first opening to the last closing', () => {
  expect(range).toEqual({ from: '2026-06-25', to: '2026-08-16' });
  const unstated = changedNotice(({ stages }) => {
    delete stages[0]!.opens;
  });
  expect(rangeOf(forTimeline(unstated)).from).toBe(unstated.issuedOn);
});

test('entries come in the order in which they end', () => {
  const days = noticeEntries(notice, calendar).map(({ on }) => on);
  expect(days).toEqual(days.toSorted());
  expect(days).toContain(
    planTimeline(notice, calendar, { today: '2026-07-01' }).publicity.latestPosting,
  );
});
