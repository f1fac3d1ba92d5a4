import type { IsoDate, Notice } from '../../calculator/index.ts';
import { datesOf, statusOn } from './status.ts';
import { isClockOff } from './today.ts';
import './status.css';

interface Props {
  notice: Pick<Notice, 'year' | 'stages'>;
  /** Undefined until the widget runs: the dates are shown then. */
  today: IsoDate | undefined;
}

/** How the year stands today, in one sentence and one line below it. */
export function StatusLine({ notice, today }: Props) {
  const isOff = today !== undefined && isClockOff(notice, today);
  const { headline, detail } = today && !isOff ? statusOn(notice, today) : datesOf(notice);
  return (
    <div class="tc-status">
      <p class="tc-status-headline">{headline}</p>
      <p>{detail}</p>
      {isOff && <p>这台设备的日期是 {today}，看来不对，所以只写日期，不算还剩几天。</p>}
    </div>
  );
}
