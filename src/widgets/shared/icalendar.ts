import { addDays, type IsoDate } from '../../calculator/index.ts';

export interface CalendarEvent {
  /** Stable: the same event in a later file replaces the earlier one. */
  uid: string;
  /** The first day. */
  from: IsoDate;
  /** The last day, included. */
  to: IsoDate;
  summary: string;
  description: string;
}

export interface CalendarFile {
  name: string;
  /** The revision of the data and the day of it: later files of the same events carry higher ones. */
  revision: number;
  revisedOn: IsoDate;
  /** The page that shows the same, where its whole address is known. */
  url?: string | undefined;
  events: CalendarEvent[];
}

/** Days before an event on which calendars remind of it. */
const ALARMS = [7, 1];

/**
 * An iCalendar file (RFC 5545) of all-day events, each with reminders. The same input gives the same octets: nothing
 * depends on a clock or a zone, and days are plain dates, so that they are the same days wherever they are read.
 */
export function writeCalendar({ name, revision, revisedOn, url, events }: CalendarFile): string {
  const stamp = `${compact(revisedOn)}T000000Z`;
  const link = url ? [`URL:${url}`] : [];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//zhejiang-engineer-title-guide//calendar//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The one that RFC 7986 names, and the one that programs have long read.
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...events.flatMap(({ uid, from, to, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `SEQUENCE:${revision}`,
      `DTSTAMP:${stamp}`,
      `LAST-MODIFIED:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(from)}`,
      // The end is the first day that no longer belongs to it.
      `DTEND;VALUE=DATE:${compact(addDays(to, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      ...link,
      'TRANSP:TRANSPARENT',
      ...ALARMS.flatMap((days) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escaped(summary)}`,
        `TRIGGER:-P${days}D`,
        'END:VALARM',
      ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

const compact = (date: IsoDate): string => date.replaceAll('-', '');

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
