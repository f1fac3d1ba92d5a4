import { useRef, useState } from 'preact/hooks';
import { type Answers, type AskingNotice, encodeAnswers } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import { todayInShanghai } from '../shared/today.ts';
import { forget, readSaved, type Saved, save } from './saved.ts';

interface Props {
  notice: AskingNotice;
  answers: Answers;
  saved: Saved | undefined;
  onSaved: (saved: Saved | undefined) => void;
}

/** Keeps the answers on this device, says since when they are kept, and takes them away again. */
export function SaveBar({ notice, answers, saved, onSaved }: Props) {
  const [failed, setFailed] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const isKept =
    saved && encodeAnswers(notice, saved.link.answers) === encodeAnswers(notice, answers);
  return (
    <div class="self-check-save">
      {!isKept && (
        <button
          type="button"
          class="tc-button"
          onClick={() => {
            const done = save(notice, answers, todayInShanghai());
            setFailed(done ? '' : '没能保存：浏览器不让本站存东西，或者已经存满。');
            if (done) onSaved(readSaved(notice));
            // The button that was pressed goes away.
            status.current?.focus();
          }}
        >
          保存在本机
        </button>
      )}
      {saved && (
        <button
          type="button"
          class="tc-button"
          onClick={() => {
            const done = forget(notice);
            setFailed(done ? '' : '没能清除：浏览器不让本站动存的东西，请在浏览器设置里清除。');
            if (done) onSaved(undefined);
            status.current?.focus();
          }}
        >
          清除本机保存的
        </button>
      )}
      <p class="tc-quiet" role="status" ref={status} tabIndex={-1}>
        {failed ||
          (saved
            ? `本机存着 ${inProse(saved.on)}的回答${isKept ? '' : '，之后改的还没存'}。`
            : '只存在这台设备的这个浏览器里，下次打开可以接着答。公用电脑请不要存。')}
      </p>
    </div>
  );
}
