/** Which column is what: by headers, in any order, below a title, in one row or two. */
import { asText, type Compiled, columnChoices, compiledRoster, normal } from './compiled.ts';
import type { ColumnId, MappedColumn, Mapping, RosterNotice, Sheet, SheetRow } from './types.ts';

/** Rows among which a header is looked for. */
const LOOKED_AT = 30;

/** Said in brackets about a header, and no part of what it means. */
const REMARK =
  /\((?:必填|选填|可不填|可选|年月日?|年-月(?:-日)?|年\.月(?:\.日)?|yyyy[^)]*|格式[^)]*|如[^)]*|例[^)]*|下拉[^)]*|单位[:：]?[^)]*)\)/g;

/** The forms in which a header is looked up, from the one as it stands. */
function* formsOf(header: string): Generator<string> {
  const whole = normal(header);
  yield whole;
  const bare = whole.replace(REMARK, '').replace(/^[*＊]+|[*＊:：]+$/g, '');
  if (bare !== whole) yield bare;
  const short = bare.replace(/(?:名称|情况)$/, '');
  if (short !== bare) yield short;
}

function lookUp(roster: Compiled, header: string): ColumnId | undefined {
  for (const form of formsOf(header)) {
    const found = roster.headers.get(form);
    if (found) return found;
  }
  return amountsOf(roster, normal(header).replace(REMARK, ''));
}

/** A year's amounts, or a part of them: 2024年学时, 2024年继续教育其中专业, 2024年度公需. */
function amountsOf({ words: { credits }, sums, amounts }: Compiled, header: string) {
  const year = amounts.find(({ part }) => header.includes(part));
  if (!year) return sums.has(header) ? credits.question : undefined;
  const rest = header
    .replace(/专业技术(?:人员|人才)?/g, '')
    .replace(new RegExp(`${year.part}(?:年度?)?`), '');
  // A column on several years says nothing of one.
  if (amounts.some(({ part }) => rest.includes(part))) return credits.question;
  const holds = (list: string[]) => list.some((word) => rest.includes(normal(word)));
  const parts = (['professional', 'public', 'total'] as const).filter((part) =>
    holds(credits[part]),
  );
  // “其中专业” within “总学时（其中专业）” names both: one column for the two.
  const part = parts.length === 1 ? `.${parts[0]}` : '';
  if (holds(credits.headers)) return `${year.id}${part}`;
  const exact = parts[0] && credits[parts[0]].some((word) => rest === normal(word));
  return exact ? `${year.id}${part}` : undefined;
}

/** Why a column with this header is never read, where it is not. */
export function privateBy(roster: Compiled, header: string): string | undefined {
  const whole = normal(header);
  return roster.words.private.find(({ headers }) =>
    headers.some((word) => whole.includes(normal(word))),
  )?.what;
}

interface Head {
  rows: SheetRow[];
  titles: string[];
  found: (ColumnId | undefined)[];
  score: number;
}

/** @param rows one row of headers, or two of which the upper one names groups */
function headOf(roster: Compiled, rows: SheetRow[]): Head {
  const [upper, lower] = rows;
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const titles: string[] = [];
  const found: Head['found'] = [];
  let group = '';
  for (let index = 0; index < width; index += 1) {
    const above = asText(upper?.cells[index]);
    const below = asText(lower?.cells[index]);
    // A group's name stands in the first of its cells alone, merged or not.
    if (above !== '') group = above;
    else if (!lower || below === '') group = '';
    // A header merged over both rows says the same in each.
    const both = lower && group !== '' && below !== '' && below !== group;
    titles.push(both ? `${group} ${below}` : below || above);
    found.push(
      both
        ? (lookUp(roster, `${group}${below}`) ?? lookUp(roster, below))
        : lookUp(roster, below || above),
    );
  }
  const known = titles.map((title, index) => found[index] ?? privateBy(roster, title));
  return {
    rows,
    titles: titles.map((title) => title.replace(/\s+/g, ' ').trim()),
    found,
    score: new Set(known.filter(Boolean)).size,
  };
}

/** The rows of headers, or none where no two columns are known, nor one in the first row. */
export function findHead(roster: Compiled, rows: SheetRow[]): Head | undefined {
  let best: Head | undefined;
  const looked = rows.slice(0, LOOKED_AT);
  for (const [index, row] of looked.entries()) {
    const next = looked[index + 1];
    const single = headOf(roster, [row]);
    const double = next?.at === row.at + 1 ? headOf(roster, [row, next]) : undefined;
    const head = double && double.score > single.score ? double : single;
    if (head.score > (best?.score ?? 0)) best = head;
  }
  // One known word may also stand in a list; alone it is a header only at the top.
  return best && (best.score >= 2 || best.rows[0] === looked[0]) ? best : undefined;
}

/**
 * Recognises the columns of a sheet by their headers. What is not recognised is kept and can be mapped by hand.
 *
 * @param header the rows, by number, that the person says hold the headers; found where it is left out
 *
 * @example findColumns(notice, sheet).columns[0] // { index: 0, title: '姓名', as: 'name', how: 'header' }
 */
export function findColumns(notice: RosterNotice, sheet: Sheet, header?: number[]): Mapping {
  const roster = compiledRoster(notice);
  const given = header && sheet.rows.filter(({ at }) => header.includes(at));
  const head = given
    ? given.length
      ? headOf(roster, given.slice(0, 2))
      : undefined
    : findHead(roster, sheet.rows);
  const width = widthOf(sheet);
  const taken = new Set<ColumnId>();
  const unread = new Set(
    sheet.notRead.filter(({ cells }) => cells === undefined).map(({ column }) => column),
  );
  const columns: MappedColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    if (unread.has(index)) continue;
    const title = head?.titles[index] ?? '';
    const as = head?.found[index];
    const first = as !== undefined && !taken.has(as);
    if (first) taken.add(as);
    columns.push(mapped(roster, { index, title, how: first ? 'header' : 'none' }, as, first));
  }
  return {
    header: head?.rows.map(({ at }) => at) ?? [],
    columns,
    skipped: [],
    ...missingIn(notice, columns),
  };
}

function mapped(
  { columns }: Compiled,
  column: MappedColumn,
  as: ColumnId | undefined,
  first: boolean,
): MappedColumn {
  const note = as === undefined ? undefined : columns.get(as)?.note;
  return {
    ...column,
    ...(first && as !== undefined && { as }),
    ...(note !== undefined && first && { note }),
  };
}

/**
 * The mapping with one column read as something else, or as nothing. What another column was read as until then, it is
 * no longer.
 *
 * @example mapByHand(notice, mapping, 2, 'heldSince').columns[2].as // 'heldSince'
 */
export function mapByHand(
  notice: RosterNotice,
  mapping: Mapping,
  index: number,
  as: ColumnId | undefined,
): Mapping {
  const roster = compiledRoster(notice);
  const known = as !== undefined && columnChoices(notice).some(({ id }) => id === as);
  const columns = mapping.columns.map((column): MappedColumn => {
    const { as: was, note: _, ...rest } = column;
    if (column.index === index) return mapped(roster, { ...rest, how: 'hand' }, as, known);
    return known && was === as ? { ...rest, how: 'none' } : column;
  });
  return { ...mapping, columns, ...missingIn(notice, columns) };
}

function missingIn(notice: RosterNotice, columns: MappedColumn[]): { missing: ColumnId[] } {
  const roster = compiledRoster(notice);
  const answered = new Set(
    columns.flatMap(({ as }) => {
      const column = as === undefined ? undefined : roster.columns.get(as);
      if (!column?.question) return [];
      return column.amounts && !column.amounts.year
        ? roster.amounts.map(({ id }) => id)
        : [column.question.id];
    }),
  );
  return { missing: notice.questions.map(({ id }) => id).filter((id) => !answered.has(id)) };
}

const widthOf = ({ rows }: Sheet): number => {
  let width = 0;
  for (const { cells } of rows) if (cells.length > width) width = cells.length;
  return width;
};
