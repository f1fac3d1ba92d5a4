import type { ComponentChildren } from 'preact';

/** Something that most people need not read: its name, and the rest one press away. */
export function Fold({
  summary,
  onOpen,
  children,
}: {
  summary: string;
  onOpen?: () => void;
  children: ComponentChildren;
}) {
  return (
    <details class="self-check-more" onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary>
        <h3>{summary}</h3>
      </summary>
      {children}
    </details>
  );
}
