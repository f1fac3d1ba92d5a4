import { inProse } from '../../plan/index.ts';
import type { Saved } from './saved.ts';

interface Props {
  saved: Saved;
  onResume: (saved: Saved) => void;
  onForget: () => void;
}

/** The answers kept on this device, to go on with. */
export function SavedOffer({ saved, onResume, onForget }: Props) {
  return (
    <div class="self-check-saved tc-stack">
      <p>本机存着您 {inProse(saved.on)}的回答。</p>
      <div class="tc-buttons">
        <button type="button" class="tc-button tc-button-primary" onClick={() => onResume(saved)}>
          接着上次的回答
        </button>
        <button type="button" class="tc-button" onClick={onForget}>
          清除
        </button>
      </div>
    </div>
  );
}
