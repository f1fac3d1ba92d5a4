/**
 * Workbooks of .xlsx as they leave this room. Texts are inline strings, which no program takes for formulas, and are
 * marked as quoted, so that they stay text when somebody edits them.
 */
import { Zip, ZipDeflate } from 'fflate';
import { letterOf } from '../letterOf.ts';
import type { Pace } from '../pace.ts';
import type { Cell } from '../types.ts';
import { isFormula, LONGEST_CELL } from './cells.ts';

export interface OutSheet {
  name: string;
  rows: Cell[][];
  /** In characters, by column. */
  widths?: number[];
  /** The first row is a header: bold, and it stays in sight. */
  header?: boolean;
  /** Lists to choose from, for the cells below the header. */
  lists?: { column: number; options: string[] }[];
}

/** Rows for which a list is offered. */
const LISTED_ROWS = 2000;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** So that the same content is the same file. */
const MADE = new Date(1980, 0, 1);

/** The cell formats, by their place in `styles.xml`. */
const STYLE = { plain: 0, head: 1, text: 2, quoted: 3 } as const;

export async function xlsxOf(sheets: OutSheet[], going?: Pace): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, data) => {
    if (error) failed = error;
    else parts.push(data);
  });
  const encoder = new TextEncoder();
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = MADE;
    zip.add(file);
    return (text: string, last: boolean) => file.push(encoder.encode(text), last);
  };
  const put = (path: string, xml: string) => open(path)(HEAD + xml, true);

  put('[Content_Types].xml', contentTypes(sheets.length));
  put(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  put('xl/workbook.xml', workbook(sheets));
  put('xl/_rels/workbook.xml.rels', relations(sheets.length));
  put('xl/styles.xml', STYLES);
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0) || 1;
  let done = 0;
  for (const [index, sheet] of sheets.entries()) {
    const write = open(`xl/worksheets/sheet${index + 1}.xml`);
    write(HEAD + beginning(sheet), false);
    for (let at = 0; at < sheet.rows.length; at += 200) {
      const some = sheet.rows.slice(at, at + 200);
      write(some.map((cells, offset) => row(cells, at + offset, sheet.header)).join(''), false);
      done += some.length;
      await going?.step(done / total);
    }
    write(ending(sheet), true);
  }
  zip.end();
  if (failed) throw failed;
  return joined(parts);
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function contentTypes(count: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${type}.${kind}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, index) =>
    override(`worksheets/sheet${index + 1}`, 'worksheet'),
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${sheets.join('')}</Types>`;
}

function workbook(sheets: OutSheet[]): string {
  const named = sheets.map(
    ({ name }, index) =>
      // Excel refuses longer names, and those with these signs.
      `<sheet name="${escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${named.join('')}</sheets></workbook>`;
}

function relations(count: number): string {
  const one = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const sheets = Array.from({ length: count }, (_, index) =>
    one(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${one(count + 1, 'styles', 'styles.xml')}</Relationships>`;
}

const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function beginning({ header, widths }: OutSheet): string {
  const frozen = header
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '';
  const columns = (widths ?? []).map((width, index) => {
    const at = index + 1;
    return `<col min="${at}" max="${at}" width="${width}" style="${STYLE.text}" customWidth="1"/>`;
  });
  const cols = columns.length ? `<cols>${columns.join('')}</cols>` : '';
  return `<worksheet xmlns="${MAIN}">${frozen}${cols}<sheetData>`;
}

function row(cells: Cell[], index: number, header: boolean | undefined): string {
  const at = index + 1;
  const isHead = header && index === 0;
  const written = cells.map((cell, column) => {
    if (cell === '') return '';
    const place = `${letterOf(column)}${at}`;
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    const style = isHead ? STYLE.head : isFormula(cell) ? STYLE.quoted : STYLE.text;
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, LONGEST_CELL))}</t></is></c>`;
  });
  return `<row r="${at}">${written.join('')}</row>`;
}

function ending({ lists = [] }: OutSheet): string {
  const rules = lists.map(({ column, options }) => {
    const at = letterOf(column);
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${at}2:${at}${LISTED_ROWS}"><formula1>${escaped(`"${options.join(',')}"`)}</formula1></dataValidation>`;
  });
  const validations = rules.length
    ? `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
    : '';
  return `</sheetData>${validations}</worksheet>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without what XML cannot hold: most of the characters below the space, and halves of pairs. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');
