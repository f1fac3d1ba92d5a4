import { useState } from 'preact/hooks';
import type { Question } from '../../calculator/index.ts';
import type { Draft } from './draft.ts';

interface Props {
  /** Those of the screen; the first is copied to the others. */
  questions: Question[];
  draft: Draft;
  onCopy: (draft: Draft) => void;
}

/** Fills the first year's figures into the years below it, for those who register the same each year. */
export function CopyDown({ questions, draft, onCopy }: Props) {
  const [said, setSaid] = useState('');
  const [year, ...years] = questions.map((q) => (q.type === 'amounts' ? q.part : q.title));
  const isEmpty = !draft.choice || (draft.choice === 'amounts' && !hasText(draft));
  return (
    <div class="self-check-copy-down">
      <button
        type="button"
        class="tc-button"
        onClick={() => {
          if (!isEmpty) onCopy(draft);
          setSaid(
            isEmpty ? `先填 ${year} 年的数。` : `已填到 ${years.join('、')} 年，请核对后再继续。`,
          );
        }}
      >
        把 {year} 年的数填到下面{['', '一', '两', '三'][years.length] ?? years.length}年
      </button>
      <span class="tc-quiet" role="status">
        {said}
      </span>
    </div>
  );
}

const hasText = ({ amounts = {} }: Draft): boolean =>
  Object.values(amounts).some((text) => text.trim() !== '');
