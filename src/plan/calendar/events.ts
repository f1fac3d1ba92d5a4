/** Entries as a calendar file holds them. Apart from entries.ts, because a page needs it only to write a file. */
import type { IsoDate, TimedNotice } from '../../calculator/index.ts';
import type { Entry } from '../datedEntries.ts';
import { dayIn } from '../dayWords.ts';
import type { CalendarEvent, CalendarFile, EventVersion } from './icalendar.ts';

/** A person's plan, as calendars know it. */
export interface OwnPlan {
  /** Travels in the plan's link: the days of two plans are different events, those of a changed one the same. */
  id: string;
  /** When this version was made, in milliseconds: of two versions the later one holds. */
  at: number;
}

interface CalendarOptions {
  name: string;
  entries: Entry[];
  url?: string | undefined;
  /** Whose the entries are that the notice does not state. Without it the file is the year's feed. */
  own?: OwnPlan;
}

/** What a cutoff is for, by its entry: its title says only that it is one. */
const TO_DO: Record<string, string> = {
  evidence: '备齐业绩等材料，只算到这天',
  service: '核对年限，资历算到这天',
};

/** So that seconds stay within 32 bits, which programs may keep the number in. */
const SEQUENCES_BEGIN = Date.UTC(2020, 0);

/**
 * Entries as calendar events: a stage becomes its opening and its closing, for these are the days to be reminded of. Beside
 * other people's appointments each says what to do.
 *
 * @example calendarOf(notice, { name: '安排', entries: [] }).isFeed // true
 */
export function calendarOf(
  notice: TimedNotice,
  { name, entries, url, own }: CalendarOptions,
): CalendarFile {
  const source = `依据 ${notice.number}。独立整理的指南，以官方原文和受理点答复为准。`;
  const published: EventVersion = {
    sequence: notice.revision,
    at: `${notice.revisedOn}T00:00:00Z`,
  };
  const event = (
    id: string,
    from: IsoDate,
    to: IsoDate,
    title: string,
    notes: string[],
    version = published,
  ): CalendarEvent => ({
    uid: `${notice.id}-${id}@zhejiang-engineer-title-guide`,
    version,
    from,
    to,
    summary: `${notice.year} 年度职称：${title}`,
    description: [...notes, source].join('\n'),
  });
  return {
    name,
    url,
    isFeed: own === undefined,
    events: entries.flatMap(({ id, kind, title, from, on, notes }) => {
      if (own && (kind === 'plan' || kind === 'task'))
        return [event(`${own.id}-${id}`, from ?? on, on, title, notes, versionOf(own))];
      if (kind !== 'stage')
        return [
          event(
            id,
            from ?? on,
            on,
            kind === 'advice' ? `${title}（稳妥算法）` : (TO_DO[id] ?? title),
            notes,
          ),
        ];
      return [
        ...(from
          ? [
              event(`${id}-opens`, from, from, `可以开始${title}`, [
                `${dayIn(notice, on)}截止，逾期不再受理。`,
                ...notes.slice(0, 1),
              ]),
            ]
          : []),
        event(`${id}-closes`, on, on, `最后一天，办完${title}`, ['逾期不再受理。', ...notes]),
      ];
    }),
  };
}

const versionOf = ({ at }: OwnPlan): EventVersion => ({
  sequence: Math.max(0, Math.floor((at - SEQUENCES_BEGIN) / 1000)),
  at: `${new Date(at).toISOString().slice(0, 19)}Z`,
});
