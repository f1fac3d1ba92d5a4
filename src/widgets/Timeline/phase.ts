/** How far the year is: what nobody can do any more is not asked of anybody. */
import { deadlineOf, type IsoDate, type TimedNotice } from '../../calculator/index.ts';

type Today = IsoDate | undefined;

/** Whether nobody can apply any more. */
export const isClosed = ({ stages: [application] }: TimedNotice, today: Today): boolean =>
  today !== undefined && today > application.closes;

/** Whether no employer can recommend any more: what is planned up to there is an example from then on. */
export const isRecommended = (notice: TimedNotice, today: Today): boolean =>
  today !== undefined && today > deadlineOf(notice);

/** Whether every stage is over. */
export const isOver = ({ stages }: TimedNotice, today: Today): boolean =>
  today !== undefined && stages.every(({ closes }) => today > closes);
