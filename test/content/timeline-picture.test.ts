import { describe, expect, test } from 'vitest';
import {
  addDays,
  type IsoDate,
  planTimeline,
  type WorkCalendar,
} from '../../src/calculator/index.ts';
import { forTimeline } from '../../src/notices/index.ts';
import { type Entry, noticeEntries } from '../../src/plan/index.ts';
import { lying, rangeOf, type Scene, standing } from '../../src/widgets/Timeline/scene.ts';
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
  make: typeof lying,
  own: Entry[] = OWN,
  today?: IsoDate,
  of: WorkCalendar = calendar,
): Scene => make({ entries: [...noticeEntries(notice, of), ...own], calendar: of, range, today });

/** About the box that a label takes: Chinese characters are square. */
function boxOf({ x, y, text, anchor, quiet }: Scene['ticks'][number]) {
  const size = quiet ? 12.5 : 14;
  const width = [...text].reduce((sum, c) => sum + (c > '⺀' ? 1 : 0.58), 0) * size;
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return { left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.2 };
}
const labelsOf = (scene: Scene) => scene.shapes.flatMap(({ labels }) => labels).map(boxOf);

describe.each([
  ['lying', lying],
  ['standing', standing],
])('the picture, %s', (_, make) => {
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
        const apart =
          one.right <= other.left ||
          other.right <= one.left ||
          one.bottom <= other.top + 1 ||
          other.bottom <= one.top + 1;
        expect(apart, JSON.stringify([one, other])).toBe(true);
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

  test('shows today only within the range', () => {
    expect(draw(make).today).toBeUndefined();
    expect(draw(make, OWN, addDays(range.from, -1)).today).toBeUndefined();
    expect(draw(make, OWN, addDays(range.to, 1)).today).toBeUndefined();
    for (const day of [range.from, '2026-07-19', range.to]) {
      const { today, width, height } = draw(make, OWN, day);
      const [x1, y1, x2, y2] = today?.line ?? [];
      expect(Math.min(x1 ?? -1, y1 ?? -1)).toBeGreaterThanOrEqual(0);
      expect(x2).toBeLessThanOrEqual(width);
      expect(y2).toBeLessThanOrEqual(height);
    }
  });

  test('says on the bar of a stage that ends on a Sunday until when there are working days', () => {
    const [application, employer] = draw(make).shapes;
    expect(application?.lastWorkday).toBeDefined();
    expect(application?.labels.map(({ text }) => text).join()).toContain('工作日到 7-17 周五');
    const whole = draw(make).shapes.find(({ labels }) => labels[0]?.text.startsWith('单位审核'));
    expect(whole?.lastWorkday).toBeUndefined();
    expect(employer).toBeDefined();
  });

  test('puts what is far off beyond a gap, with its year where it is another', () => {
    const scene = draw(make);
    expect(scene.gap).toBeDefined();
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
