import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answers, encodeAnswers, type SelfCheckNotice } from '../../calculator/index.ts';
import { useCopy } from '../shared/copying.tsx';
import { type Links, linkWithAnswers } from '../shared/result/links.ts';
import { knownDay, todayInShanghai } from '../shared/today.ts';
import { asText } from './asText.ts';
import { answeredScreens } from './flow.ts';

interface Props {
  notice: SelfCheckNotice;
  links: Links;
  answers: Answers;
  /** Where the timeline shows what is to be done; absent where that is not to be offered here. */
  timeline: string | undefined;
}

/** Takes the result along: a link that holds the answers, the result as text, or on paper. Nothing is copied unasked. */
export function Share({ notice, links, answers, timeline }: Props) {
  const { copy, status } = useCopy();
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const link = linkWithAnswers(links.selfCheck, encodeAnswers(notice, answers), location.href);
  const close = () => {
    setAsking(false);
    opener.current?.focus();
  };
  return (
    <section class="tc-stack self-check-share">
      <h3>带走这个结果</h3>
      <p>
        打印件上有结果、理由、您的回答{link && '和能还原回答的二维码'}
        。文字里有结果和理由，包括您的日期和学时。
        {!link && '这份文件不知道网站在哪里，不能做成链接。'}
      </p>
      <div class="tc-buttons">
        <button type="button" class="tc-button" onClick={() => window.print()}>
          打印或存为 PDF
        </button>
        <button
          type="button"
          class="tc-button"
          onClick={() =>
            copy('文字', asText(notice, links, answers, knownDay(notice, todayInShanghai())))
          }
        >
          复制文字
        </button>
        {link && (
          <button
            type="button"
            class="tc-button"
            ref={opener}
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            分享链接
          </button>
        )}
        {timeline && (
          <a class="tc-button" href={timeline}>
            {notice.wording.result.tasksOnTimeline}
          </a>
        )}
      </div>
      {asking && link && (
        <Confirm notice={notice} answers={answers} link={link} onCopy={copy} onClose={close} />
      )}
      {status}
    </section>
  );
}

/** What the link holds, said before it leaves. */
function Confirm({
  notice,
  answers,
  link,
  onCopy,
  onClose,
}: {
  notice: SelfCheckNotice;
  answers: Answers;
  link: string;
  onCopy: (what: string, text: string) => void;
  onClose: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = `${notice.year} 年度工程师（助理工程师）申报自查`;
  const send = () => {
    navigator.share({ title, url: link }).catch((error: Error) => {
      // Given up by the person, or refused, as it is inside some frames.
      if (error.name !== 'AbortError') onCopy('链接', link);
    });
  };
  return (
    <div class="tc-stack self-check-note">
      <h4 tabIndex={-1} ref={heading}>
        链接里有您的全部回答
      </h4>
      <p>
        您答过的 {answeredScreens(notice, answers)}{' '}
        题都在里面。拿到链接的人都能看到，也能再转给别人。回答写在网址的 #
        后面，打开时不会发给网站。
      </p>
      <div class="tc-buttons">
        <button
          type="button"
          class="tc-button tc-button-primary"
          onClick={() => onCopy('链接', link)}
        >
          知道了，复制链接
        </button>
        {'share' in navigator && (
          <button type="button" class="tc-button" onClick={send}>
            知道了，发给别人
          </button>
        )}
        <button type="button" class="tc-button" onClick={onClose}>
          不分享
        </button>
      </div>
    </div>
  );
}
