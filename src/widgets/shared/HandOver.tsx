import words from 'virtual:words/units/handover';
import { useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import { handOver, MOST_PEOPLE, type Person, type Receiver } from './handover.ts';
import { pageLink } from './pageLink.ts';

interface Props {
  people: readonly Partial<Person>[];
  /** The site's base path, `/` or `/zc/`; the whole address where the widget has left the site. */
  base: string;
}

const PAGES: Record<Receiver, string> = {
  publicity: 'employers/publicity/',
  checklist: 'employers/checklist/',
};

/**
 * Takes people along to another tool for units. Only on the site's own pages: the tab's storage, through which they go,
 * is another one in a file or in a frame.
 */
export function HandOver({ people, base }: Props) {
  const [refused, setRefused] = useState(false);
  const named = people.filter(({ name }) => name).slice(0, MOST_PEOPLE);
  const isOwn = window.parent === window && pageLink(base, '', location.href) !== undefined;
  if (!isOwn || named.length === 0) return null;
  const go = (receiver: Receiver) => {
    const done = handOver(receiver, named);
    setRefused(!done);
    if (done) location.assign(`${base.replace(/\/$/, '')}/${PAGES[receiver]}`);
  };
  return (
    <div>
      <div class="tc-buttons">
        {(['publicity', 'checklist'] as const).map((receiver) => (
          <button key={receiver} type="button" class="tc-button" onClick={() => go(receiver)}>
            {fill(words[receiver], { n: named.length })}
          </button>
        ))}
      </div>
      <p role="status">{refused && words.refused}</p>
    </div>
  );
}
