import words from 'virtual:words/rosterPage/result';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import type { ExportKind, ScreenedRow } from '../../roster/index.ts';
import { useCopy } from '../shared/copying.tsx';
import { HandOver } from '../shared/HandOver.tsx';
import { MOST_PEOPLE } from '../shared/handover.ts';
import { TONES } from '../shared/result/First.tsx';
import { personOf } from '../shared/screenedPerson.ts';
import { Tag } from '../shared/Tag.tsx';
import { asText } from './asText.ts';
import {
  ALL,
  chosen,
  type Filter,
  NEXT,
  NEXT_TONES,
  type Order,
  ordered,
  problemsIn,
  publicVerdict,
  VERDICTS,
} from './list.ts';
import { PrintedList } from './PrintedList.tsx';
import { ProblemList } from './ProblemList.tsx';
import { RosterTable } from './RosterTable.tsx';
import { RowView } from './RowView.tsx';
import type { Screened, Tools, View } from './types.ts';

interface Props {
  tools: Tools;
  screened: Screened;
  /** Applications of the notice's own year are closed. */
  isOver: boolean;
  busy: boolean;
  onYear: (next: boolean) => void;
  onColumns: () => void;
  view: View;
  onView: (view: Partial<View>) => void;
  /** Told once the result is printed, copied or handed over. */
  onTaken: () => void;
  onExport: (kind: ExportKind) => void;
}

/** Everybody's result: how many have which, a table, one person, and what to take along. */
export function Result(props: Props) {
  const { tools, screened, isOver, busy, onYear, onColumns, onExport, view, onView, onTaken } =
    props;
  const { notice } = tools.data;
  const { rows, summary, next, read } = screened;
  const { filter, order, open, active } = view;
  const setFilter = (filter: Filter) => onView({ filter });
  const setOrder = (order: Order) => onView({ order });
  const setOpen = (open: number | undefined) => onView({ open });
  const { copy, status } = useCopy();
  /** The year that was just asked for, while it is worked out. */
  const [asked, setAsked] = useState(next);
  const [printing, setPrinting] = useState(false);

  // Sorting takes longer than choosing, and is not what every key that is pressed changes.
  const sorted = useMemo(() => ordered(rows, order, next), [rows, order, next]);
  const shown = useMemo(() => chosen(sorted, filter), [sorted, filter]);
  const problems = useMemo(() => problemsIn(rows), [rows]);
  // Only as many as are taken along: a long list is gone through at every key that is pressed.
  const forPublicity = publicVerdict(filter);
  const people = useMemo(() => {
    const persons = (rows: ScreenedRow[]) =>
      rows.slice(0, MOST_PEOPLE).map((one) => personOf(notice, one));
    const named = shown.filter(({ name }) => name !== '');
    return {
      publicity: persons(named.filter(({ verdict }) => verdict === forPublicity)),
      checklist: persons(named),
    };
  }, [shown, notice, forPublicity]);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each result
  useEffect(() => heading.current?.focus(), [rows]);
  const latest = useRef(onTaken);
  latest.current = onTaken;
  // Whatever prints the page gets the whole list, not what the table happens to draw.
  useEffect(() => {
    const begin = () => {
      latest.current();
      setPrinting(true);
    };
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);

  const at = shown.findIndex((row) => row.at === open);
  const row = shown[at] ?? rows.find((one) => one.at === open);
  if (row) {
    const go = (by: number) => {
      const other = shown[at + by];
      return other && (() => setOpen(other.at));
    };
    return (
      <RowView
        key={row.at}
        tools={tools}
        row={row}
        next={next}
        onBack={() => onView({ open: undefined, active: row.at })}
        onBefore={at > 0 ? go(-1) : undefined}
        onAfter={at >= 0 ? go(1) : undefined}
      />
    );
  }

  const year = next ? notice.year + 1 : notice.year;
  const pick = (part: Partial<Filter>) => setFilter({ ...ALL, text: filter.text, ...part });
  const isAll = !filter.verdict && !filter.nextYear && !filter.problems;
  const verdicts = VERDICTS.filter((verdict) => summary.verdicts[verdict] > 0).map((verdict) => (
    <button
      key={verdict}
      type="button"
      class="roster-count"
      aria-pressed={filter.verdict === verdict}
      onClick={() => pick(filter.verdict === verdict ? {} : { verdict })}
    >
      <Tag tone={TONES[verdict]}>{notice.wording.verdicts[verdict].label}</Tag>{' '}
      <b>{summary.verdicts[verdict]}</b>
    </button>
  ));
  const states = NEXT.filter((state) => summary.nextYear[state] > 0).map((state) => (
    <button
      key={state}
      type="button"
      class="roster-count"
      aria-pressed={filter.nextYear === state}
      onClick={() => pick(filter.nextYear === state ? {} : { nextYear: state })}
    >
      <Tag tone={NEXT_TONES[state]}>{words[state]}</Tag> <b>{summary.nextYear[state]}</b>
    </button>
  ));
  return (
    <>
      <section class="roster-result tc-stack" aria-labelledby="roster-result">
        <h2 id="roster-result" tabIndex={-1} ref={heading}>
          {fill(words.heading, { name: read.name, n: summary.people })}
        </h2>
        <fieldset class="roster-years">
          <legend>{words.year}</legend>
          {[false, true].map((isNext) => (
            <label key={String(isNext)} class="roster-option">
              <input
                type="radio"
                name="roster-year"
                checked={(busy ? asked : next) === isNext}
                onChange={() => {
                  setAsked(isNext);
                  onYear(isNext);
                }}
              />
              <span>
                {isNext
                  ? fill(words.nextYear, { next: notice.year + 1 })
                  : fill(words.thisYear, { year: notice.year })}
              </span>
            </label>
          ))}
        </fieldset>
        {(next || isOver) && (
          <p class={next ? 'roster-assumed' : 'tc-quiet'}>
            {next && fill(words.assumed, { next: year })}
            {isOver && fill(words.over, { year: notice.year })}
          </p>
        )}
        <fieldset class="roster-counts" aria-label={words.verdict}>
          <button type="button" class="roster-count" aria-pressed={isAll} onClick={() => pick({})}>
            {words.all} <b>{summary.people}</b>
          </button>
          {next ? states : verdicts}
        </fieldset>
        {!next && states.length > 0 && (
          <fieldset class="roster-counts">
            <legend>{fill(words.outlook, { next: notice.year + 1 })}</legend>
            {states}
          </fieldset>
        )}
        <p class="tc-quiet">{fill(words.byYearsEnd, { date: inProse(`${notice.year}-12-31`) })}</p>
        <ProblemList
          problems={problems}
          onOpen={(number) => setOpen(number)}
          isChosen={filter.problems}
          onChoose={() => pick(filter.problems ? {} : { problems: true })}
        />
        <RosterTable
          notice={notice}
          next={next}
          rows={shown}
          all={rows.length}
          text={filter.text}
          order={order}
          active={active}
          onText={(text) => setFilter({ ...filter, text })}
          onOrder={setOrder}
          onOpen={(number) => setOpen(number)}
        />
        <section class="tc-stack roster-take">
          <h3>{words.away}</h3>
          <div class="tc-buttons">
            {(['xlsx', 'csv'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                class={`tc-button ${kind === 'xlsx' ? 'tc-button-primary' : ''}`}
                disabled={busy}
                onClick={() => onExport(kind)}
              >
                {words[kind]}
              </button>
            ))}
            <button
              type="button"
              class="tc-button"
              onClick={() => {
                onTaken();
                void copy(words.copied, asText(notice, shown, next));
              }}
            >
              {words.copy}
            </button>
            <button type="button" class="tc-button" onClick={() => print()}>
              {words.print}
            </button>
            <button type="button" class="tc-button" disabled={busy} onClick={onColumns}>
              {words.columns}
            </button>
          </div>
          {status}
          <p class="tc-quiet">{words.awaySays}</p>
          <HandOver
            people={people}
            verdict={notice.wording.verdicts[forPublicity].label}
            base={tools.base}
            onGive={tools.onGive}
            onTaken={onTaken}
          />
        </section>
        <p class="tc-quiet">
          {fill(words.basis, { number: notice.number, version: notice.version })}
        </p>
      </section>
      {printing && <PrintedList notice={notice} rows={shown} next={next} />}
    </>
  );
}
