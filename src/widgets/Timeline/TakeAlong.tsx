import { useState } from 'preact/hooks';
import { type Entry, encodePlan, newPlanId } from '../../plan/index.ts';
import { useCopy } from '../shared/copying.tsx';
import { pageLink } from '../shared/pageLink.ts';
import type { Trouble } from '../shared/trouble.ts';
import { asText } from './asText.ts';
import type { ViewProps } from './viewProps.ts';

interface Props extends Pick<ViewProps, 'notice' | 'plan' | 'onPlan'> {
  entries: Entry[];
  /** Where the full page stands. */
  page: string;
  /** Where the year's calendar is to be had, if that is known. */
  feed: string | undefined;
  /** Whether its buttons do anything yet. */
  ready: boolean;
}

/** Long enough for a browser that asks where to put the file; it holds on to the data from then on. */
const UNTIL_SAVED = 40_000;

/** Takes the dates along: into a calendar, as a link, as text, on paper. Nothing is copied unasked. */
export function TakeAlong({ notice, plan, entries, page, feed, ready, onPlan }: Props) {
  const { copy, status } = useCopy();
  const [trouble, setTrouble] = useState<Trouble>();
  // The same in the file and in the link, whichever is taken first and however the plan changes afterwards.
  const idOfPlan = () => {
    const id = plan.id ?? newPlanId();
    if (!plan.id) onPlan({ id });
    return id;
  };
  const download = async () => {
    setTrouble(undefined);
    const own = { id: idOfPlan(), at: Date.now() };
    const loaded = await import('../../plan/calendar/index.ts').catch(() => undefined);
    if (!loaded) return setTrouble('part');
    try {
      save(loaded.calendarText(notice, entries, own, pageLink(page, '', location.href)));
    } catch (error) {
      console.error(error);
      setTrouble('step');
    }
  };
  const save = (text: string) => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = `${notice.year}-plan.ics`;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), UNTIL_SAVED);
  };
  // Nothing where the site's address is not known, as in a file on a disk.
  const share = () =>
    copy('链接', pageLink(page, encodePlan(notice, { ...plan, id: idOfPlan() }), location.href));
  return (
    <section class="timeline-screen" aria-labelledby="timeline-take">
      <h2 id="timeline-take">把这些日子带走</h2>
      <p>
        日历文件里有通知的日期和上面的安排，提前 7 天和 1 天的早上 9
        点提醒。改了安排，再下载、再导入，日历里的一般会跟着改；要另排一份，请新开一页。链接里有您填的日期和步骤，拿到的人都能看到。
      </p>
      <div class="tc-buttons">
        <button type="button" class="tc-button" disabled={!ready} onClick={download}>
          下载日历文件
        </button>
        <button type="button" class="tc-button" disabled={!ready} onClick={share}>
          复制链接
        </button>
        <button
          type="button"
          class="tc-button"
          disabled={!ready}
          onClick={() => copy('文字', asText(notice, entries))}
        >
          复制文字
        </button>
        <button type="button" class="tc-button" disabled={!ready} onClick={() => window.print()}>
          打印或存为 PDF
        </button>
      </div>
      {trouble && <i data-failed={trouble} hidden />}
      {status}
      {feed && (
        <p>
          只要通知的日期，可以订阅<a href={feed}>{notice.year} 年度日历</a>
          ：在日历软件里选“订阅”，粘贴它的地址。日期有更正，订阅的会跟着改。Google 日历和 Outlook
          不用订阅里带的提醒，苹果的“日历”订阅时可以去掉提醒：要紧的日子，请在自己的日历里另设一个。
        </p>
      )}
    </section>
  );
}
