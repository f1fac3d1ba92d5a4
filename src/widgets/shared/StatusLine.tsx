import type { IsoDate, Notice } from '../../calculator/index.ts';
import { datesOf, statusOn } from './status.ts';
import './status.css';

interface Props {
  notice: Pick<Notice, 'year' | 'stages'>;
  /** Undefined until the widget runs: the dates are shown then. */
  today: IsoDate | undefined;
}

/** How the year stands today, in one sentence and one line below it. */
export function StatusLine({ notice, today }: Props) {
  const { headline, detail } = today ? statusOn(notice, today) : datesOf(notice);
  return (
    <div class="tc-status">
      <p class="tc-status-headline">{headline}</p>
      <p>{detail}</p>
    </div>
  );
}
