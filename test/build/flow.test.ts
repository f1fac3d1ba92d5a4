import { describe, expect, test } from 'vitest';
import { type Assessment, assess, type Node, type Verdict } from '../../src/calculator/index.ts';
import { clauseParts } from '../../src/components/notice/clause-parts.ts';
import { ruleFlow, type Step, textsOf, verdictFlow } from '../../src/components/rules/chart.ts';
import {
  INDENT,
  layOut,
  pieces,
  WIDTH,
  widthOf,
  wrap,
} from '../../src/components/rules/chart-layout.ts';
import { valuesToVerify } from '../../src/components/rules/values.ts';
import { verdictWays } from '../../src/components/rules/verdicts.ts';
import { nodesOf } from '../../src/notices/index.ts';
import { cases, changedNotice, notice, parsed } from '../content/2026/support.ts';

const charts: [string, Step[]][] = [
  ...notice.rules.map((rule): [string, Step[]] => [rule.id, ruleFlow(notice, rule)]),
  ['verdict', verdictFlow(notice)],
];
const WIDTHS: [width: number, indent: number][] = [
  [WIDTH, INDENT],
  [608, 36],
];
const placed = charts.flatMap(([id, steps]) =>
  WIDTHS.map(([width, indent]) => ({ id, width, steps, layout: layOut(steps, width, indent) })),
);

describe('wrap', () => {
  test('keeps a short text whole', () => {
    expect(wrap('满 2 年', 200)).toEqual(['满 2 年']);
  });

  test('breaks Chinese anywhere, and no line is wider than asked', () => {
    const lines = wrap('您现在有哪一级工程系列职称', 80);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
    expect(lines.join('')).toBe('您现在有哪一级工程系列职称');
  });

  test('never breaks a date or number', () => {
    const lines = wrap('满年限的那天（算到 2026-12-31）', 130);
    expect(lines.some((line) => line.includes('2026-12-31'))).toBe(true);
  });

  test('begins no line with closing and ends none with opening punctuation', () => {
    const text = '先取得（助理工程师），再满“年限”。问《评审条件》；好吗？';
    for (let width = 40; width < 300; width += 5) {
      for (const line of wrap(text, width)) {
        expect(line).not.toMatch(/^[、，。；：？！）”》]|[（“《]$/);
      }
    }
  });

  test('keeps the line breaks of the text', () => {
    expect(wrap('甲\n乙', 200)).toEqual(['甲', '乙']);
  });
});

describe('the layout', () => {
  test.each(placed)('of $id at $width px holds every text of the chart', ({ steps, layout }) => {
    const shown = layout.texts.map(({ lines }) => lines.map(({ text }) => text).join(''));
    const wanted = textsOf(steps).map((text) => text.replaceAll('\n', ''));
    expect(shown.toSorted()).toEqual(wanted.toSorted());
  });

  test.each(placed)('of $id at $width px lets nothing reach over its edges', ({ layout }) => {
    for (const { x, lines, kind } of layout.texts) {
      expect(x).toBeGreaterThanOrEqual(0);
      for (const { y, text } of lines) {
        const size = kind === 'note' ? 13 : 15;
        expect(x + widthOf(text.trimEnd(), size)).toBeLessThanOrEqual(layout.width);
        expect(y).toBeLessThan(layout.height);
      }
    }
    for (const { x, y, width, height } of layout.boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(layout.width);
      expect(y + height).toBeLessThanOrEqual(layout.height);
    }
  });

  test.each(placed)('of $id at $width px lays no text or box over another', ({ layout }) => {
    const { boxes } = layout;
    const overlap = (a: (typeof boxes)[number], b: typeof a) =>
      a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    boxes.forEach((box, index) => {
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
    });
    const lines = layout.texts.flatMap(({ x, lines, kind }) =>
      lines.map(({ y, text }) => ({
        x,
        y: y - 12,
        width: widthOf(text.trimEnd(), kind === 'note' ? 13 : 15),
        height: 14,
      })),
    );
    lines.forEach((line, index) => {
      for (const other of lines.slice(index + 1)) expect(overlap(line, other)).toBe(false);
    });
  });

  test.each(placed)('of $id at $width px is cut through no text or box', ({ layout }) => {
    const found = pieces(layout, 720);
    expect(found[0]?.top).toBe(0);
    expect(found.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(layout.height);
    for (const { top, height } of found) {
      expect(height).toBeLessThanOrEqual(720);
      for (const box of layout.boxes) {
        expect(box.y < top && box.y + box.height > top).toBe(false);
      }
      for (const { y } of layout.texts.flatMap(({ lines }) => lines)) {
        expect(y - 12 < top && y + 4 > top).toBe(false);
      }
    }
  });
});

describe('a rule’s chart', () => {
  const questionsIn = (node: Node): string[] => {
    if ('ask' in node) return [node.ask, ...node.branches.flatMap(questionsIn)];
    if ('since' in node) return [node.since];
    return 'each' in node ? [node.each] : [];
  };

  test.each(notice.rules)('$id has a text for every question of its tree', (rule) => {
    const text = textsOf(ruleFlow(notice, rule)).join('\n');
    for (const id of questionsIn(rule.tree)) {
      const question = notice.questions.find(
        (one) => one.id === id || one.id.startsWith(`${id}.`),
      )!;
      // One title stands for all years of an amounts question.
      const [start = ''] =
        question.type === 'amounts' ? question.title.split(question.part) : [question.title];
      expect(text).toContain(start || question.title.slice(5));
    }
  });

  test('says of a national value whose it is, and of a checked one when', () => {
    const rule = notice.rules.find(({ id }) => id === 'continuingEducation')!;
    expect(textsOf(ruleFlow(notice, rule))).toContain('参考口径·待核');
    const checked = { ...rule, tree: { ...rule.tree, verified: { on: '2026-09-01', by: '某人' } } };
    expect(textsOf(ruleFlow(notice, checked))).not.toContain('参考口径·待核');
  });
});

describe('the verdicts', () => {
  /** What each way says, as code. */
  const holds: Record<Verdict, (assessment: Assessment) => boolean> = {
    outOfScope: ({ findings }) =>
      findings.some(({ rule, outcome }) => {
        const isScope = notice.rules.find(({ id }) => id === rule)?.scope;
        return isScope === true && outcome === 'unmet';
      }),
    ineligible: ({ findings }) =>
      findings.some(({ outcome, standing }) => outcome === 'unmet' && standing === 'notice'),
    unlikely: ({ findings }) => findings.some(({ outcome }) => outcome === 'unmet'),
    incomplete: ({ missing }) => missing.length > 0,
    review: ({ findings }) => findings.some(({ outcome }) => outcome === 'review'),
    likely: ({ findings }) => findings.every(({ outcome }) => outcome === 'met'),
  };

  test('are told in the order in which the calculator tries them', () => {
    const order = verdictWays(notice).map(({ verdict }) => verdict);
    expect(order).toHaveLength(6);
    for (const { name, answers } of cases('eligibility')) {
      const assessment = assess(notice, parsed(answers));
      const first = order.find((verdict) => holds[verdict](assessment));
      // A rule of which it is not known yet whether it applies has no finding, and then something is missing.
      expect(first, name).toBe(assessment.verdict);
    }
  });

  test('leave no slot open in their words', () => {
    for (const { when, asks } of verdictWays(notice)) expect(when + asks).not.toMatch(/[{}]/);
  });
});

describe('the values to verify', () => {
  const of = (id: string, from = notice) =>
    valuesToVerify(from, from.rules.find((rule) => rule.id === id)!).map(({ value }) => value);

  test('are those of the rules with a national standing', () => {
    expect(of('specialty')).toEqual([]);
    const nodes = (id: string) => nodesOf(notice.rules.find((rule) => rule.id === id)!.tree);
    const [credits = ''] = of('continuingEducation');
    for (const node of nodes('continuingEducation')) {
      const least = 'least' in node ? node.least : [];
      for (const { value } of least) expect(credits).toContain(`不少于 ${value}`);
      if (least.length) expect(credits.match(/不少于/g)).toHaveLength(least.length);
    }
    const years = nodes('qualification').flatMap((node) => ('since' in node ? node.years : []));
    expect(years.length).toBeGreaterThan(0);
    expect(of('qualification').filter((value) => value.startsWith('满 '))).toEqual(
      years.map((count) => `满 ${count} 年`),
    );
  });

  test('are fewer once a value has been verified', () => {
    const verified = changedNotice((copy) => {
      copy.rules.find(({ id }) => id === 'continuingEducation')!.tree.verified = {
        on: '2026-09-01',
        by: '某人',
      };
    });
    expect(of('continuingEducation', verified)).toEqual([]);
  });
});

describe('clauseParts', () => {
  const told = (paragraph: string, quotes?: string[]) =>
    clauseParts(paragraph, quotes).map(({ kind, text, marked }) => [kind, text, marked]);

  test('tells bold text and addresses', () => {
    expect(told('**一、范围**查<https://a.cn/b>。')).toEqual([
      ['strong', '一、范围', false],
      ['text', '查', false],
      ['link', 'https://a.cn/b', false],
      ['text', '。', false],
    ]);
  });

  test('marks a quotation although white space differs', () => {
    expect(told('核验近三年(2024-2026) 年度学时', ['近三年 (2024-2026)年度'])).toEqual([
      ['text', '核验', false],
      ['text', '近三年(2024-2026) 年度', true],
      ['text', '学时', false],
    ]);
  });

  test('marks nothing for words that are not there', () => {
    expect(told('甲乙', ['丙'])).toEqual([['text', '甲乙', false]]);
  });

  test('loses no character of any clause', () => {
    for (const { paragraphs } of notice.clauses) {
      for (const paragraph of paragraphs) {
        const text = clauseParts(paragraph, ['工程师']).map((part) => part.text);
        expect(text.join('')).toBe(paragraph.replaceAll('**', '').replace(/<(http[^>]+)>/g, '$1'));
      }
    }
  });
});
