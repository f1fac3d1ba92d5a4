/** Which column is what: by headers, in any order, below a title, in one row or two. */
import { asText, type Compiled, columnChoices, compiledRoster, normal, PARTS } from './compiled.ts';
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

/** What a column that says when, and not of what, may be of: by a group's name or the header of a column. */
function whatHappened({ when }: Compiled, title: string, as: ColumnId | undefined) {
  const known = when.of.find(({ column }) => column === kindOf(as));
  if (known || as !== undefined) return known;
  const whole = normal(title);
  return when.of.find(({ words }) => words.some((word) => whole.includes(word)));
}

/** Of the columns on schooling any tells that. */
const kindOf = (as: ColumnId | undefined): ColumnId | undefined =>
  as !== undefined && SCHOOLING.includes(as) ? 'education' : as;
const SCHOOLING: ColumnId[] = ['education', 'degree', 'countedEducation', 'firstEducation'];

interface Title {
  /** Of both rows. */
  text: string;
  /** Of the row that names groups, where there are two. */
  group: string;
  own: string;
  found: ColumnId | undefined;
}

const isWhen = ({ when }: Compiled, header: string): boolean =>
  [...formsOf(header)].some((form) => when.headers.has(form));

/** What the column at a place is, whose header says when and not of what. */
function whenOf(roster: Compiled, titles: Title[], at: number): ColumnId | undefined {
  const { when } = roster;
  const { group, own } = titles[at] as Title;
  const byGroup = group && whatHappened(roster, group, lookUp(roster, group));
  if (byGroup) return byGroup.as;
  for (let left = at - 1; left >= 0; left -= 1) {
    const beside = titles[left] as Title;
    if (beside.group !== group) break;
    const what = whatHappened(roster, beside.text, beside.found);
    if (what) return what.as;
    const between = normal(beside.own);
    if (beside.found || !when.past.some((word) => between.includes(word))) break;
  }
  const forms = [...formsOf(own)];
  const alone = when.alone.find(({ headers }) => forms.some((form) => headers.has(form)));
  // Another column that it could be of, or another such column: nobody can tell.
  const others = titles.some(
    (other, index) =>
      index !== at &&
      ((other.found !== undefined && other.found === alone?.as) ||
        isWhen(roster, other.own) ||
        when.of.some(({ column, as }) => as !== alone?.as && column === kindOf(other.found))),
  );
  return others ? undefined : alone?.as;
}

function lookUp(roster: Compiled, header: string): ColumnId | undefined {
  for (const form of formsOf(header)) {
    const found = roster.headers.get(form);
    if (found) return found;
  }
  return amountsOf(roster, normal(header).replace(REMARK, ''));
}

/** A year's amounts, or a part of them: 2024年学时, 2024年继续教育其中专业, 2024年度公需. */
function amountsOf({ words, credits, amounts }: Compiled, header: string) {
  const { question } = words.credits;
  const year = amounts.find(({ part }) => header.includes(part));
  if (!year) return credits.sums.has(header) ? question : undefined;
  const rest = header
    .replace(/专业技术(?:人员|人才)?/g, '')
    .replace(new RegExp(`${year.part}(?:年度?)?`), '');
  // A column on several years says nothing of one.
  if (amounts.some(({ part }) => rest.includes(part))) return question;
  const holds = (list: string[]) => list.some((word) => rest.includes(word));
  const parts = PARTS.filter((part) => holds(credits[part]));
  // “其中专业” within “总学时（其中专业）” names both: one column for the two.
  const part = parts.length === 1 ? `.${parts[0]}` : '';
  if (holds(credits.headers)) return `${year.id}${part}`;
  const exact = parts[0] && credits[parts[0]].includes(rest);
  return exact ? `${year.id}${part}` : undefined;
}

/** 其中专业, to the right of a column of one year's amounts: a part of the same. */
function partOf(
  { columns, credits }: Compiled,
  header: string,
  left: ColumnId | undefined,
): ColumnId | undefined {
  const column = left === undefined ? undefined : columns.get(left);
  if (!column?.amounts?.year) return undefined;
  const word = normal(header).replace(REMARK, '');
  const part = PARTS.find((one) => credits[one].includes(word));
  return part && part !== column.amounts.part ? `${column.question?.id}.${part}` : undefined;
}

/** Why a column with this header is never read, where it is not. */
export function privateBy(roster: Compiled, header: string): string | undefined {
  const whole = normal(header);
  return roster.private.find(({ headers }) => headers.some((word) => whole.includes(word)))?.what;
}

/** Whether a column only counts the rows. */
const isNumber = ({ numbers }: Compiled, title: string): boolean =>
  [...formsOf(title)].some((form) => numbers.has(form));

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
  const titles: Title[] = [];
  let group = '';
  for (let index = 0; index < width; index += 1) {
    const above = asText(upper?.cells[index]);
    const below = asText(lower?.cells[index]);
    // A group's name stands in the first of its cells alone, merged or not.
    if (above !== '') group = above;
    else if (!lower || below === '') group = '';
    // A header merged over both rows says the same in each.
    const both = lower && group !== '' && below !== '' && below !== group;
    const own = below || above;
    titles.push(
      both
        ? { text: `${group} ${below}`, group, own, found: inGroup(roster, group, below) }
        : { text: own, group: '', own, found: lookUp(roster, own) },
    );
  }
  const found = titles.map((title, index) =>
    title.found === undefined && isWhen(roster, title.own)
      ? whenOf(roster, titles, index)
      : title.found,
  );
  for (const [index, { group, own }] of titles.entries()) {
    if (found[index] === undefined && titles[index - 1]?.group === group)
      found[index] = partOf(roster, own, found[index - 1]);
  }
  const known = titles.map(
    ({ text, own }, index) =>
      found[index] ??
      privateBy(roster, text) ??
      (isWhen(roster, own) ? `when ${index}` : undefined) ??
      (isNumber(roster, text) ? 'number' : undefined),
  );
  return {
    rows,
    titles: titles.map(({ text }) => text.replace(/\s+/g, ' ').trim()),
    found,
    score: new Set(known.filter(Boolean)).size,
  };
}

/** What a header below a group's name says: with it, else alone, unless the whole group answers nothing. */
function inGroup(roster: Compiled, group: string, below: string): ColumnId | undefined {
  const whole = lookUp(roster, `${group}${below}`);
  if (whole) return whole;
  const all = lookUp(roster, group);
  const column = all === undefined ? undefined : roster.columns.get(all);
  return column && !column.question && !column.shows ? all : lookUp(roster, below);
}

const isTitle = ({ cells }: SheetRow): boolean =>
  cells.filter((cell) => asText(cell) !== '').length < 2;

/** The rows of headers, or none where no two columns are known, nor one in the first row. */
export function findHead(roster: Compiled, rows: SheetRow[]): Head | undefined {
  let best: Head | undefined;
  const looked = rows.slice(0, LOOKED_AT);
  for (const [index, row] of looked.entries()) {
    const next = looked[index + 1];
    const single = headOf(roster, [row]);
    // One cell above the others is the table's title, merged or not.
    const double =
      next?.at === row.at + 1 && !isTitle(row) ? headOf(roster, [row, next]) : undefined;
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
  const taken = new Map<ColumnId, string>();
  const unread = new Set(
    sheet.notRead.filter(({ cells }) => cells === undefined).map(({ column }) => column),
  );
  const columns: MappedColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    if (unread.has(index)) continue;
    const title = head?.titles[index] ?? '';
    const as = head?.found[index];
    if (as === undefined && isNumber(roster, title)) {
      columns.push({ index, title, how: 'header', note: roster.words.numbers.note });
      continue;
    }
    const before = as === undefined ? undefined : taken.get(as);
    const first = as !== undefined && (before === undefined || isToo(roster, as, before, title));
    if (as !== undefined && before === undefined) taken.set(as, normal(title));
    columns.push(mapped(roster, { index, title, how: first ? 'header' : 'none' }, as, first));
  }
  return {
    header: head?.rows.map(({ at }) => at) ?? [],
    columns,
    skipped: [],
    ...missingIn(notice, columns),
  };
}

/** Whether one more column that says the same is read too, and compared with the first in each row. */
function isToo({ columns }: Compiled, as: ColumnId, before: string, title: string): boolean {
  const column = columns.get(as);
  if (!column?.question) return false;
  return !column.free || before === normal(title);
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
