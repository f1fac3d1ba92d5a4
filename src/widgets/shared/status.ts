import { daysBetween, type IsoDate, type Notice, type StageFact } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';

export interface Status {
  /** One sentence that answers “can I still apply?”. */
  headline: string;
  /** What else counts: the days left, or what still runs. */
  detail: string;
}

type Facts = Pick<Notice, 'year' | 'stages'>;

/** What holds on any day: the dates alone. The page's HTML says this until the widget knows today. */
export function datesOf({ year, stages }: Facts): Status {
  const { title, opens, closes } = applicationOf(stages);
  const last =
    stages
      .map((stage) => stage.closes)
      .sort()
      .at(-1) ?? closes;
  return {
    headline: `${year} 年度${title}：${opens ? `${day(opens)}至 ` : ''}${day(closes)}`,
    detail: `各阶段到 ${day(last)}全部截止，逾期不再受理。`,
  };
}

/** How the year stands on `today`. It ends with the notice's last date: the notice says nothing of what follows. */
export function statusOn({ year, stages }: Facts, today: IsoDate): Status {
  const { title, opens, closes } = applicationOf(stages);
  if (opens && today < opens) {
    return {
      headline: `${year} 年度${title}还没有开始`,
      detail: `${day(opens)}开始，还有 ${daysBetween(today, opens)} 天；${day(closes)}截止，逾期不再受理。`,
    };
  }
  if (today <= closes) {
    return {
      headline: `${year} 年度${title}进行中，${daysLeft(daysBetween(today, closes))}`,
      detail: `${day(closes)}截止，逾期不再受理。`,
    };
  }
  const next = stages.find((stage) => today <= stage.closes);
  if (next) {
    return {
      headline: `${year} 年度${title}已截止（逾期不再受理）`,
      detail: `接下来：${next.title}，${day(next.closes)}截止，${daysLeft(daysBetween(today, next.closes))}。`,
    };
  }
  return {
    headline: `${year} 年度申报已截止（逾期不再受理）`,
    detail: '各阶段都已截止。之后的安排，通知没有写，请问受理点。',
  };
}

/** 还剩 3 天, or 今天截止 on the closing day itself. */
export const daysLeft = (days: number): string => (days > 0 ? `还剩 ${days} 天` : '今天截止');

function applicationOf([application]: StageFact[]): StageFact {
  if (!application) throw new RangeError('A notice has at least one stage.');
  return application;
}

const day = (date: IsoDate): string => inProse(date, { year: false });
