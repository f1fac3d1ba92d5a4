import words from 'virtual:words/rosterPage/result';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill, type Notice } from '../../calculator/index.ts';
import type { ScreenedRow } from '../../roster/index.ts';
import { TONES } from '../shared/result/First.tsx';
import { Tag } from '../shared/Tag.tsx';
import { rowAt, topsOf } from './heights.ts';
import { byWhen, NEXT_TONES, nameOf, type Order, resultOf, type SortKey } from './list.ts';
import { rem, useNarrow, VirtualRows } from './VirtualRows.tsx';

interface Props {
  notice: Notice;
  /** Under the assumed next notice. */
  next: boolean;
  /** Those that are shown, in their order. */
  rows: ScreenedRow[];
  /** How many there are in all. */
  all: number;
  text: string;
  order: Order;
  /** The row to come back to, by its number. */
  active: number | undefined;
  onText: (text: string) => void;
  onOrder: (order: Order) => void;
  onOpen: (at: number) => void;
}

const COLUMNS: SortKey[] = ['at', 'name', 'department', 'verdict', 'short', 'by'];
const titleOf = (key: SortKey): string => (key === 'at' ? words.row : words[key]);

/**
 * A table's own elements are laid out by their content, and lose what they mean where they are laid out otherwise: these
 * say it of plain ones, of which only those in sight are drawn.
 */
const asTable = (rows: number, onKeyDown: (event: KeyboardEvent) => void) =>
  ({ role: 'table', 'aria-label': words.table, 'aria-rowcount': rows, onKeyDown }) as const;
const GROUP = { role: 'rowgroup' } as const;
const asRow = (index: number) => ({ role: 'row', 'aria-rowindex': index }) as const;
const asHeader = (sort: 'ascending' | 'descending' | 'none') =>
  ({ role: 'columnheader', 'aria-sort': sort }) as const;
const CELL = { role: 'cell' } as const;

/** So few are shown as they are, with nothing to scroll. */
const FEW = 8;

/**
 * The table; on a phone its rows are cards. Only rows in sight are drawn. It is one stop for the Tab key: the arrows,
 * Page Up, Page Down, Home and End go from row to row, Enter opens one.
 */
export function RosterTable(props: Props) {
  const { notice, next, rows, all, text, order, onText, onOrder, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rows.findIndex((row) => row.at === props.active),
    ),
  );
  const isNarrow = useNarrow();
  const tops = useMemo(() => topsOf(rows, isNarrow), [rows, isNarrow]);
  const current = Math.min(at, rows.length - 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on coming back from a row
  useEffect(() => {
    if (props.active !== undefined && rows.some((row) => row.at === props.active)) goTo(at);
  }, []);
  // Another list begins at its beginning.
  const before = useRef(rows);
  useEffect(() => {
    if (before.current === rows) return;
    before.current = rows;
    setAt(0);
    box.current?.scrollTo(0, 0);
  }, [rows]);

  /** Brings a row into sight and the focus to it. */
  const goTo = (index: number) => {
    const to = Math.max(0, Math.min(index, rows.length - 1));
    const { current: element } = box;
    if (!element) return;
    setAt(to);
    const [top = 0, end = 0] = tops.slice(to, to + 2).map((one) => one * rem());
    const head = element.querySelector('.roster-head')?.clientHeight ?? 0;
    const seen = element.clientHeight - head;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (end > element.scrollTop + seen) element.scrollTop = end - seen;
    // Drawn by the time of the next frame, whether it was in sight or not.
    requestAnimationFrame(() =>
      element.querySelector<HTMLElement>(`[aria-rowindex="${to + 2}"] button`)?.focus({
        preventScroll: true,
      }),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as Element).closest('.roster-row')) return;
    const seen = (box.current?.clientHeight ?? 0) / rem();
    const page = Math.max(1, rowAt(tops, (tops[current] ?? 0) + seen) - current - 1);
    const to = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(to);
  };
  const turn = (by: SortKey) => onOrder({ by, down: order.by === by && !order.down });
  return (
    <>
      <div class="roster-find">
        <label>
          <span>{words.search}</span>
          <input
            type="search"
            class="tc-field"
            value={text}
            autocomplete="off"
            onInput={({ currentTarget }) => onText(currentTarget.value)}
          />
        </label>
        <label class="roster-sort">
          <span>{words.sort}</span>
          <select
            class="tc-field"
            value={order.by}
            onChange={({ currentTarget }) =>
              onOrder({ by: currentTarget.value as SortKey, down: false })
            }
          >
            {COLUMNS.map((key) => (
              <option key={key} value={key}>
                {titleOf(key)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status" class="tc-quiet">
        {rows.length === 0
          ? words.none
          : rows.length < all && fill(words.shown, { n: rows.length })}
      </p>
      <div
        class={`roster-table ${rows.length > FEW ? '' : 'roster-few'}`}
        {...asTable(rows.length + 1, onKeyDown)}
        ref={box}
        // Scrolled by the keyboard wherever it has the focus.
        tabIndex={-1}
        hidden={rows.length === 0}
      >
        <div class="roster-head" {...asRow(1)}>
          {COLUMNS.map((key) => (
            <div
              key={key}
              {...asHeader(order.by === key ? (order.down ? 'descending' : 'ascending') : 'none')}
              class={`roster-cell-${key}`}
            >
              <button
                type="button"
                aria-label={fill(words.sortBy, { column: titleOf(key) })}
                onClick={() => turn(key)}
              >
                {titleOf(key)}
                <span aria-hidden="true">{order.by === key ? (order.down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </div>
          ))}
        </div>
        <div class="roster-rows" {...GROUP} style={{ height: `${tops.at(-1)}rem` }}>
          <VirtualRows
            box={box}
            tops={tops}
            kept={current}
            row={(index, style) => {
              const row = rows[index] as ScreenedRow;
              return (
                <Row
                  key={row.at}
                  notice={notice}
                  next={next}
                  row={row}
                  index={index}
                  style={style}
                  isCurrent={index === current}
                  onFocus={() => setAt(index)}
                  onOpen={() => onOpen(row.at)}
                />
              );
            }}
          />
        </div>
      </div>
    </>
  );
}

/** A day without a word, which the column's header explains where there is one. */
const BARE = /^\d{4}-\d{2}-\d{2}(?:；|$)/;

/** A day is never broken at its hyphens. */
const withDays = (text: string) =>
  text.split(/(\d{4}-\d{2}-\d{2})/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other
      <span key={at} class="roster-day">
        {part}
      </span>
    ),
  );

function Row({
  notice,
  next,
  row,
  index,
  style,
  isCurrent,
  onFocus,
  onOpen,
}: {
  notice: Notice;
  next: boolean;
  row: ScreenedRow;
  index: number;
  style: { top: string; height: string };
  isCurrent: boolean;
  onFocus: () => void;
  onOpen: () => void;
}) {
  const name = nameOf(row, words.unnamed);
  const when = byWhen(notice, row, words);
  return (
    <div class="roster-row" {...asRow(index + 2)} style={style}>
      <div {...CELL} class="roster-cell-at">
        {row.at}
      </div>
      <div {...CELL} class="roster-cell-name">
        <button
          type="button"
          class="tc-button tc-button-link"
          tabIndex={isCurrent ? 0 : -1}
          aria-label={fill(words.openRow, { name })}
          onFocus={onFocus}
          onClick={onOpen}
        >
          {name}
        </button>
        {row.problems.length > 0 && (
          <span class="roster-mark">{fill(words.cells, { n: row.problems.length })}</span>
        )}
      </div>
      <div {...CELL} class="roster-cell-department">
        {row.department}
      </div>
      <div {...CELL} class="roster-cell-verdict">
        <Tag tone={next && row.nextYear ? NEXT_TONES[row.nextYear] : TONES[row.verdict]}>
          {resultOf(notice, row, next, words)}
        </Tag>
      </div>
      <div {...CELL} class="roster-cell-short">
        <span>{withDays(row.short)}</span>
      </div>
      <div {...CELL} class="roster-cell-by">
        <span>
          {BARE.test(when) && (
            <span class="roster-label" aria-hidden="true">
              {words.by}
            </span>
          )}
          {withDays(when)}
        </span>
      </div>
    </div>
  );
}
