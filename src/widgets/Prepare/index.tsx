import '../shared/widget.css';
import './prepare.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Guard } from '../shared/Guard.tsx';
import type { Words } from '../shared/outlook/words.ts';
import { useTranslators } from '../shared/translators.ts';
import type { Opened } from './List.tsx';

interface Props {
  year: number;
  words: Words;
  /** The site's base path, `/` or `/zc/`. */
  base: string;
}

/**
 * What to have ready for the next year. Without answers it leads to the self-check; with the self-check's link, which
 * holds them, it fetches what reads and assesses them, and shows the person's own list.
 */
export default function Prepare(props: Props) {
  return (
    <Guard>
      <Place {...props} />
    </Guard>
  );
}

type Loaded = typeof import('./List.tsx');

function Place({ year, words, base }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useTranslators(root);
  const pages = `${base.replace(/\/$/, '')}/${year}/`;
  const [state, setState] = useState<{ opened: Opened; loaded: Loaded } | 'waiting' | 'failed'>();

  useEffect(() => {
    const read = async () => {
      const { href } = location;
      // Most come with nothing; the name of a heading is no link of ours.
      if (!/#.*(=|%(25)*3D)/i.test(href)) return setState(undefined);
      setState('waiting');
      try {
        const loaded = await import('./List.tsx');
        const opened = await loaded.open(href, `${pages}prepare/data.json`);
        if (href === location.href) setState(opened && { opened, loaded });
      } catch {
        if (href === location.href) setState('failed');
      }
    };
    void read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [pages]);

  const invitation = (note: string) => (
    <>
      <p>{note}</p>
      <p>
        <a class="tc-button tc-button-primary" href={`${pages}self-check/`}>
          {words.toSelfCheck}
        </a>
      </p>
    </>
  );
  return (
    <div class="tc-widget not-content prepare tc-stack" ref={root}>
      {state === undefined && <div class="prepare-invitation">{invitation(words.invitation)}</div>}
      {state === 'waiting' && <p role="status">{words.waiting}</p>}
      {state === 'failed' && (
        <>
          <i data-failed="part" hidden />
          {invitation(words.invitation)}
        </>
      )}
      {typeof state === 'object' && state.opened.kind === 'unreadable' && (
        <div role="status">{invitation(words.unreadable)}</div>
      )}
      {typeof state === 'object' && state.opened.kind === 'plan' && (
        <div role="status">
          <p>{words.plan}</p>
          <p>
            <a class="tc-button" href={`${pages}timeline/#${state.opened.fragment}`}>
              {words.toTimeline}
            </a>
          </p>
          {invitation(words.invitation)}
        </div>
      )}
      {typeof state === 'object' && state.opened.kind === 'answers' && (
        <state.loaded.List opened={state.opened} words={words} pages={pages} />
      )}
    </div>
  );
}
