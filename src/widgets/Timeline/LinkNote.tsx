import type { TimedNotice } from '../../calculator/index.ts';
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
        这个链接里是自查的回答，不是时间安排。
        <a href={`${selfCheck}#${link.fragment}`}>到“我能申报吗”打开</a>
      </p>
    );
  const { dropped = 0, version = '' } = read ?? {};
  const isCut = link.kind === 'broken' || link.isCut;
  const words = [
    version && version !== notice.version
      ? `这个链接按 ${version} 版做的，现在按 ${notice.version} 版重新推算。`
      : '',
    isCut ? '这个链接不完整，可能在转发时断了。请让发链接的人重发，或者在这里重新填。' : '',
    dropped > 0 ? `链接里有 ${dropped} 处看不懂，没有采用。` : '',
  ].join('');
  return words ? (
    <p class="tc-quiet" role="status">
      {words}
    </p>
  ) : null;
}
