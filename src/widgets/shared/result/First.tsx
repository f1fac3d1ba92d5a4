import type { ComponentChildren } from 'preact';
import {
  type Assessment,
  fill,
  type SelfCheckNotice,
  type Verdict,
} from '../../../calculator/index.ts';
import type { Tone } from '../Tag.tsx';
import { ruleTitle } from './findings.ts';
import type { FirstThings } from './firstThings.ts';

export const TONES: Record<Verdict, Tone> = {
  // A certain no, and none of anybody's doing: it is said calmly.
  outOfScope: 'quiet',
  ineligible: 'no',
  // On reference values alone nothing is a certain no.
  unlikely: 'open',
  incomplete: 'open',
  review: 'open',
  likely: 'yes',
};

interface Props {
  notice: SelfCheckNotice;
  assessment: Assessment;
  things: FirstThings;
  /** What to press then. */
  children?: ComponentChildren;
}

/** The first screen of a phone: the answer in one sentence, what blocks it, what to do by when, and one button. */
export function First({ notice, assessment, things, children }: Props) {
  const { verdict, findings } = assessment;
  const { heading, sentence, earliest, blocks, toDos, assumed } = things;
  const { result, onReference } = notice.wording;
  // A good result that rests on values from elsewhere says so where it is given.
  const on = findings.filter(({ standing }) => standing === 'reference');
  return (
    <div class="tc-stack self-check-first">
      <div class={`tc-verdict tc-verdict-${TONES[verdict]}`} data-verdict={verdict} role="status">
        <h2 tabIndex={-1} data-focus>
          {heading}
        </h2>
        {/* Until when one can apply stands above it, in the line that every page has. */}
        <p>{sentence}</p>
        {earliest && (
          <p>
            <strong>{earliest}</strong>
          </p>
        )}
        {blocks.length > 0 && (
          <ul>
            {blocks.map((block) => (
              <li key={block}>{block}</li>
            ))}
          </ul>
        )}
        {verdict === 'likely' && on.length > 0 && (
          <p>
            {fill(onReference, {
              all: findings.length,
              n: on.length,
              rules: on.map((finding) => ruleTitle(notice, finding)).join('、'),
            })}
          </p>
        )}
      </div>
      {toDos.length > 0 && (
        <ol class="self-check-to-do" aria-label={result.toDo}>
          {toDos.map(({ when, text }) => (
            <li key={text}>
              <b>{when}</b> {text}
            </li>
          ))}
        </ol>
      )}
      {things.open && <p>{things.open}</p>}
      {children && <div class="tc-buttons">{children}</div>}
      {assumed && <p class="tc-quiet">{fill(result.assumed, { next: notice.year + 1 })}</p>}
    </div>
  );
}
