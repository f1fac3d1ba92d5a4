/** A checked roster as a file: its own columns as they were, and what was found beside them. */
import {
  type Answers,
  answerTo,
  assess,
  carriedOver,
  fill,
  nextYear,
} from '../calculator/index.ts';
import { compiledRoster } from './compiled.ts';
import { letterOf } from './letterOf.ts';
import type { Pace } from './pace.ts';
import { reasonsOf } from './reasons.ts';
import type {
  Cell,
  ExportInput,
  ExportKind,
  NotRead,
  RosterNotice,
  ScreenedRow,
  TakeAway,
} from './types.ts';
import { LONGEST_CELL } from './write/cells.ts';
import { fileOf, widthFor } from './write/index.ts';

/**
 * The people of a roster with the verdict, the reasons and their clauses, the version of the rules and the day.
 *
 * What was not read is not in it: private columns left the sheet when it was opened. A note says which.
 *
 * @example (await exportRoster(notice, { sheet, mapping, rows: [], on: '2026-07-01' }, 'csv')).type // 'text/csv;charset=utf-8'
 */
export async function exportRoster(
  notice: RosterNotice,
  input: ExportInput,
  kind: ExportKind,
  going?: Pace,
): Promise<TakeAway> {
  const { out } = notice.roster;
  const { sheet, mapping, rows, forAll = {}, next = false, on } = input;
  const year = next ? nextYear(notice).year : notice.year;
  const cells = new Map(sheet.rows.map((row) => [row.at, row.cells]));
  const kept = mapping.columns.filter(
    ({ index, title }) =>
      title !== '' || rows.some(({ at }) => (cells.get(at)?.[index] ?? '') !== ''),
  );
  const found = resultColumns(notice, next);
  const table: Cell[][] = [[...kept.map(({ title }) => title), ...found.map(({ title }) => title)]];
  const tooLong: number[] = [];
  for (const [index, row] of rows.entries()) {
    const own = cells.get(row.at) ?? [];
    if (own.some((cell) => typeof cell === 'string' && cell.length > LONGEST_CELL))
      tooLong.push(row.at);
    table.push([
      ...kept.map(({ index: column }) => own[column] ?? ''),
      ...found.map(({ of }) => of(row, on)),
    ]);
    if (index % 100 === 0) await going?.step((0.5 * index) / rows.length);
  }
  const notes = [
    fill(out.note, { number: notice.number, version: notice.version, on }),
    ...notReadNotes(out, sheet.notRead),
    ...forAllNotes(notice, forAll),
    ...(tooLong.length
      ? [fill(out.tooLong, { rows: tooLong.join('、'), most: LONGEST_CELL })]
      : []),
  ];
  const widths = table[0]?.map((title) => Math.min(40, widthFor(String(title)))) ?? [];
  return fileOf(
    fill(out.file, { year, on }),
    kind,
    [
      { name: out.sheet, rows: table, widths, header: true },
      { name: out.notes, rows: notes.map((note) => [note]), widths: [100] },
    ],
    going,
  );
}

/** Columns that are gone, and those in which single cells are. */
function notReadNotes(out: RosterNotice['roster']['out'], notRead: NotRead[]): string[] {
  const whole = notRead.filter(({ cells }) => cells === undefined);
  const titles = whole.map(({ title, what }) => title || what).join('、');
  return [
    ...(titles ? [fill(out.notRead, { titles })] : []),
    ...notRead.flatMap(({ title, what, column, cells }) =>
      cells === undefined
        ? []
        : [fill(out.notReadCells, { title: title || letterOf(column), n: cells, what })],
    ),
  ];
}

/** Answers that no column gave. */
function forAllNotes(notice: RosterNotice, forAll: Answers): string[] {
  const { columns } = compiledRoster(notice);
  const list = notice.questions.flatMap((question) => {
    const answer = answerTo(forAll, question);
    const label = question.options.find(({ value }) => value === answer)?.label;
    const title = columns.get(question.id)?.title ?? question.title;
    return label === undefined ? [] : [`${title}＝${label}`];
  });
  return list.length > 0 ? [fill(notice.roster.out.forAll, { list: list.join('，') })] : [];
}

interface ResultColumn {
  title: string;
  of(row: ScreenedRow, on: string): Cell;
}

function resultColumns(notice: RosterNotice, next: boolean): ResultColumn[] {
  const { out, next: ahead } = notice.roster;
  const under = next ? nextYear(notice) : notice;
  // Rows that say the same share their answers.
  const texts = new Map<Answers, { reasons: string; clauses: string }>();
  const told = ({ answers }: ScreenedRow) => {
    const ready = texts.get(answers);
    if (ready) return ready;
    const given = next ? carriedOver(under, answers) : answers;
    const reasons = reasonsOf(under, assess(under, given));
    // Of somebody for whom nothing is wanting, every rule is named.
    const some = reasons.some(({ outcome }) => outcome !== 'met')
      ? reasons.filter(({ outcome }) => outcome !== 'met')
      : reasons;
    const made = {
      reasons: some
        .map(({ title, reason, standing }) => `${title}：${reason}［${standing}］`)
        .join('\n'),
      clauses: [...new Set(some.flatMap(({ cites }) => cites.map(({ label }) => label)))].join(
        '；',
      ),
    };
    texts.set(answers, made);
    return made;
  };
  return [
    { title: out.verdict, of: ({ verdict }) => notice.wording.verdicts[verdict].label },
    { title: out.short, of: ({ short }) => short },
    { title: out.reasons, of: (row) => told(row).reasons },
    { title: out.clauses, of: (row) => told(row).clauses },
    {
      title: out.unread,
      of: ({ problems }) => problems.map(({ title, message }) => `${title}：${message}`).join('\n'),
    },
    { title: out.by, of: ({ by }) => by ?? '' },
    {
      title: out.earliest,
      of: ({ earliestYear, earliestYearMadeUp }) =>
        earliestYearMadeUp === undefined
          ? (earliestYear ?? '')
          : fill(out.madeUp, {
              day: `${notice.year}-12-31`,
              year: earliestYearMadeUp,
              later: earliestYear ?? '',
            }),
    },
    ...(next
      ? []
      : [
          {
            title: out.nextYear,
            of: ({ nextYear: state }: ScreenedRow) => (state ? ahead[state] : ''),
          },
        ]),
    {
      title: out.year,
      of: () => (next ? fill(out.assumed, { year: under.year }) : under.year),
    },
    { title: out.version, of: () => notice.version },
    { title: out.on, of: (_, on) => on },
  ];
}
