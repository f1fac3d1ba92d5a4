import words from 'virtual:words/units/handover';
import { useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import { handOver, MOST_PEOPLE, type Person, type Receiver, readPeople } from './handover.ts';
import { pageLink } from './pageLink.ts';

interface Props {
  /** Whom each tool is given: a publicity names only who may apply. */
  people: Record<Receiver, readonly Partial<Person>[]>;
  /** What those have in common whom the publicity is given. */
  verdict: string;
  /** The site's base path, `/` or `/zc/`; the whole address where the widget has left the site. */
  base: string;
  /** In a document that holds the other tools: gives people to one of them, and shows it. */
  onGive: ((receiver: Receiver, people: Person[]) => void) | undefined;
  /** Told before the page is left for the other tool. */
  onTaken: () => void;
}

const PAGES: Record<Receiver, string> = {
  publicity: 'employers/publicity/',
  checklist: 'employers/checklist/',
};

/**
 * Takes people along to another tool for units: one in the same document, or one on a page of its own. The latter only on
 * the site: the tab's storage, through which they go, is another one in a file or in a frame.
 */
export function HandOver({ people, verdict, base, onGive, onTaken }: Props) {
  const [refused, setRefused] = useState(false);
  const named = (receiver: Receiver) =>
    people[receiver].filter(({ name }) => name).slice(0, MOST_PEOPLE);
  const receivers = (['publicity', 'checklist'] as const).filter(
    (receiver) => named(receiver).length > 0,
  );
  const isOwn = window.parent === window && pageLink(base, '', location.href) !== undefined;
  if (!(onGive || isOwn) || receivers.length === 0) return null;
  const go = (receiver: Receiver) => {
    if (onGive) return onGive(receiver, readPeople(named(receiver)).people);
    const done = handOver(receiver, named(receiver));
    setRefused(!done);
    if (!done) return;
    onTaken();
    location.assign(`${base.replace(/\/$/, '')}/${PAGES[receiver]}`);
  };
  return (
    <div class="tc-stack">
      <div class="tc-buttons">
        {receivers.map((receiver) => (
          <button key={receiver} type="button" class="tc-button" onClick={() => go(receiver)}>
            {fill(words[receiver], { n: named(receiver).length, verdict })}
          </button>
        ))}
      </div>
      {!onGive && <p class="tc-quiet">{words.leaves}</p>}
      <p role="status">{refused && words.refused}</p>
    </div>
  );
}
