import words from 'virtual:words/timeline/link';
import { fill, type TimedNotice } from '../../calculator/index.ts';
import type { decodePlan } from '../../plan/index.ts';
import type { MendedLink } from '../shared/mendedLink.ts';

interface Props {
  notice: TimedNotice;
  link: MendedLink;
  /** The plan in it; undefined where it holds none. */
  read: ReturnType<typeof decodePlan>;
  /** Where the self-check stands. */
  selfCheck: string;
}

/** What a reader of a link has to know: what of it was lost, and that the rules have changed since. */
export function LinkNote({ notice, link, read, selfCheck }: Props) {
  if (link.kind === 'answers')
    // In a document that holds both, the other one is shown already.
    return selfCheck.startsWith('#') ? null : (
      <p class="tc-quiet" role="status">
        {words.answers}
        <a href={`${selfCheck}#${link.fragment}`}>{words.openThere}</a>
      </p>
    );
  const { dropped = 0, version = '' } = read ?? {};
  const isCut = link.kind === 'broken' || link.isCut;
  const said = [
    version && version !== notice.version
      ? fill(words.older, { made: version, now: notice.version })
      : '',
    isCut ? words.cut : '',
    dropped > 0 ? fill(words.dropped, { n: dropped }) : '',
  ].join('');
  return said ? (
    <p class="tc-quiet" role="status">
      {said}
    </p>
  ) : null;
}
