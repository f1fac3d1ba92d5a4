import { useState } from 'preact/hooks';
import { type Answers, encodeAnswers, type Notice } from '../../calculator/index.ts';
import { asText } from './asText.ts';
import { type Links, linkWithAnswers } from './links.ts';

/** Takes the result along: a link that holds the answers, or the result as text. Nothing is copied unasked. */
export function Share({
  notice,
  links,
  answers,
}: {
  notice: Notice;
  links: Links;
  answers: Answers;
}) {
  const [copied, setCopied] = useState<{ what: string; text: string; failed: boolean }>();
  const copy = async (what: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ what, text, failed: false });
    } catch {
      // Refused, or a browser without it: the text is shown to be copied by hand.
      setCopied({ what, text, failed: true });
    }
  };
  const link = () =>
    linkWithAnswers(links.selfCheck, encodeAnswers(notice, answers), location.href) ?? '';
  return (
    <section class="tc-stack self-check-share">
      <h3>带走这个结果</h3>
      <p>链接里有您的全部回答，拿到链接的人都能看到，请只发给信任的人。文字里只有结果和理由。</p>
      <div class="tc-buttons">
        <button type="button" class="tc-button" onClick={() => copy('链接', link())}>
          复制链接
        </button>
        <button
          type="button"
          class="tc-button"
          onClick={() => copy('文字', asText(notice, answers))}
        >
          复制文字
        </button>
        <button type="button" class="tc-button" onClick={() => window.print()}>
          打印或存为 PDF
        </button>
      </div>
      <p role="status">
        {copied &&
          (copied.failed
            ? `没能自动复制，请从下面手动复制${copied.what}。`
            : `已复制${copied.what}。`)}
      </p>
      {copied?.failed && (
        <textarea class="self-check-copy" readOnly rows={6} aria-label={`要复制的${copied.what}`}>
          {copied.text}
        </textarea>
      )}
    </section>
  );
}
