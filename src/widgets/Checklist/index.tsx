import '../shared/widget.css';
import './checklist.css';
import '../shared/keepWhole.ts';
import words from 'virtual:words/units/checklist';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import { Guard } from '../shared/Guard.tsx';
import { joined, type Person, takeOver } from '../shared/handover.ts';
import { useSheet } from '../shared/sheet.tsx';
import { knownDay } from '../shared/today.ts';
import { useTranslators } from '../shared/translators.ts';
import { useToday } from '../shared/useToday.ts';
import { ItemLine } from './ItemLine.tsx';
import { Keeping } from './Keeping.tsx';
import { readKept } from './kept.ts';
import type { List } from './lists.ts';
import { Names } from './Names.tsx';
import { BlankSheet, LedgerSheet } from './Sheets.tsx';
import { isTicked, NOTHING, type Progress, tick, type Whose } from './state.ts';

interface Props {
  list: List;
  year: number;
  /** In a document that holds the roster check as well: who was handed over last. */
  given?: Person[];
  /** Another part of that document is shown: nothing of this one is printed. */
  isAway?: boolean;
}

/**
 * What a unit or an office looks at, ticked for each person or for all. Its HTML is the whole list with boxes, so that it
 * can be read, ticked and printed where no script runs.
 */
export default function ChecklistWidget(props: Props) {
  return (
    <Guard>
      <Place {...props} />
    </Guard>
  );
}

function Place({ list, year, given, isAway = false }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const today = knownDay({ year }, useToday());
  useTranslators(root);
  const [progress, setProgress] = useState<Progress>(NOTHING);
  const [whose, setWhose] = useState<Whose>('all');
  const [kept, setKept] = useState<Progress>();
  const [told, tell] = useState('');
  const [sheet, setSheet] = useState<'blank' | 'ledger'>();
  const { people } = progress;
  const open = (next: Progress) => {
    setProgress(next);
    setWhose(next.people.length > 0 ? 0 : 'all');
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => {
    const before = readKept(list, year);
    if (!before) return;
    setKept(before);
    open(before);
    tell(words.foundKept);
  }, []);
  useEffect(() => {
    const more = (given ?? takeOver('checklist')).flatMap(({ name }) =>
      name ? [{ name, note: '', ticks: [] }] : [],
    );
    if (more.length === 0) return;
    setProgress((own) => ({ ...own, people: joined(own.people, more, ({ name }) => name) }));
    setWhose(0);
    tell(fill(words.handedOver, { n: more.length }));
  }, [given]);

  const shown = isAway ? undefined : (sheet ?? (people.length > 0 ? 'ledger' : undefined));
  const print = useSheet(
    shown === 'blank' ? (
      <BlankSheet list={list} />
    ) : shown === 'ledger' ? (
      <LedgerSheet {...{ list, progress, today }} />
    ) : undefined,
  );
  const printOut = (which: typeof sheet) => {
    setSheet(which);
    print();
  };

  return (
    <div class="tc-widget not-content checklist" ref={root}>
      <div class="tc-buttons">
        {people.length > 0 && (
          <button
            type="button"
            class="tc-button tc-button-primary"
            onClick={() => printOut('ledger')}
          >
            {words.printLedger}
          </button>
        )}
        <button
          type="button"
          class={`tc-button${people.length > 0 ? '' : ' tc-button-primary'}`}
          onClick={() => printOut('blank')}
        >
          {words.printBlank}
        </button>
      </div>
      <Names {...{ list, progress, whose, told }} onProgress={setProgress} onWhose={setWhose} />
      {list.groups.map(({ id, title, each, items }, index) => {
        const done = items.filter((item) => isTicked(progress, whose, item.id, each)).length;
        return (
          <details key={id} open={index === 0} class="check-section">
            <summary>
              <h2 id={`${list.role}-${id}`}>{title}</h2>{' '}
              <small>
                {each ? words.each : words.batch}
                {'　'}
                {fill(words.count, { n: done, of: items.length })}
              </small>
            </summary>
            <ul aria-labelledby={`${list.role}-${id}`}>
              {items.map((item) => (
                <ItemLine
                  key={item.id}
                  item={item}
                  ticked={isTicked(progress, whose, item.id, each)}
                  onTick={(on) => setProgress(tick(progress, whose, item.id, each, on))}
                />
              ))}
            </ul>
          </details>
        );
      })}
      <div class="check-by">
        <label class="check-label" for={`${list.role}-by`}>
          {words.by}
        </label>
        <input
          id={`${list.role}-by`}
          type="text"
          class="tc-field"
          maxLength={100}
          autocomplete="off"
          value={progress.by}
          onInput={({ currentTarget: { value } }) => setProgress({ ...progress, by: value })}
        />
      </div>
      <Keeping
        {...{ list, year, progress, kept }}
        onKept={setKept}
        onProgress={(next) => open(next)}
      />
    </div>
  );
}
