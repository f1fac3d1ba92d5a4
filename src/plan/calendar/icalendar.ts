import { addDays, daysBetween, type IsoDate } from '../../calculator/index.ts';

export interface CalendarEvent {
  /** Stable: the same event in a later file replaces the earlier one. */
  uid: string;
  version: EventVersion;
  /** The first day. */
  from: IsoDate;
  /** The last day, included. */
  to: IsoDate;
  summary: string;
  description: string;
}

/** Which of two versions of an event is the later: programs compare both. */
export interface EventVersion {
  sequence: number;
  /** A moment in UTC, such as `2026-07-01T09:00:00Z`. */
  at: string;
}

export interface CalendarFile {
  name: string;
  /** The page that shows the same, where its whole address is known. */
  url?: string | undefined;
  /** A file to subscribe to, which programs fetch again, and not one that is taken along once. */
  isFeed: boolean;
  events: CalendarEvent[];
}

/** The last day that a file can name: a year has four digits there. */
const LAST_DAY = '9999-12-31';

/** All-day events begin at midnight: these are nine in the morning, seven days and one day before. */
const ALARMS = ['-P6DT15H', '-PT15H'];

/**
 * An iCalendar file (RFC 5545) of all-day events, each with reminders. The same input gives the same octets: nothing
 * depends on a clock or a zone, and days are plain dates, so that they are the same days wherever they are read.
 *
 * It has no METHOD: a published calendar would have to name its organizer, by an address of mail.
 *
 * @example writeCalendar({ name: '安排', isFeed: false, events: [] }).startsWith('BEGIN:VCALENDAR') // true
 */
export function writeCalendar({ name, url, isFeed, events }: CalendarFile): string {
  const link = url ? [`URL:${url}`] : [];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//zhejiang-engineer-title-guide//calendar//ZH',
    'CALSCALE:GREGORIAN',
    // The one that RFC 7986 names, and the one that programs have long read; of the hints when to come back as well.
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...(isFeed ? ['REFRESH-INTERVAL;VALUE=DURATION:P1D', 'X-PUBLISHED-TTL:P1D'] : []),
    ...events.flatMap(({ uid, version, from, to, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `SEQUENCE:${version.sequence}`,
      `DTSTAMP:${compact(version.at)}`,
      `LAST-MODIFIED:${compact(version.at)}`,
      `DTSTART;VALUE=DATE:${compact(from)}`,
      // The end is the first day that no longer belongs to it. After the last day there is none to name.
      to < LAST_DAY
        ? `DTEND;VALUE=DATE:${compact(addDays(to, 1))}`
        : `DURATION:P${daysBetween(from, to) + 1}D`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      ...link,
      'TRANSP:TRANSPARENT',
      ...ALARMS.flatMap((trigger) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escaped(summary)}`,
        `TRIGGER:${trigger}`,
        'END:VALARM',
      ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** A day or a moment without the marks between its parts. */
const compact = (time: string): string => time.replace(/[-:]/g, '');

/** TEXT as RFC 5545 section 3.3.11 has it; other control characters may not stand in a file at all. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A line in pieces of at most 75 octets, the space that continues it included, never cut within a character. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const length = octetsOf(character);
    if (octets + length > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += length;
  }
  return out;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
