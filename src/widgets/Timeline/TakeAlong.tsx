import { useCopy } from '../shared/copying.tsx';
import { calendarOf, type Entry } from '../shared/entries.ts';
import { writeCalendar } from '../shared/icalendar.ts';
import { pageLink } from '../shared/pageLink.ts';
import { encodePlan, type PlanState } from '../shared/planLink.ts';
import { asText } from './asText.ts';
import type { ViewProps } from './index.tsx';

interface Props extends Pick<ViewProps, 'notice'> {
  plan: PlanState;
  entries: Entry[];
  /** Where the full page stands. */
  page: string;
  /** Where the year's calendar is to be had, if that is known. */
  feed: string | undefined;
}

/** Takes the dates along: into a calendar, as a link, as text, on paper. Nothing is copied unasked. */
export function TakeAlong({ notice, plan, entries, page, feed }: Props) {
  const { copy, status } = useCopy();
  const download = () => {
    const file = calendarOf(
      notice,
      `${notice.year} 年度职称：我的安排`,
      entries,
      pageLink(page, '', location.href),
    );
    const url = URL.createObjectURL(new Blob([writeCalendar(file)], { type: 'text/calendar' }));
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = `${notice.year}-plan.ics`;
    anchor.click();
    // The download has its own hold on the data by the next turn.
    setTimeout(() => URL.revokeObjectURL(url));
  };
  // Nothing where the site's address is not known, as in a file on a disk.
  const share = () => copy('链接', pageLink(page, encodePlan(notice, plan), location.href));
  return (
    <section class="timeline-screen" aria-labelledby="timeline-take">
      <h2 id="timeline-take">把这些日子带走</h2>
      <p>
        日历文件里有通知的日期和上面的安排，提前 7 天和 1
        天提醒。链接里有您填的日期和步骤，拿到的人都能看到。
      </p>
      <div class="tc-buttons">
        <button type="button" class="tc-button" onClick={download}>
          下载日历文件
        </button>
        <button type="button" class="tc-button" onClick={share}>
          复制链接
        </button>
        <button
          type="button"
          class="tc-button"
          onClick={() => copy('文字', asText(notice, entries))}
        >
          复制文字
        </button>
        <button type="button" class="tc-button" onClick={() => window.print()}>
          打印或存为 PDF
        </button>
      </div>
      {status}
      {feed && (
        <p>
          只要通知的日期，可以订阅<a href={feed}>{notice.year} 年度日历</a>
          ：在日历软件里选“订阅”，粘贴它的地址。日期有更正，订阅的会跟着改。
        </p>
      )}
    </section>
  );
}
