import {
  type IsoDate,
  planDays,
  type TimedNotice,
  type WorkCalendar,
} from '../calculator/index.ts';
import { dayIn, weekdayName } from './dayWords.ts';

/** Something with a day: the picture, the table, the copied text and the calendars all show these. */
export interface Entry {
  /** Stable, of letters and hyphens: calendars know the event by it. */
  id: string;
  /** Whose day it is: the notice's, this site's advice, or the person's own. */
  kind: 'stage' | 'cutoff' | 'advice' | 'plan' | 'task';
  title: string;
  /** The first day; absent for a single day, and where the notice does not state it. */
  from?: IsoDate | undefined;
  /** The only or last day. */
  on: IsoDate;
  /** The days that count, where days between do not. */
  days?: IsoDate[] | undefined;
  /** What the last day means where there is a first one, such as 截止. */
  ending?: string | undefined;
  /** The last working day before a last day that is none. */
  lastWorkday?: IsoDate | undefined;
  /** It comes after the day by which it had to be done. */
  late?: boolean | undefined;
  notes: string[];
}

/**
 * The notice's own days and the latest posting, in the order in which they end.
 *
 * @example noticeEntries(forTimeline(notice), calendar)[0].id // 'application'
 */
export function noticeEntries(notice: TimedNotice, calendar: WorkCalendar): Entry[] {
  // Today matters to none of these days.
  const { stages, publicity } = planDays(notice, calendar, {
    today: notice.cutoffs.service.on,
  });
  const { evidence, service } = notice.cutoffs;
  const entries: Entry[] = notice.stages.map(({ id, title, task, opens, closes, actor }, index) => {
    const lastWorkday = stages[index]?.lastWorkday ?? closes;
    return {
      id,
      kind: 'stage',
      title,
      from: opens,
      on: closes,
      ending: '截止',
      ...(lastWorkday !== closes && { lastWorkday }),
      notes: [
        `${notice.wording.actors[actor]}：${task}。`,
        ...(lastWorkday === closes
          ? []
          : [
              `截止日是${weekdayName(closes)}，不要指望顺延。截止前最后一个工作日是 ${dayIn(notice, lastWorkday)}。`,
            ]),
      ],
    };
  });
  if (publicity.latestPosting) {
    entries.push({
      id: 'latest-posting',
      kind: 'advice',
      title: '最迟贴出公示',
      on: publicity.latestPosting,
      notes: [`本站的稳妥算法：贴出当天不计入，数满 ${publicity.required} 个工作日后推荐。`],
    });
  }
  entries.push(
    {
      id: 'evidence',
      kind: 'cutoff',
      title: '业绩等材料截止',
      on: evidence.on,
      notes: ['业绩等相关材料截止到这一天。'],
    },
    {
      id: 'service',
      kind: 'cutoff',
      title: '资历计算截止',
      on: service.on,
      notes: ['申报人员的资历算到这一天。'],
    },
  );
  return inOrder(entries);
}

/**
 * In the order in which they end; those that end on one day stay as they are.
 *
 * @example inOrder([{ on: '2026-07-02' }, { on: '2026-07-01' }])[0].on // '2026-07-01'
 */
export const inOrder = (entries: Entry[]): Entry[] =>
  [...entries].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
