/** A state in words on a tint: colour is never the only sign. */
export type Tone = 'yes' | 'no' | 'open' | 'quiet';

export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return <span class={`tc-tag tc-tag-${tone}`}>{children}</span>;
}
