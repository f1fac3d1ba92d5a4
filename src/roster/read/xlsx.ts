/**
 * Workbooks of .xlsx: cells as text and numbers, dates as text, formulas by the values that were last worked out. The
 * zip is fflate's and the XML saxen's; what is here knows only which element says what.
 */
import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { Parser } from 'saxen';
import type { Pace } from '../pace.ts';
import { dayOfSerial } from '../serialDay.ts';
import type { Cell, SheetRow } from '../types.ts';
import {
  MOST_COLUMNS,
  MOST_ROWS,
  MOST_UNPACKED,
  type RawSheet,
  rowOf,
  Unreadable,
} from './limits.ts';

/** Characters of a sheet that are parsed in one go. */
const CHUNK = 1 << 17;
/** Bytes of a packed file that are unpacked in one go; XML packs to a tenth and less. */
const PACKED = 1 << 14;
const MOST_SHEETS = 40;
const MOST_MERGED = 20_000;
/** Excel's own limit. */
const LAST_ROW = 1_048_576;

/**
 * @param most bytes that it may unpack to
 * @throws Unreadable, and Cancelled from `going`
 */
export async function readXlsx(
  bytes: Uint8Array,
  going: Pace,
  most = MOST_UNPACKED,
): Promise<RawSheet[]> {
  const files = directoryOf(bytes, most);
  const has = (path: string) => files.has(path);
  // What the files claim to unpack to may be less than it is.
  const room = { left: most };
  const textOf = async (path: string): Promise<string> => {
    const real = files.get(path);
    if (real === undefined) throw new Unreadable('damaged');
    const long = await unpacked(bytes, real, room, going);
    if (long !== undefined) return long;
    const file = damagedUnless(() => unzipSync(bytes, { filter: ({ name }) => name === real }))[
      real
    ];
    if (!file) throw new Unreadable('damaged');
    return new TextDecoder().decode(file);
  };

  const root = relationsOf(has('_rels/.rels') ? await textOf('_rels/.rels') : '', '');
  const main =
    root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!has(main) || !main.endsWith('.xml')) throw new Unreadable('notATable');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const parts = relationsOf(has(relations) ? await textOf(relations) : '', folder);
  const part = (type: string) => parts.find((one) => one.type.endsWith(`/${type}`))?.target;
  const { sheets, from1904 } = workbookOf(await textOf(main));
  const stringsAt = part('sharedStrings');
  const stylesAt = part('styles');
  await going.step(0.02);
  const shared = stringsAt && has(stringsAt) ? await stringsOf(await textOf(stringsAt), going) : [];
  const dated = stylesAt && has(stylesAt) ? datedStyles(await textOf(stylesAt)) : [];

  const read: RawSheet[] = [];
  const wanted = sheets.slice(0, MOST_SHEETS).flatMap(({ name, hidden, relation }) => {
    const path = parts.find(
      (one) => one.id === relation && one.type.endsWith('/worksheet'),
    )?.target;
    return path !== undefined && has(path) ? [{ name, hidden, path }] : [];
  });
  // Nothing is said here of a chart or a macro's sheet.
  if (wanted.length === 0) throw new Unreadable(sheets.length ? 'damaged' : 'notATable');
  for (const [index, { name, hidden, path }] of wanted.entries()) {
    const share = (done: number) => 0.1 + (0.9 * (index + done)) / wanted.length;
    const sheet = await sheetOf(await textOf(path), { shared, dated, from1904 }, (done) =>
      going.step(share(done)),
    );
    read.push({ name, hidden, from1904, ...sheet });
  }
  return read;
}

/** The files that matter, by their path in lower case: some programs write other cases than they refer to. */
function directoryOf(bytes: Uint8Array, most: number): Map<string, string> {
  const files = new Map<string, string>();
  let unpacked = 0;
  damagedUnless(() =>
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        if (/\/(?:drawings|media|theme|charts|printerSettings|comments)\//i.test(name))
          return false;
        unpacked += originalSize;
        files.set(name.replaceAll('\\', '/').toLowerCase(), name);
        return false;
      },
    }),
  );
  if (unpacked > most) throw new Unreadable('tooLarge');
  return files;
}

/**
 * One file's text, unpacked in slices. Nothing where a walk along the archive does not find it whole: the list at the
 * archive's end, by which the caller goes then, has the last word on what is in it.
 */
async function unpacked(
  bytes: Uint8Array,
  name: string,
  room: { left: number },
  going: Pace,
): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let state = 'looking' as 'looking' | 'whole' | 'wrong' | 'tooLarge';
  const archive = new Unzip((file) => {
    if (file.name !== name || state !== 'looking') return;
    file.ondata = (error, data, final) => {
      if (error) state = 'wrong';
      room.left -= data?.length ?? 0;
      if (room.left < 0) state = 'tooLarge';
      if (state !== 'looking') return;
      text += decoder.decode(data, { stream: !final });
      if (final) state = 'whole';
    };
    file.start();
  });
  archive.register(UnzipInflate);
  for (let from = 0; from < bytes.length && state === 'looking'; from += PACKED) {
    try {
      archive.push(bytes.subarray(from, from + PACKED), from + PACKED >= bytes.length);
    } catch {
      return undefined;
    }
    await going.step(0.02);
  }
  if (state === 'tooLarge') throw new Unreadable('tooLarge');
  return state === 'whole' ? text : undefined;
}

function damagedUnless<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw error instanceof RangeError && /alloc|length/i.test(error.message)
      ? error
      : new Unreadable('damaged');
  }
}

interface Handlers {
  open?: (name: string, attribute: (name: string) => string) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Walks along XML. Prefixes of names are left out: some programs write `x:row`. */
function walk(xml: string, { open, close, text }: Handlers): void {
  const parser = new Parser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('openTag', (name, attributes, decode) => {
    open?.(local(name), (wanted) => {
      const all: Record<string, string> = attributes();
      return Object.hasOwn(all, wanted) ? decode(all[wanted] as string) : '';
    });
  });
  parser.on('closeTag', (name) => close?.(local(name)));
  parser.on('text', (value, decode) => text?.(decode(value)));
  parser.on('cdata', (value) => text?.(value));
  parser.on('error', () => {
    throw new Unreadable('damaged');
  });
  parser.parse(xml);
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

function relationsOf(xml: string, folder: string): Relation[] {
  const relations: Relation[] = [];
  if (xml === '') return relations;
  walk(xml, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target');
      const path = target.startsWith('/')
        ? target.slice(1)
        : `${folder}${target.replace(/^\.\//, '')}`;
      relations.push({ id: attribute('Id'), type: attribute('Type'), target: path.toLowerCase() });
    },
  });
  return relations;
}

function workbookOf(xml: string) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  let from1904 = false;
  walk(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute('date1904'));
      if (name === 'sheet') {
        const hidden = /hidden/i.test(attribute('state'));
        sheets.push({
          name: attribute('name'),
          hidden,
          relation: attribute('r:id') || attribute('id'),
        });
      }
    },
  });
  return { sheets, from1904 };
}

/** The texts that cells refer to. Readings for pronunciation are no part of them. */
async function stringsOf(xml: string, going: Pace): Promise<string[]> {
  const strings: string[] = [];
  let now = '';
  let inText = false;
  let aside = false;
  const handlers: Handlers = {
    open(name) {
      if (name === 'si') now = '';
      else if (name === 'rPh') aside = true;
      inText = name === 't';
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(now));
      else if (name === 'rPh') aside = false;
      inText = false;
    },
    text(value) {
      if (inText && !aside) now += value;
    },
  };
  for (const { text } of partsOf(xml, 'si')) {
    walk(text, handlers);
    await going.step(0.05);
  }
  return strings;
}

/** What the formats of a workbook's cells are: whether each shows a day. */
function datedStyles(xml: string): boolean[] {
  const own = new Map<string, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  walk(xml, {
    open(name, attribute) {
      if (name === 'numFmt') own.set(attribute('numFmtId'), isDayFormat(attribute('formatCode')));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = attribute('numFmtId');
        styles.push(own.get(id) ?? isBuiltInDay(Number(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 36 ||
  (id >= 50 && id <= 58);

/** yyyy/m/d, yyyy"年"m"月", [$-804]… ; not h:mm alone, and no number with a word behind it. */
function isDayFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  return /[yd]/i.test(bare) && !/[#0?]/.test(bare.replace(/s\.0+/gi, ''));
}

interface Context {
  shared: string[];
  dated: boolean[];
  from1904: boolean;
}

const isTrue = (text: string) => /^(?:1|true)$/.test(text);

async function sheetOf(
  xml: string,
  { shared, dated, from1904 }: Context,
  step: (done: number) => Promise<void>,
): Promise<Pick<RawSheet, 'rows' | 'hiddenColumns' | 'hiddenRows'>> {
  const rows: SheetRow[] = [];
  const hiddenColumns: number[] = [];
  const hidden = new Set<SheetRow>();
  const merged: [top: number, bottom: number, column: number][] = [];
  let at = 0;
  let cells: Cell[] = [];
  let isHidden = false;
  let index = -1;
  let type = '';
  let style = 0;
  let value = '';
  let into: 'v' | 't' | '' = '';
  let inData = false;
  let aside = false;

  const put = () => {
    const cell = cellValue();
    if (cell === '') return;
    if (index >= MOST_COLUMNS) throw new Unreadable('tooManyColumns', { row: at });
    while (cells.length < index) cells.push('');
    cells[index] = cell;
  };
  const cellValue = (): Cell => {
    if (value === '') return '';
    if (type === 's') return shared[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return value.slice(0, 10);
    if (type === 'str' || type === 'inlineStr' || type === 'e') return unescaped(value);
    const number = asShown(Number(value));
    // Longer numbers than a program can hold keep their digits.
    if (!Number.isFinite(number) || /^\d{16,}$/.test(value)) return value;
    return dated[style] && number >= 1 && number < 300_000 ? dayOfSerial(number, from1904) : number;
  };
  const handlers: Handlers = {
    open(name, attribute) {
      into = '';
      if (name === 'c') {
        const place = attribute('r');
        index = place ? columnOf(place) : index + 1;
        type = attribute('t');
        style = Number(attribute('s')) || 0;
        value = '';
      } else if (name === 'v') into = 'v';
      else if (name === 't' && inData && !aside) into = 't';
      else if (name === 'rPh') aside = true;
      else if (name === 'row') {
        const number = Number(attribute('r'));
        at = Number.isInteger(number) && number > 0 && number <= LAST_ROW ? number : at + 1;
        isHidden = isTrue(attribute('hidden'));
        cells = [];
        index = -1;
        inData = true;
      } else if (name === 'col' && isTrue(attribute('hidden'))) {
        const last = Math.min(Number(attribute('max')) || 0, MOST_COLUMNS);
        for (let column = Number(attribute('min')) || 1; column <= last; column += 1)
          hiddenColumns.push(column - 1);
      } else if (name === 'mergeCell' && merged.length < MOST_MERGED) {
        const [, left = '', top, right, bottom] =
          /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute('ref')) ?? [];
        if (top && bottom && left === right)
          merged.push([Number(top), Number(bottom), columnOf(left)]);
      }
    },
    close(name) {
      into = '';
      if (name === 'c') put();
      else if (name === 'rPh') aside = false;
      else if (name === 'row') {
        inData = false;
        const row = rowOf(at, cells);
        if (row) rows.push(row);
        if (row && isHidden) hidden.add(row);
        if (rows.length > MOST_ROWS) throw new Unreadable('tooManyRows');
      }
    },
    text(text) {
      if (into === 'v') value = text;
      else if (into === 't') value += text;
    },
  };
  for (const { text, done } of partsOf(xml, 'row')) {
    walk(text, handlers);
    await step(done);
  }
  rows.sort((a, b) => a.at - b.at);
  spread(rows, merged);
  // Nobody is lost where a program numbered two rows alike.
  for (const [index, row] of rows.entries())
    row.at = Math.max(row.at, (rows[index - 1]?.at ?? 0) + 1);
  const hiddenRows = rows.filter((row) => hidden.has(row)).map((row) => row.at);
  return { rows, hiddenColumns, hiddenRows };
}

/** With fifteen digits, as spreadsheets show what they have worked out: 90, not 90.00000000000001. */
const asShown = (number: number): number =>
  Number.isInteger(number) ? number : Number(number.toPrecision(15));

/** A cell that spans several rows says the same of each. */
function spread(rows: SheetRow[], merged: [number, number, number][]): void {
  if (merged.length === 0) return;
  const byNumber = new Map(rows.map((row) => [row.at, row.cells]));
  let filled = 0;
  for (const [top, bottom, column] of merged) {
    const value = byNumber.get(top)?.[column];
    if (value === undefined || value === '') continue;
    for (let at = top + 1; at <= bottom && filled < MOST_ROWS; at += 1, filled += 1) {
      const cells = byNumber.get(at);
      if (!cells) continue;
      while (cells.length < column) cells.push('');
      if ((cells[column] ?? '') === '') cells[column] = value;
    }
  }
}

/** The XML cut behind closing tags, each piece made whole, so that a long sheet is parsed in slices. */
function* partsOf(xml: string, tag: string): Generator<{ text: string; done: number }> {
  const end = new RegExp(`</(?:\\w+:)?${tag}\\s*>`, 'g');
  const head = xml.search(new RegExp(`<(?:\\w+:)?${tag}[\\s>/]`));
  const last = lastEnd(xml, end);
  if (head < 0 || last < 0 || xml.length < CHUNK) {
    yield { text: xml, done: 1 };
    return;
  }
  // What stands before and behind the rows is one piece: together it is whole.
  const frame = xml.slice(0, head) + xml.slice(last);
  yield { text: frame, done: 0 };
  let from = head;
  while (from < last) {
    end.lastIndex = from + CHUNK;
    const found = end.exec(xml);
    const to = found && end.lastIndex < last ? end.lastIndex : last;
    yield { text: `<part>${xml.slice(from, to)}</part>`, done: to / xml.length };
    from = to;
  }
}

function lastEnd(xml: string, end: RegExp): number {
  for (let back = 4096; ; back *= 16) {
    let last = -1;
    end.lastIndex = Math.max(0, xml.length - back);
    for (let found = end.exec(xml); found; found = end.exec(xml)) last = end.lastIndex;
    if (last >= 0 || back > xml.length) return last;
  }
}

/** B12 → 1 */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length && at < 4; at += 1) {
    const letter = place.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** _x000D_ and the like, as Excel writes what XML cannot hold. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
