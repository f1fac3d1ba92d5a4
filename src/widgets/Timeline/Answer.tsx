import type { ComponentChildren } from 'preact';
import type { Tone } from '../shared/Tag.tsx';

interface Props {
  tone: Tone;
  headline: string;
  lines: string[];
  children?: ComponentChildren;
}

/** The answer in one sentence, then why. */
export function Answer({ tone, headline, lines, children }: Props) {
  return (
    <div class={`tc-verdict tc-verdict-${tone}`}>
      <p class="timeline-headline">{headline}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </div>
  );
}
