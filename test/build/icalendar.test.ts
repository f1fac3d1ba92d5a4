import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calculator/index.ts';
import { calendarOf, noticeEntries } from '../../src/widgets/shared/entries.ts';
import { type CalendarEvent, writeCalendar } from '../../src/widgets/shared/icalendar.ts';
import { calendar, changedNotice, notice, plainNode } from '../calculator/support.ts';

const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati'];
const EVENT: CalendarEvent = {
  uid: 'a@b',
  from: '2026-07-19',
  to: '2026-07-19',
  summary: '个人申报截止',
  description: '逾期不再受理。',
};

const write = (event: Partial<CalendarEvent> = {}, rest: { revision?: number } = {}) =>
  writeCalendar({
    name: '职称申报',
    revision: 1,
    revisedOn: '2026-11-23',
    events: [{ ...EVENT, ...event }],
    ...rest,
  });
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
const first = (text: string) => eventsIn(text)[0] as ICAL.Component;
const feed = (of = notice) =>
  writeCalendar(calendarOf(of, '职称申报', noticeEntries(of, calendar)));

describe('the lines of a calendar', () => {
  test('end in CRLF, each of them, the last too', () => {
    const text = feed();
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('hold at most 75 octets and never cut a character, whatever the text is', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 200 });
    const chinese = fc.string({
      unit: fc.constantFrom('公', '示', '𠮷', 'a', '，'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.oneof(anyText, chinese), (description) => {
        const text = write({ description });
        for (const line of text.split('\r\n')) {
          const octets = new TextEncoder().encode(line);
          expect(octets.length).toBeLessThanOrEqual(75);
          // Throws where a piece begins or ends within a character.
          new TextDecoder('utf-8', { fatal: true }).decode(octets);
        }
      }),
    );
  });

  test('fold as late as they can', () => {
    const lines = write({ summary: 'a'.repeat(300) }).split('\r\n');
    const at = lines.findIndex((line) => line.startsWith('SUMMARY:'));
    expect(lines.slice(at, at + 3).map(({ length }) => length)).toEqual([75, 75, 75]);
  });
});

describe('texts', () => {
  test('come back as they were', () => {
    // Control characters may not stand in a file; a bare CR counts as a new line.
    const text = fc
      .string({ unit: 'grapheme', maxLength: 120 })
      .filter((drawn) => !/[\p{Cc}\p{Cs}]/u.test(drawn));
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const event = first(write({ summary, description }));
        expect(event.getFirstPropertyValue('summary')).toBe(summary);
        expect(event.getFirstPropertyValue('description')).toBe(description);
      }),
    );
  });

  test('keep commas, semicolons, backslashes and lines', () => {
    const description = '一,二;三\\四\n五\\n六，七；八';
    expect(first(write({ description })).getFirstPropertyValue('description')).toBe(description);
  });

  test('cannot bring in lines of their own', () => {
    const summary = '步骤\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\u0000\u0007';
    const text = write({ summary });
    expect(eventsIn(text)).toHaveLength(1);
    expect(text.replace(/[\r\n]/g, '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('an event', () => {
  test('lasts whole days, its last day included', () => {
    const event = new ICAL.Event(first(write({ from: '2026-07-21', to: '2026-07-27' })));
    expect([event.startDate.isDate, event.endDate.isDate]).toEqual([true, true]);
    expect(event.startDate.toString()).toBe('2026-07-21');
    expect(event.endDate.toString()).toBe('2026-07-28');
    expect(event.duration.toSeconds()).toBe(7 * 86_400);
  });

  test('ends in the next month or year where its last day is the last of one', () => {
    const ends = (to: string) => new ICAL.Event(first(write({ from: to, to }))).endDate.toString();
    expect(ends('2026-12-31')).toBe('2027-01-01');
    expect(ends('2028-02-28')).toBe('2028-02-29');
  });

  test('reminds seven days and one day before', () => {
    const alarms = first(write()).getAllSubcomponents('valarm');
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual([
      '-P7D',
      '-P1D',
    ]);
    for (const alarm of alarms) {
      expect(alarm.getFirstPropertyValue('action')).toBe('DISPLAY');
      expect(alarm.getFirstPropertyValue('description')).toBe(EVENT.summary);
    }
  });

  test('has everything that RFC 5545 asks of it', () => {
    const event = first(write());
    for (const name of ['uid', 'dtstamp', 'dtstart', 'sequence', 'last-modified']) {
      expect(event.getAllProperties(name)).toHaveLength(1);
    }
  });
});

describe('the year’s calendar', () => {
  const read = (text: string) =>
    eventsIn(text).map((component) => {
      const { startDate, summary } = new ICAL.Event(component);
      return `${startDate} ${summary}`;
    });

  test('holds every opening, every closing, both cutoffs and the latest posting', () => {
    expect(read(feed())).toEqual([
      '2026-06-25 2026 年度职称：个人申报开始',
      '2026-07-19 2026 年度职称：个人申报截止',
      '2026-07-19 2026 年度职称：业绩等材料截止',
      '2026-07-23 2026 年度职称：最迟贴出公示（稳妥算法）',
      '2026-07-31 2026 年度职称：单位审核、公示、推荐截止',
      '2026-08-16 2026 年度职称：受理点审核推荐截止',
      '2026-12-31 2026 年度职称：资历计算截止',
    ]);
  });

  test('says of a Sunday which working day is the last before it', () => {
    const notes = eventsIn(feed()).map((event) => event.getFirstPropertyValue('description'));
    expect(notes[1]).toContain(
      '截止日是周日，不要指望顺延。截止前最后一个工作日是 7 月 17 日（周五）',
    );
    expect(notes[3]).toContain('本站的稳妥算法');
  });

  test('keeps every UID when dates and revision change, and raises what programs compare', () => {
    const later = changedNotice((copy) => {
      copy.stages[0]!.closes = '2026-07-20';
      copy.revision = 2;
      copy.revisedOn = '2026-12-01';
    });
    const values = (text: string, name: string) =>
      eventsIn(text).map((event) => String(event.getFirstPropertyValue(name)));
    expect(new Set(values(feed(), 'uid')).size).toBe(7);
    expect(values(feed(later), 'uid').toSorted()).toEqual(values(feed(), 'uid').toSorted());
    expect(new Set(values(feed(), 'sequence'))).toEqual(new Set(['1']));
    expect(new Set(values(feed(later), 'sequence'))).toEqual(new Set(['2']));
    expect(new Set(values(feed(later), 'dtstamp'))).toEqual(new Set(['2026-12-01T00:00:00Z']));
    expect(values(feed(later), 'last-modified')).toEqual(values(feed(later), 'dtstamp'));
  });

  test('ends every event of one day on the next, across the whole year', () => {
    for (const component of eventsIn(feed())) {
      const { startDate, endDate } = new ICAL.Event(component);
      expect(endDate.toString()).toBe(addDays(startDate.toString(), 1));
    }
  });

  test('is the same, and read the same, in four time zones', async () => {
    const script = fileURLToPath(new URL('calendar-text.ts', import.meta.url));
    const printed = await Promise.all(
      ZONES.map((zone) => plainNode([script], { env: { TZ: zone } })),
    );
    expect(JSON.parse(printed[0] ?? '').read[1]).toEqual([
      '2026-application-closes@zhejiang-engineer-title-guide',
      '2026 年度职称：个人申报截止',
      '2026-07-19',
      '2026-07-20',
      true,
    ]);
    expect(new Set(printed).size).toBe(1);
  }, 60_000);
});
