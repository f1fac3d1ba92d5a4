import ways from 'virtual:words/units/handover';
import words from 'virtual:words/units/publicity';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import { MOST_PEOPLE, NOBODY, type Person, type PersonField } from '../shared/handover.ts';
import type { PublicityNotice } from './days.ts';
import { SelectField, TextField } from './Fields.tsx';
import { readPasted } from './pasted.ts';
import { personField, type Said, saidAt } from './problems.ts';

const WAYS = [ways.wayUsual, ways.waySkilled, ways.wayExceptional, ways.wayTransfer];

interface Props {
  notice: PublicityNotice;
  people: Person[];
  /** What is said of people who were brought along, until something else is. */
  told: string;
  /** What must not be shown of them. */
  refused: Said[];
  onPeople: (people: Person[]) => void;
}

/** Who is named: pasted by the list, or typed one by one. */
export function People({ notice, people, told, refused, onPeople }: Props) {
  const [text, setText] = useState('');
  const [said, say] = useState('');
  /** The one that was added last: it is open, and its name has the focus. */
  const [opened, setOpened] = useState<number>();
  const focus = useRef<string>();
  useLayoutEffect(() => {
    if (focus.current) document.getElementById(focus.current)?.focus();
    focus.current = undefined;
  });

  const change = (index: number, field: PersonField, value: string) =>
    onPeople(people.map((one, at) => (at === index ? { ...one, [field]: value } : one)));
  const addPasted = () => {
    const { people: more, privateCells, isCut } = readPasted(text, MOST_PEOPLE - people.length);
    say(
      [
        more.length > 0 ? fill(words.added, { n: more.length }) : words.addedNone,
        privateCells > 0 ? fill(words.cellsDropped, { n: privateCells }) : '',
        isCut ? fill(words.rowsDropped, { most: MOST_PEOPLE }) : '',
      ].join(''),
    );
    if (more.length === 0) return;
    setText('');
    onPeople([...people, ...more]);
  };
  const addOne = () => {
    const last = people.at(-1);
    // Most of a unit's people apply for the same in the same way.
    const like = last && { target: last.target, specialty: last.specialty, way: last.way };
    setOpened(people.length);
    focus.current = `person-${people.length}-name`;
    onPeople([...people, { ...NOBODY, ...like }]);
  };
  const remove = (index: number) => {
    setOpened(undefined);
    focus.current = 'add-one';
    onPeople(people.filter((_, at) => at !== index));
  };

  return (
    <section aria-labelledby="publicity-people">
      <h2 id="publicity-people">{words.people}</h2>
      <div class="publicity-field">
        <label for="pasted">{words.paste}</label>
        <p class="tc-quiet" id="pasted-hint">
          {words.pasteHint}
        </p>
        <textarea
          class="tc-field publicity-paste"
          id="pasted"
          rows={4}
          autocomplete="off"
          placeholder={words.pasteExample}
          aria-describedby="pasted-hint"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <div class="tc-buttons">
        <button type="button" class="tc-button" onClick={addPasted} disabled={text.trim() === ''}>
          {words.add}
        </button>
        <button
          type="button"
          class="tc-button tc-button-link"
          id="add-one"
          onClick={addOne}
          disabled={people.length >= MOST_PEOPLE}
        >
          {words.addOne}
        </button>
      </div>
      <p role="status">{said || told || (people.length === 0 ? words.nobody : '')}</p>
      <ol class="publicity-people">
        {people.map((person, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: people are told apart by their place, which is in their ids
          <li key={index}>
            <details open={index === opened}>
              <summary>
                <b>{person.name || fill(words.person, { n: index + 1 })}</b>{' '}
                <span class="tc-quiet">
                  {[person.department, person.target, person.specialty, person.way]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </summary>
              <PersonFields
                {...{ notice, person, index, refused }}
                onField={(field, value) => change(index, field, value)}
              />
              <button
                type="button"
                class="tc-button tc-button-link"
                aria-label={fill(words.removeOne, {
                  name: person.name || fill(words.person, { n: index + 1 }),
                })}
                onClick={() => remove(index)}
              >
                {words.remove}
              </button>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface FieldsProps {
  notice: PublicityNotice;
  person: Person;
  index: number;
  refused: Said[];
  onField: (field: PersonField, value: string) => void;
}

function PersonFields({ notice, person, index, refused, onField }: FieldsProps) {
  const of = (field: PersonField) => ({
    id: personField(index, field),
    label: words[field],
    value: person[field],
    onValue: (value: string) => onField(field, value),
  });
  const typed = (field: PersonField) => ({
    ...of(field),
    wrong: saidAt(refused, personField(index, field)),
  });
  return (
    <div class="publicity-grid">
      <TextField {...typed('name')} />
      <TextField {...typed('department')} />
      <SelectField {...of('target')} options={notice.targets} />
      <SelectField {...of('specialty')} options={notice.specialties} />
      <SelectField {...of('way')} options={WAYS} />
      <TextField {...typed('education')} />
      <TextField {...typed('heldTitle')} />
      <TextField {...typed('heldSince')} />
    </div>
  );
}
