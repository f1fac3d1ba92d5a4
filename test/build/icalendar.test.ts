import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calculator/index.ts';
import {
  type CalendarEvent,
  calendarOf,
  type OwnPlan,
  writeCalendar,
} from '../../src/plan/calendar/index.ts';
import { type Entry, noticeEntries } from '../../src/plan/index.ts';
import { calendar, changedNotice, notice, plainNode } from '../calculator/support.ts';

const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati'];
const EVENT: CalendarEvent = {
  uid: 'a@b',
  version: { sequence: 1, at: '2026-11-23T00:00:00Z' },
  from: '2026-07-19',
  to: '2026-07-19',
  summary: '个人申报截止',
  description: '逾期不再受理。',
};

const write = (event: Partial<CalendarEvent> = {}, isFeed = false) =>
  writeCalendar({ name: '职称申报', isFeed, events: [{ ...EVENT, ...event }] });
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
const first = (text: string) => eventsIn(text)[0] as ICAL.Component;
const feed = (of = notice) =>
  writeCalendar(calendarOf(of, { name: '职称申报', entries: noticeEntries(of, calendar) }));

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

  test('on the last day that can be named ends with it, and no later day stands in the file', () => {
    const ends = (from: string) => {
      const text = write({ from, to: '9999-12-31' });
      expect(text).not.toMatch(/\d{5,}\d{4}\r|[+-]0/);
      return new ICAL.Event(first(text)).duration.toSeconds() / 86_400;
    };
    expect(ends('9999-12-31')).toBe(1);
    expect(ends('9999-12-25')).toBe(7);
    expect(new ICAL.Event(first(write({ to: '9999-12-30' }))).endDate.toString()).toBe(
      '9999-12-31',
    );
  });

  test('reminds at nine in the morning, seven days and one day before', () => {
    const event = first(write());
    const alarms = event.getAllSubcomponents('valarm');
    const begins = new ICAL.Event(event).startDate;
    expect(
      alarms.map((alarm) => {
        const at = ICAL.Time.fromData({ ...begins.toJSON(), isDate: false });
        at.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration);
        return at.toString();
      }),
    ).toEqual(['2026-07-12T09:00:00', '2026-07-18T09:00:00']);
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

describe('a calendar', () => {
  const names = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllProperties().map(({ name }) => name);

  test('names no method, which would ask for an organizer', () => {
    for (const text of [feed(), write()]) expect(names(text)).not.toContain('method');
  });

  test('says when to come back only where it is a feed', () => {
    const hints = ['refresh-interval', 'x-published-ttl'];
    expect(names(write({}, true))).toEqual(expect.arrayContaining(hints));
    expect(names(feed())).toEqual(expect.arrayContaining(hints));
    for (const hint of hints) expect(names(write())).not.toContain(hint);
  });
});

describe('a plan’s calendar', () => {
  const AT = Date.UTC(2026, 6, 1, 1, 2, 3);
  const days: Entry[] = [
    { id: 'plan-post', kind: 'plan', title: '贴出公示', on: '2026-07-20', notes: [] },
    { id: 'task-1', kind: 'task', title: '补齐学时', on: '2026-07-19', notes: [] },
  ];
  const plan = (own: OwnPlan, entries = days) =>
    eventsIn(
      writeCalendar(
        calendarOf(notice, {
          name: '我的安排',
          entries: [...noticeEntries(notice, calendar), ...entries],
          own,
        }),
      ),
    );
  const value = (event: ICAL.Component | undefined, name: string) =>
    String(event?.getFirstPropertyValue(name));
  const ids = (events: ICAL.Component[]) => events.map((event) => value(event, 'uid'));

  test('gives the notice’s days the identity that they have in the feed', () => {
    const events = plan({ id: 'aaaaaaaaaa', at: AT });
    expect(ids(events).slice(0, 7)).toEqual(ids(eventsIn(feed())));
    expect(value(events[0], 'sequence')).toBe(String(notice.revision));
  });

  test('shares none of its own days with another plan', () => {
    const [one, two] = ['aaaaaaaaaa', 'bbbbbbbbbb'].map((id) => ids(plan({ id, at: AT })).slice(7));
    expect(new Set([...one!, ...two!]).size).toBe(4);
  });

  test('has the same days, of a later version, once the plan has changed', () => {
    const before = plan({ id: 'aaaaaaaaaa', at: AT });
    const changed = days.map((day) => ({ ...day, on: '2026-07-21' }));
    const after = plan({ id: 'aaaaaaaaaa', at: AT + 60_000 }, changed);
    expect(ids(after)).toEqual(ids(before));
    for (const [index, event] of after.entries()) {
      if (index < 7) continue;
      expect(value(event, 'dtstart')).toBe('2026-07-21');
      expect(value(event, 'dtstamp')).toBe('2026-07-01T01:03:03Z');
      expect(value(event, 'last-modified')).toBe('2026-07-01T01:03:03Z');
      expect(Number(value(event, 'sequence'))).toBe(Number(value(before[index], 'sequence')) + 60);
    }
  });

  test('counts its versions within what programs can keep, on any clock', () => {
    const sequence = (at: number) => Number(value(plan({ id: 'a', at })[7], 'sequence'));
    expect(sequence(Date.UTC(2086, 0))).toBeLessThan(2 ** 31);
    expect(sequence(Date.UTC(1999, 0))).toBe(0);
  });
});

describe('the year’s calendar', () => {
  const read = (text: string) =>
    eventsIn(text).map((component) => {
      const { startDate, summary } = new ICAL.Event(component);
      return `${startDate} ${summary}`;
    });

  test('holds every opening, every closing, both cutoffs and the latest posting, each with what to do', () => {
    expect(read(feed())).toEqual([
      '2026-06-25 2026 年度职称：可以开始个人申报',
      '2026-07-19 2026 年度职称：最后一天，办完个人申报',
      '2026-07-19 2026 年度职称：备齐业绩等材料，只算到这天',
      '2026-07-23 2026 年度职称：最迟贴出公示（稳妥算法）',
      '2026-07-31 2026 年度职称：最后一天，办完单位审核、公示',
      '2026-08-16 2026 年度职称：最后一天，办完受理点审核',
      '2026-12-31 2026 年度职称：核对年限，资历算到这天',
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
      copy.revision = notice.revision + 1;
      copy.revisedOn = '2026-12-01';
    });
    const values = (text: string, name: string) =>
      eventsIn(text).map((event) => String(event.getFirstPropertyValue(name)));
    expect(new Set(values(feed(), 'uid')).size).toBe(7);
    expect(values(feed(later), 'uid').toSorted()).toEqual(values(feed(), 'uid').toSorted());
    expect(new Set(values(feed(), 'sequence'))).toEqual(new Set([`${notice.revision}`]));
    expect(new Set(values(feed(later), 'sequence'))).toEqual(new Set([`${notice.revision + 1}`]));
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
      '2026 年度职称：最后一天，办完个人申报',
      '2026-07-19',
      '2026-07-20',
      true,
    ]);
    expect(new Set(printed).size).toBe(1);
  }, 60_000);
});
