/** What only somebody needs who comes with answers: they are read, assessed under the assumed notice and listed. */
import '../shared/keepWhole.ts';
import { useState } from 'preact/hooks';
import {
  type Answers,
  assess,
  decodeAnswers,
  encodeAnswers,
  fill,
  type IsoDate,
  nextYear,
  type SelfCheckNotice,
} from '../../calculator/index.ts';
import type { Entry } from '../../plan/index.ts';
import { useCopy } from '../shared/copying.tsx';
import { mendedLink } from '../shared/mendedLink.ts';
import { type Group, preparationOf } from '../shared/outlook/items.ts';
import { whenOf } from '../shared/outlook/whenOf.ts';
import type { Words } from '../shared/outlook/words.ts';
import { pageLink } from '../shared/pageLink.ts';
import { saveFile } from '../shared/saveFile.ts';
import { knownDay } from '../shared/today.ts';
import type { Trouble } from '../shared/trouble.ts';
import { useToday } from '../shared/useToday.ts';
import { asText } from './asText.ts';

/** What came with the address. */
export type Opened =
  | { kind: 'answers'; notice: SelfCheckNotice; answers: Answers; lost: boolean }
  /** Nothing of it could be read. */
  | { kind: 'unreadable' }
  /** A plan of the timeline's: the fragment that opens it there. */
  | { kind: 'plan'; fragment: string };

/**
 * Reads the address of the page; hostile until parsed.
 *
 * @param data where the year's notice is to be had
 * @returns undefined where it brings nothing, such as the name of a heading
 */
export async function open(href: string, data: string): Promise<Opened | undefined> {
  const link = mendedLink(href);
  if (!link) return undefined;
  if (link.kind === 'broken') return { kind: 'unreadable' };
  if (link.kind === 'plan') return { kind: 'plan', fragment: link.fragment };
  const response = await fetch(data);
  if (!response.ok) throw new Error(`${data}: ${response.status}`);
  const notice: SelfCheckNotice = await response.json();
  const { answers, dropped } = decodeAnswers(notice, link.fragment);
  if (Object.keys(answers).length === 0) return { kind: 'unreadable' };
  return { kind: 'answers', notice, answers, lost: link.isCut || dropped.length > 0 };
}

interface Props {
  opened: Extract<Opened, { kind: 'answers' }>;
  words: Words;
  /** The year's pages: `/2026/`. */
  pages: string;
}

export function List({ opened: { notice, answers, lost }, words, pages }: Props) {
  const today = knownDay(notice, useToday());
  const { copy, status } = useCopy();
  const [trouble, setTrouble] = useState<Trouble>();
  const next = nextYear(notice);
  const groups = preparationOf(notice, answers, words);
  const fragment = encodeAnswers(notice, answers);
  const page = pageLink(`${pages}prepare/`, '', location.href);
  const { verdicts } = notice.wording;
  const isOut = assess(notice, answers).verdict === 'outOfScope';
  const dated = groups.flatMap(({ state, items }) =>
    items.flatMap(({ id, title, text, by }): Entry[] =>
      by && !(today && today > by)
        ? [
            {
              id,
              kind: 'task',
              title: fill(words.groups[state].event, { title }),
              on: by,
              notes: [text, words.groups[state].title, fill(words.assumed, { year: next.year })],
            },
          ]
        : [],
    ),
  );
  const download = async () => {
    setTrouble(undefined);
    const loaded = await import('../../plan/calendar/index.ts').catch(() => undefined);
    if (!loaded) return setTrouble('part');
    const own = { id: 'prepare', at: Date.now() };
    saveFile(
      loaded.calendarText(next, dated, own, page),
      `${next.year}-prepare.ics`,
      'text/calendar',
    );
  };
  return (
    <section aria-labelledby="prepare-list">
      <h2 id="prepare-list">{fill(words.title, { year: next.year })}</h2>
      {/* On the screen the page's first sentence has said it. */}
      <p class="prepare-assumed">{fill(words.assumed, { year: next.year })}</p>
      {lost && <p role="status">{words.lost}</p>}
      {isOut && (
        <p>
          {fill(verdicts.outOfScope.summary, { year: notice.year })}
          {verdicts.outOfScope.next}
        </p>
      )}
      {groups.map(({ state, items }) => {
        const { title, about } = words.groups[state];
        return state === 'holds' ? (
          <details key={state}>
            <summary>
              {title}（{items.length}）
            </summary>
            <p class="tc-quiet">{about}</p>
            <Items {...{ state, items, today, words }} />
          </details>
        ) : (
          <div key={state}>
            <h3>{title}</h3>
            <p class="tc-quiet">{about}</p>
            <Items {...{ state, items, today, words }} />
          </div>
        );
      })}
      <div class="tc-buttons prepare-screen">
        {dated.length > 0 && (
          <button type="button" class="tc-button tc-button-primary" onClick={download}>
            {words.calendar}
          </button>
        )}
        <button
          type="button"
          class="tc-button"
          onClick={() => copy(words.copied, asText(notice, groups, today, page, words))}
        >
          {words.copy}
        </button>
        <button type="button" class="tc-button" onClick={() => print()}>
          {words.print}
        </button>
        <a class="tc-button" href={`${pages}self-check/#${fragment}`}>
          {words.change}
        </a>
      </div>
      {trouble && <i data-failed={trouble} hidden />}
      {status}
      <p class="tc-quiet prepare-print">
        {today && fill(words.madeOn, { date: today as IsoDate })}
        {fill(words.source, { number: notice.number, version: notice.version })} {page}
      </p>
    </section>
  );
}

function Items({
  state,
  items,
  today,
  words,
}: Group & { today: IsoDate | undefined; words: Words }) {
  return (
    <ul class="prepare-items">
      {items.map((item) => {
        const when = whenOf(state, item, today, words);
        return (
          <li key={item.id}>
            <p>
              <b>{item.title}</b>
              {when && <span class="prepare-when">{when}</span>}
            </p>
            {item.text && <p>{item.text}</p>}
          </li>
        );
      })}
    </ul>
  );
}
