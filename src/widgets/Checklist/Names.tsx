import words from 'virtual:words/units/checklist';
import { useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import { MOST_PEOPLE } from '../shared/handover.ts';
import type { List } from './lists.ts';
import { eachItems, namesIn, type Progress, type Whose } from './state.ts';

interface Props {
  list: List;
  progress: Progress;
  whose: Whose;
  told: string;
  onProgress: (progress: Progress) => void;
  onWhose: (whose: Whose) => void;
}

/** Who is looked at: their names, whose ticks are shown, and how far each of them is. */
export function Names({ list, progress, whose, told, onProgress, onWhose }: Props) {
  const { people } = progress;
  const [text, setText] = useState('');
  const [said, say] = useState('');
  const add = () => {
    const names = namesIn(text).slice(0, MOST_PEOPLE - people.length);
    say(names.length > 0 ? fill(words.added, { n: names.length }) : words.addedNone);
    if (names.length === 0) return;
    setText('');
    onProgress({
      ...progress,
      people: [...people, ...names.map((name) => ({ name, note: '', ticks: [] }))],
    });
    onWhose(people.length);
  };
  const items = eachItems(list);
  const current = whose === 'all' ? undefined : people[whose];
  const step = (by: number) => {
    const at = whose === 'all' ? (by > 0 ? 0 : people.length - 1) : whose + by;
    onWhose(Math.max(0, Math.min(people.length - 1, at)));
  };
  const remove = () => {
    if (whose === 'all') return;
    onProgress({ ...progress, people: people.filter((_, at) => at !== whose) });
    onWhose(people.length > 1 ? Math.max(0, whose - 1) : 'all');
    say(fill(words.removed, { name: current?.name ?? '' }));
  };
  return (
    <div class="check-names">
      {people.length > 0 && (
        <>
          <label class="check-label" for={`${list.role}-whose`}>
            {words.whose}
          </label>
          <div class="check-whose">
            <select
              id={`${list.role}-whose`}
              class="tc-field"
              value={String(whose)}
              onChange={({ currentTarget: { value } }) =>
                onWhose(value === 'all' ? 'all' : Number(value))
              }
            >
              {people.map(({ name, ticks }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
                <option key={index} value={String(index)}>
                  {fill(words.personDone, { name, n: ticks.length, of: items.length })}
                </option>
              ))}
              <option value="all">{words.all}</option>
            </select>
            <button type="button" class="tc-button" onClick={() => step(-1)} disabled={whose === 0}>
              {words.before}
            </button>
            <button
              type="button"
              class="tc-button"
              onClick={() => step(1)}
              disabled={whose === people.length - 1}
            >
              {words.after}
            </button>
          </div>
          {current && whose !== 'all' && (
            <div>
              <label class="check-label" for={`${list.role}-note`}>
                {fill(words.noteOf, { name: current.name })}
              </label>
              <textarea
                id={`${list.role}-note`}
                class="tc-field check-note"
                rows={2}
                maxLength={1000}
                value={current.note}
                onInput={({ currentTarget: { value } }) =>
                  onProgress({
                    ...progress,
                    people: people.map((one, at) => (at === whose ? { ...one, note: value } : one)),
                  })
                }
              />
              <button type="button" class="tc-button tc-button-link" onClick={remove}>
                {fill(words.remove, { name: current.name })}
              </button>
            </div>
          )}
        </>
      )}
      <details open={people.length === 0 && told === ''} class="check-add">
        <summary>{people.length === 0 ? words.byPerson : words.addMore}</summary>
        <label class="check-label" for={`${list.role}-names`}>
          {words.names}
        </label>
        <textarea
          id={`${list.role}-names`}
          class="tc-field check-note"
          rows={3}
          autocomplete="off"
          value={text}
          onInput={({ currentTarget: { value } }) => setText(value)}
        />
        <button type="button" class="tc-button" onClick={add} disabled={text.trim() === ''}>
          {words.add}
        </button>
      </details>
      <p role="status">{said || told}</p>
    </div>
  );
}
