import words from 'virtual:words/rosterPage/columns';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Answers, answerTo, fill, type Question, withAnswer } from '../../calculator/index.ts';
import type {
  ColumnChoice,
  ColumnId,
  MappedColumn,
  NotRead,
  SheetView,
} from '../../roster/index.ts';
import {
  columnChoices,
  letterOf,
  mapByHand,
  questionsForAll,
  unreadColumns,
} from '../../roster/index.ts';
import { spansOf } from './list.ts';
import type { Read, Tools } from './types.ts';

interface Props {
  tools: Tools;
  read: Read;
  busy: boolean;
  onChange: (changed: Partial<Read>) => void;
  /** Asks for the columns anew, with these rows as headers. */
  onHeader: (rows: number[]) => void;
  onGo: () => void;
  onBack: (() => void) | undefined;
}

/** Rows and columns that the spreadsheet does not show: whoever filtered somebody out may not know that they count. */
function Hidden({ sheet, mapping }: { sheet: SheetView; mapping: Read['mapping'] }) {
  const rows = sheet.hiddenRows.filter(
    (at) => !mapping.header.includes(at) && !mapping.skipped.includes(at),
  );
  const columns = mapping.columns
    .filter(({ as, index }) => as !== undefined && sheet.hiddenColumns.includes(index))
    .map(({ index, title }) => title || letterOf(index));
  if (rows.length + columns.length === 0) return null;
  return (
    <p>
      {rows.length > 0 &&
        fill(words.hiddenRows, { list: shortened(spansOf(rows), MOST_OF_SKIPPED) })}
      {columns.length > 0 && fill(words.hiddenColumns, { list: columns.join('、') })}
    </p>
  );
}

/** What each column was taken for, what was not read, and what no column says. */
export function Columns({ tools, read, busy, onChange, onHeader, onGo, onBack }: Props) {
  const { notice } = tools.data;
  const { name, sheets, at, mapping, forAll } = read;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each roster
  useEffect(() => heading.current?.focus(), [sheets[0]?.id]);
  const sheet = sheets[at];
  const head = mapping.header.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it was when these headers were read
  const byHeader = useMemo(
    () => new Set(mapping.columns.flatMap(({ how, index }) => (how === 'header' ? [index] : []))),
    [sheet, head],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it was when these headers were read
  const unread = useMemo(
    () => new Set(sheet ? unreadColumns(notice, sheet, mapping) : []),
    [sheet, head],
  );
  if (!sheet) return null;

  const choices = columnChoices(notice);
  const taken = mapping.columns.filter(({ as }) => as !== undefined);
  // A column stays where it stood, or whoever has just chosen would lose it.
  const found = mapping.columns.filter(({ index }) => byHeader.has(index));
  const unclear = found.filter(({ index }) => unread.has(index));
  const known = found.filter(({ index }) => !unread.has(index));
  const unknown = mapping.columns.filter(({ index }) => !byHeader.has(index));
  const left = mapping.columns.filter(({ as, how }) => as === undefined && how !== 'header').length;
  const isNameless = !taken.some(({ as }) => as === 'name');
  const row = (column: MappedColumn) => (
    <ColumnRow
      key={column.index}
      column={column}
      examples={examplesOf(sheet, mapping.header, column.index)}
      choices={choices}
      onChoose={(as) => onChange({ mapping: mapByHand(notice, mapping, column.index, as) })}
    />
  );
  return (
    <section class="tc-stack" aria-labelledby="roster-columns">
      <h2 id="roster-columns" tabIndex={-1} ref={heading}>
        {fill(words.heading, { name })}
      </h2>
      {taken.length === 0 && <p class="tc-error">{words.nothing}</p>}
      <p class="tc-quiet">{words.lead}</p>
      <div class="roster-where">
        {sheets.length > 1 && (
          <label>
            {words.sheet}
            <select
              class="tc-field"
              value={at}
              onChange={({ currentTarget }) => {
                const place = Number(currentTarget.value);
                const chosen = sheets[place];
                if (chosen) onChange({ at: place, mapping: chosen.mapping });
              }}
            >
              {sheets.map(({ id, name, count, hidden }, place) => (
                <option key={id} value={place}>
                  {fill(words.sheetOption, { name, n: count })}
                  {hidden && words.hidden}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {words.header}
          <select
            class="tc-field"
            value={mapping.header.join()}
            onChange={({ currentTarget }) =>
              onHeader(currentTarget.value.split(',').filter(Boolean).map(Number))
            }
          >
            {mapping.header.length > 1 && (
              <option value={mapping.header.join()}>
                {fill(words.headerRows, { list: mapping.header.join('、') })}
              </option>
            )}
            {sheet.preview.slice(0, MOST_HEADERS).map(({ at: n, cells }) => (
              <option key={n} value={n}>
                {fill(words.headerRow, { n, cells: shortened(cells.filter(Boolean).join(' ')) })}
              </option>
            ))}
            <option value="">{words.headerNone}</option>
          </select>
        </label>
      </div>

      <NotReadList columns={sheet.notRead} />
      {isNameless && taken.length > 0 && <p class="tc-quiet">{words.noName}</p>}
      {unknown.length > 0 && (
        <>
          <h3>{fill(words.unrecognised, { n: left })}</h3>
          <ul class="roster-columns">{unknown.map(row)}</ul>
        </>
      )}
      {unclear.length > 0 && (
        <>
          <h3>{fill(words.unreadable, { n: unclear.length })}</h3>
          <p class="tc-quiet">{words.unreadableSays}</p>
          <ul class="roster-columns">{unclear.map(row)}</ul>
        </>
      )}
      <ForAll
        questions={questionsForAll(notice, sheet, mapping, forAll)}
        choices={choices}
        forAll={forAll}
        onChange={(changed) => onChange({ forAll: changed })}
      />
      {known.length > 0 && (
        <details class="roster-known" open={unknown.length === 0 && known.length < FEW}>
          <summary>
            {fill(words.recognised, { n: known.length })}
            <span class="tc-quiet">
              {known.map((column) => takenFor(column, choices)).join('、')}
            </span>
          </summary>
          <ul class="roster-columns">{known.map(row)}</ul>
        </details>
      )}
      {mapping.skipped.length > 0 && (
        <p class="tc-quiet">
          {fill(words.skipped, {
            n: mapping.skipped.length,
            list: shortened(spansOf(mapping.skipped), MOST_OF_SKIPPED),
          })}
        </p>
      )}
      <Hidden sheet={sheet} mapping={mapping} />
      <div class="tc-buttons roster-go">
        <button
          type="button"
          class="tc-button tc-button-primary"
          disabled={busy || taken.length === 0}
          onClick={onGo}
        >
          {words.go}
        </button>
        {onBack && (
          <button type="button" class="tc-button" onClick={onBack}>
            {words.back}
          </button>
        )}
      </div>
    </section>
  );
}

/** So few need not be folded. */
const FEW = 5;

/** “姓名”, or where the header says something else “取得时间（当作现有职称取得时间）”. */
function takenFor({ title, as }: MappedColumn, choices: ColumnChoice[]): string {
  const choice = choices.find(({ id }) => id === as);
  const plain = (text: string) => text.replace(/\s/g, '');
  return !choice || plain(choice.title) === plain(title)
    ? title
    : fill(words.taken, { title, column: choice.title });
}

/** How far down a header may be chosen. */
const MOST_HEADERS = 8;

function ColumnRow({
  column,
  examples,
  choices,
  onChoose,
}: {
  column: MappedColumn;
  examples: string;
  choices: ColumnChoice[];
  onChoose: (as: ColumnId | undefined) => void;
}) {
  const title = column.title || fill(words.untitled, { letter: letterOf(column.index) });
  const how = { header: words.byHeader, hand: words.byHand, none: words.none }[column.how];
  return (
    <li>
      <div>
        <b>{title}</b>
        {examples && <span class="tc-quiet">{examples}</span>}
      </div>
      <div>
        <select
          class="tc-field"
          aria-label={fill(words.asOf, { column: title })}
          value={column.as ?? ''}
          onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
        >
          <option value="">{words.keep}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.title}
            </option>
          ))}
        </select>
        <span class="tc-quiet">{how}</span>
      </div>
      {column.note && <p class="tc-quiet roster-note">{column.note}</p>}
    </li>
  );
}

function NotReadList({ columns }: { columns: NotRead[] }) {
  if (columns.length === 0) return null;
  const named = columns.map(({ column, title, what, cells }) => {
    const slots = { what, title: title || fill(words.untitled, { letter: letterOf(column) }) };
    return cells === undefined
      ? fill(words.notReadColumn, slots)
      : fill(words.notReadCells, { ...slots, n: cells });
  });
  return (
    <p class="roster-not-read">
      <b>{words.notRead}</b>：{named.join('、')}。{words.notReadWhy}
    </p>
  );
}

/** What is the same for everybody need not be a column. */
function ForAll({
  questions,
  choices,
  forAll,
  onChange,
}: {
  questions: Question[];
  /** They have shorter names than the questions, which speak to one person. */
  choices: ColumnChoice[];
  forAll: Answers;
  onChange: (changed: Answers) => void;
}) {
  if (questions.length === 0) return null;
  return (
    <fieldset class="roster-for-all">
      <legend>{words.forAll}</legend>
      <p class="tc-quiet">{words.forAllSays}</p>
      {questions.map((question) => (
        <label key={question.id}>
          <span>{choices.find(({ id }) => id === question.id)?.title ?? question.title}</span>
          <select
            class="tc-field"
            value={String(answerTo(forAll, question) ?? '')}
            onChange={({ currentTarget: { value } }) =>
              onChange(
                value ? withAnswer(forAll, question, value) : withoutAnswer(forAll, question),
              )
            }
          >
            <option value="">{words.forAllNone}</option>
            {question.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

function withoutAnswer(answers: Answers, question: Question): Answers {
  if (question.type !== 'amounts') {
    const { [question.id]: _, ...rest } = answers;
    return rest;
  }
  const { [question.part]: _, ...parts } = answers[question.key] as Record<string, never>;
  return { ...answers, [question.key]: parts };
}

function examplesOf(sheet: SheetView, header: number[], index: number): string {
  const last = header.at(-1) ?? 0;
  const seen = sheet.preview
    .filter(({ at }) => at > last)
    .map(({ cells }) => String(cells[index] ?? '').trim())
    .filter(Boolean);
  return [...new Set(seen)]
    .slice(0, 3)
    .map((text) => shortened(text))
    .join('、');
}

const MOST_LETTERS = 24;
const MOST_OF_SKIPPED = 400;
const shortened = (text: string, most = MOST_LETTERS): string =>
  text.length > most ? `${text.slice(0, most)}……` : text;
