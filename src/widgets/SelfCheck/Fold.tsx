import type { ComponentChildren } from 'preact';

/** Something that most people need not read: its name, and the rest one press away. */
export function Fold({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details class="self-check-more">
      <summary>
        <h3>{summary}</h3>
      </summary>
      {children}
    </details>
  );
}
