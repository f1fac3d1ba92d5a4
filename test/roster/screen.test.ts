import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  assess,
  carriedOver,
  isDecisive,
  metFrom,
  nextYear,
  outlook,
  parseAnswers,
} from '../../src/calculator/index.ts';
import {
  exportRoster,
  findColumns,
  mapByHand,
  type RosterRow,
  readRoster,
  readRows,
  screen,
  summaryOf,
} from '../../src/roster/index.ts';
import { anyAnswers } from '../calculator/arbitraries.ts';
import { notice, readText, sheetIn } from './support.ts';

const rowOf = (answers: Answers, at: number): RosterRow => ({
  at,
  name: `人员${at}`,
  department: '',
  answers,
  problems: [],
});

describe('a drawn roster of 20,000', () => {
  const rows = fc
    .sample(anyAnswers(1, notice), { numRuns: 20_000, seed: 127 })
    .map((answers, index) => rowOf(answers, index + 1));

  test('comes out person by person as the calculator decides', () => {
    const screened = screen(notice, rows);
    const titles = new Map(notice.rules.map(({ id, title }) => [id, title]));
    const wrong = screened.filter(({ answers, verdict, ...row }) => {
      const by = assess(notice, answers);
      const short = by.findings
        .filter((one) =>
          one.outcome === 'met' ? metFrom(notice, one) : isDecisive(notice, by, one),
        )
        .map(({ rule }) => titles.get(rule));
      return (
        by.verdict !== verdict ||
        by.earliestYear !== row.earliestYear ||
        by.earliestYearMadeUp !== row.earliestYearMadeUp ||
        row.short.replace(/：.*?(?=；|$)/g, '') !== short.join('；')
      );
    });
    expect(wrong).toEqual([]);
    const { people, verdicts } = summaryOf(notice, screened);
    expect(people).toBe(20_000);
    for (const [verdict, count] of Object.entries(verdicts)) {
      expect(count).toBe(
        rows.filter(({ answers }) => assess(notice, answers).verdict === verdict).length,
      );
    }
  });

  test('comes out under the next notice as under this one moved on', () => {
    const moved = nextYear(notice);
    const some = rows.slice(0, 3000);
    const verdicts = screen(notice, some, { next: true }).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(
      some.map(({ answers }) => assess(moved, carriedOver(moved, answers)).verdict),
    );
  });

  test('has a day by which to act only where amounts are short', () => {
    const [{ closes }] = notice.stages;
    for (const { answers, verdict, by, earliestYearMadeUp } of screen(notice, rows)) {
      const unmet = assess(notice, answers).findings.filter(({ outcome }) => outcome === 'unmet');
      const kinds = unmet.map(({ shortfall }) => shortfall?.kind);
      const isInTime = kinds.length > 0 && kinds.every((kind) => kind === 'amounts');
      const then = earliestYearMadeUp === undefined ? undefined : `${notice.year}-12-31`;
      expect(by).toBe(verdict === 'outOfScope' ? undefined : isInTime ? closes : then);
    }
  });

  test('says of next year what leaves it open, and nothing of amounts that nobody can have yet', () => {
    const titles = new Map(notice.rules.map(({ id, title }) => [id, title]));
    for (const row of screen(notice, rows.slice(0, 3000), { next: true })) {
      const { year, items } = outlook(notice, row.answers);
      const open = items.filter(
        ({ state, year: of }) =>
          !['holds', 'byTime'].includes(state) && !(state === 'toDo' && of === year),
      );
      const told = row.short
        .replace(/：.*?(?=；|$)/g, '')
        .split('；')
        .filter(Boolean);
      expect(new Set(told)).toEqual(new Set(open.map(({ rule }) => titles.get(rule))));
      if (row.nextYear === 'ready') expect(row.short).toBe('');
    }
  });

  test('never promises a next year that the outlook does not give', () => {
    for (const { answers, nextYear: state, verdict } of screen(notice, rows.slice(0, 3000))) {
      const states = outlook(notice, answers).items.map((item) => item.state);
      if (verdict === 'likely') expect(state).toBeUndefined();
      else expect(state === 'no').toBe(states.includes('notByThen'));
      if (state === 'ready' || state === 'toDo') expect(states).not.toContain('ask');
    }
  });
});

test('who may apply only from a day on within the window is said to, beside a good result', () => {
  const fitting: Answers = {
    ...{ target: 'engineer', specialty: 'informationTechnology', employer: 'provincialEnterprise' },
    ...{ work: 'engineering', inService: 'yes', route: 'education', education: 'bachelor' },
    ...{ heldTitle: 'assistantEngineer', heldSince: '2022-12-31' },
    credits: {
      2024: { total: 90, professional: 60 },
      2025: { total: 96, professional: 72 },
      2026: { total: 90, professional: 60 },
    },
  };
  const [row] = screen(notice, [rowOf({ ...fitting, misconductOn: '2023-07-18' }, 2)]);
  expect(row).toMatchObject({ verdict: 'likely', short: '诚信：2026-07-19 起才能申报' });
  expect(row).not.toHaveProperty('by');
});

describe('hostile tables', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      ...[
        '__proto__',
        'constructor',
        'toString',
        '=1+1',
        '@SUM(A1)',
        '-2',
        '\t',
        '"',
        "'",
        '😀',
        '\u0000',
      ],
      ...[
        '本科',
        '2022.6',
        '96（专业72）',
        '≥90',
        '工程师',
        '初级',
        '9'.repeat(400),
        '合计',
        '姓名',
      ],
      ...notice.roster.columns.flatMap(({ headers }) => headers),
      ...notice.roster.columns.flatMap(({ values = [] }) => values.flatMap(({ words }) => words)),
    ),
  );

  test('are read without a throw, and give answers that the calculator takes', async () => {
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 12 }), {
      minLength: 2,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const quoted = rows.map((cells) =>
          cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','),
        );
        const result = await readRoster(notice, { text: quoted.join('\r\n') });
        if ('problem' in result) {
          expect(['empty', 'onlyHeader']).toContain(result.problem.code);
          return;
        }
        const sheet = sheetIn(result);
        const mapping = findColumns(notice, sheet);
        for (const row of screen(notice, readRows(notice, sheet, mapping))) {
          expect(parseAnswers(notice, row.answers)).toEqual({ answers: row.answers });
        }
      }),
      { numRuns: 300, seed: 16 },
    );
  });

  test('with the names of prototypes as headers change nothing and lose nothing', async () => {
    const { sheet, mapping, rows } = await readText(
      '姓名\t学历\t__proto__\tconstructor\thasOwnProperty\n甲\t本科\tx\ty\tz',
    );
    expect(rows).toMatchObject([{ name: '甲', answers: { education: 'bachelor' } }]);
    expect(mapping.columns.map(({ title }) => title)).toContain('__proto__');
    expect(sheet.rows[1]?.cells).toEqual(['甲', '本科', 'x', 'y', 'z']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('with people named twice say of whom', async () => {
    const { rows } = await readText('姓名\t部门\n甲\t一部\n甲\t二部\n甲\t一部');
    expect(rows.map(({ sameAs }) => sameAs)).toEqual([undefined, undefined, 2]);
  });

  test('with one column twice take what both say, and nothing where they differ', async () => {
    const { mapping, rows } = await readText('姓名\t学历\t学历\n甲\t本科\t大专');
    expect(mapping.columns.map(({ as }) => as)).toEqual(['name', 'education', 'education']);
    expect([rows[0]?.answers, rows[0]?.problems.map(({ kind }) => kind)]).toEqual([
      { education: 'unsure' },
      ['decide'],
    ]);
  });

  test('repeat their headers on every page', async () => {
    const { rows } = await readText('姓名\t学历\n甲\t本科\n姓名\t学历\n乙\t大专');
    expect(rows.map(({ name }) => name)).toEqual(['甲', '乙']);
  });
});

describe('a column that was not recognised', () => {
  test('is read as what the person says', async () => {
    const { sheet, mapping } = await readText('姓名\t评上的时候\n甲\t2020');
    const mapped = mapByHand(notice, mapping, 1, 'heldSince');
    expect(mapped.missing).not.toContain('heldSince');
    expect(readRows(notice, sheet, mapped)[0]?.answers).toEqual({ heldSince: '2020-12-31' });
    expect(mapByHand(notice, mapped, 1, undefined)).toMatchObject({ missing: mapping.missing });
  });
});

describe('what holds for everybody', () => {
  test('fills what a row says nothing of, and nothing that it says wrongly', async () => {
    const forAll = { inService: 'yes', education: 'bachelor' };
    const { rows } = await readText('姓名\t学历\n甲\t\n乙\t大专\n丙\t???x', forAll);
    expect(rows.map(({ answers }) => answers)).toEqual([
      { inService: 'yes', education: 'bachelor' },
      { inService: 'yes', education: 'college' },
      { inService: 'yes' },
    ]);
  });
});

describe('a file to take away', () => {
  const HOSTILE = ['=1+1', '+cmd', '-cmd|x', '@SUM(1)', '＝1+1', '\r=1', ' =1'];
  const TEXT = `姓名\t学历\t证书编号\t身份证号\t备注\n${HOSTILE.map(
    (value, at) =>
      `人员${at}\t本科\t${at ? '202133010000123456' : '00123'}\t330100199001010011\t"${value}"`,
  ).join('\n')}`;
  const taken = async (kind: 'xlsx' | 'csv') => {
    const { sheet, mapping, rows } = await readText(TEXT);
    const file = await exportRoster(
      notice,
      { sheet, mapping, rows: screen(notice, rows), on: '2026-07-01' },
      kind,
    );
    return { sheet, file, again: sheetIn(await readRoster(notice, file)) };
  };

  test.each(['xlsx', 'csv'] as const)(
    'as %s holds verdict, reasons, clauses, version and day',
    async (kind) => {
      const { again, file } = await taken(kind);
      const { out } = notice.roster;
      const [head, first] = again.rows;
      const at = (title: string) => String(first?.cells[head?.cells.indexOf(title) ?? -1]);
      expect(at(out.verdict)).toBe(notice.wording.verdicts.incomplete.label);
      expect(at(out.reasons)).toContain('［');
      expect(at(out.clauses)).toMatch(/一|二|三|四/);
      expect([at(out.version), at(out.on)]).toEqual([notice.version, '2026-07-01']);
      expect(file.name).toMatch(new RegExp(`2026-07-01\\.${kind}$`));
      expect(new TextDecoder().decode(file.bytes)).not.toContain('330100199001010011');
    },
  );

  test('as .xlsx gives back the roster’s own columns unchanged, as text and never as formulas', async () => {
    const { sheet, again, file } = await taken('xlsx');
    const own = (of: typeof sheet) =>
      of.rows.slice(1).map(({ cells }) => [0, 1, 2, 4].map((at) => cells[at]));
    const back = again.rows.slice(1).map(({ cells }) => cells.slice(0, 4));
    expect(back).toEqual(own(sheet));
    const { unzipSync } = await import('fflate');
    const parts = Object.values(unzipSync(file.bytes)).map((part) =>
      new TextDecoder().decode(part),
    );
    expect(parts.join('')).not.toMatch(/<f[ >]/);
  });

  test('as .csv begins no cell as a formula, and keeps digits from being rounded', async () => {
    const { file } = await taken('csv');
    const text = new TextDecoder().decode(file.bytes);
    const { default: Papa } = await import('papaparse');
    const cells = Papa.parse<string[]>(text.slice(1)).data.flat();
    const begins = cells.filter((one) => /^[\s]*[=+\-@＝＋－＠]/.test(one));
    expect(begins.filter((one) => !/^="\d+"$/.test(one))).toEqual([]);
    expect(cells).toContain('="202133010000123456"');
    expect(cells).toContain('="00123"');
  });
});
