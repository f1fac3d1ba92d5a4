import words from 'virtual:words/timeline/planner';
import { fill } from '../../calculator/index.ts';
import { encodePlan } from '../../plan/index.ts';
import { useCopy } from '../shared/copying.tsx';
import { pageLink } from '../shared/pageLink.ts';
import { CalendarButton, type FileProps, idOf } from './CalendarButton.tsx';
import { datesAsText } from './datesAsText.ts';

interface Props extends FileProps {
  /** Where the year's calendar is to be had, if that is known and still of use. */
  feed: string | undefined;
}

/** Takes the dates along: into a calendar, as a link, as text, on paper. Nothing is copied unasked. */
export function Export({ feed, ...file }: Props) {
  const { notice, plan, entries, page } = file;
  const { copy, status } = useCopy();
  // Nothing where the site's address is not known, as in a file on a disk.
  const share = () =>
    copy(
      words.link,
      pageLink(page, encodePlan(notice, { ...plan, id: idOf(file) }), location.href),
    );
  return (
    <section class="timeline-screen" aria-labelledby="timeline-save">
      <h2 id="timeline-save">{words.save}</h2>
      <p>{words.saveSays}</p>
      <div class="tc-buttons">
        <CalendarButton {...file} label={words.download} />
        <button type="button" class="tc-button" onClick={share}>
          {words.copyLink}
        </button>
        <button
          type="button"
          class="tc-button"
          onClick={() => copy(words.text, datesAsText(notice, entries))}
        >
          {words.copyText}
        </button>
        <button type="button" class="tc-button" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
      {status}
      {feed && (
        <p>
          {words.feedBefore}
          <a href={feed}>{fill(words.feed, { year: notice.year })}</a>
          {words.feedAfter}
        </p>
      )}
    </section>
  );
}
