import { useEffect, useRef, useState } from 'preact/hooks';

interface Copied {
  /** What it is called: 链接, 文字. */
  what: string;
  text: string | undefined;
  done: boolean;
}

/** Copies text, and says what came of it: `status` goes where people look after pressing. */
export function useCopy() {
  const [copied, setCopied] = useState<Copied>();
  const copy = async (what: string, text: string | undefined) => {
    try {
      if (text === undefined) throw new Error('Nothing to copy');
      await navigator.clipboard.writeText(text);
      setCopied({ what, text, done: true });
    } catch {
      // Refused, or a browser without it: the text is shown to be copied by hand.
      setCopied({ what, text, done: false });
    }
  };
  return { copy, status: <Status copied={copied} /> };
}

function Status({ copied }: { copied: Copied | undefined }) {
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each text that could not be copied
  useEffect(() => {
    const { current } = field;
    current?.focus();
    // Some phones select nothing in a field that cannot be written in, unless they are told from where to where.
    current?.setSelectionRange(0, current.value.length);
  }, [copied]);
  return (
    <>
      {/* Always there, so that what is put in is read out. */}
      <p role="status">{copied && copiedInWords(copied)}</p>
      {copied?.text && !copied.done && (
        <textarea
          class="tc-copy"
          ref={field}
          readOnly
          rows={6}
          value={copied.text}
          aria-label={`要复制的${copied.what}`}
        />
      )}
    </>
  );
}

function copiedInWords({ what, text, done }: Copied): string {
  if (done) return `已复制${what}。`;
  return text
    ? `没能自动复制。下面的${what}已经选中：按 Ctrl+C（苹果电脑按 ⌘C）；手机上按住选中的字，再点“复制”。`
    : `这里不知道网站的地址，做不了${what}。请用别的办法带走。`;
}
