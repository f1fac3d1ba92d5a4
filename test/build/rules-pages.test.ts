import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answers, assess, explain } from '../../src/calculator/index.ts';
import { ruleFlow, textsOf, verdictFlow } from '../../src/components/rules/chart.ts';
import { loadReference } from '../../src/notices/index.ts';
import { plainText } from '../../src/notices/read/text.ts';
import type { SearchData } from '../../src/search/index.ts';
import { notice } from '../content/2026/support.ts';

const DIST = join(import.meta.dirname, '../../dist');
const reference = await loadReference(notice);

/** The main part of a built page. */
function pageAt(path: string): string {
  const html = readFileSync(join(DIST, path, 'index.html'), 'utf8');
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
}
/** What a reader sees, without white space. */
function bare(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s/g, '');
}
const squeeze = (text: string) => text.replace(/\s/g, '');
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([whole]) => whole);

describe.each(notice.rules)('the page of $id', (rule) => {
  const { id } = rule;
  const html = pageAt(`2026/rules/${id}`);
  const text = bare(html);

  test('says what it asks, whose word it is and where', () => {
    expect(text).toContain(squeeze(rule.asks));
    expect(text).toContain(squeeze(notice.wording.standings[rule.standing].label));
    for (const { label } of rule.cites) expect(text).toContain(squeeze(`通知 ${label}`));
  });

  test('quotes whole clauses as they stand in the notice, with links to them', () => {
    const quoted = all(html, /<figure[^>]*data-clause="[^"]+"[\s\S]*?<\/figure>/g);
    const ids = quoted.map((figure) => /data-clause="([^"]+)"/.exec(figure)?.[1]);
    for (const { clause } of rule.cites) expect(ids).toContain(clause);
    quoted.forEach((figure, index) => {
      const clause = notice.clauses.find((one) => one.id === ids[index])!;
      const quote = /<blockquote[\s\S]*<\/blockquote>/.exec(figure)?.[0] ?? '';
      expect(bare(quote)).toBe(plainText(clause));
      expect(figure).toContain(`/2026/notice/text/#clause-${clause.id}"`);
    });
  });

  test('marks in them the words on which the rule rests', () => {
    const marked = bare(all(html, /<mark[\s\S]*?<\/mark>/g).join(''));
    for (const { quote } of rule.cites) expect(marked).toContain(squeeze(quote));
  });

  test('has a chart with every text of the tree', () => {
    const drawn = all(html, /<svg[^>]*role="img"[\s\S]*?<\/svg>/g);
    expect(drawn.length).toBeGreaterThanOrEqual(1);
    for (const svg of drawn) {
      expect(svg).toMatch(/<title[^>]*>[^<]+/);
      expect(svg).toMatch(/<desc[^>]*>[^<]+/);
    }
    const shown = bare(drawn.join(''));
    for (const words of textsOf(ruleFlow(notice, rule))) expect(shown).toContain(squeeze(words));
  });

  test('shows of every example what the calculator makes of it', () => {
    const examples = reference.examples.filter((example) => example.rule === id);
    const items = all(html, /<li[^>]*data-outcome="[\s\S]*?<\/li>/g);
    expect(items).toHaveLength(examples.length);
    examples.forEach(({ name, answers }, index) => {
      const item = items[index]!;
      expect(bare(item)).toContain(squeeze(name));
      const finding = assess(notice, answers as Answers).findings.find((one) => one.rule === id);
      expect(item).toContain(`data-outcome="${finding?.outcome ?? 'none'}"`);
      if (!finding) return;
      expect(bare(item)).toContain(notice.wording.outcomes[finding.outcome]);
      const { reason, remedy = '' } = explain(notice, finding);
      expect(bare(item)).toContain(squeeze(reason));
      expect(bare(item)).toContain(squeeze(remedy));
    });
  });

  test('says what is open, and whom to ask', () => {
    for (const one of reference.openPoints.filter((point) => point.rule === id)) {
      expect(text).toContain(squeeze(one.point));
    }
  });

  test('names the documents that its values come from and those that would settle them', () => {
    for (const name of [...(rule.basis ?? []), ...(rule.originals ?? [])]) {
      const document = notice.documents.find((one) => one.id === name)!;
      expect(text).toContain(squeeze(document.shortTitle ?? document.title));
    }
  });

  test('is linked from where its table stands', () => {
    const back = all(html, /href="\/2026\/[^"]*#rule-\w+"/g);
    expect(back.length).toBeGreaterThan(0);
    for (const link of back) {
      const [, path = ''] = /href="\/([^#]*)#/.exec(link) ?? [];
      expect(pageAt(path)).toContain(`href="/2026/rules/${id}/"`);
    }
  });
});

describe('the page of all rules', () => {
  const html = pageAt('2026/rules');

  test('lists the rules in the order in which they decide', () => {
    const list = /<ol class="rules[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
    const linked = all(list, /\/2026\/rules\/\w+\//g).map((href) => href.split('/')[3]);
    expect(linked).toEqual(notice.rules.map(({ id }) => id));
  });

  test('has a row for each verdict, in their order, in the words of the results', () => {
    const rows = all(html, /<tr data-verdict="[\s\S]*?<\/tr>/g);
    expect(rows.map((row) => /data-verdict="(\w+)"/.exec(row)?.[1])).toEqual([
      ...['outOfScope', 'ineligible', 'unlikely', 'incomplete', 'review', 'likely'],
    ]);
    const { verdicts } = notice.wording;
    Object.entries(verdicts).forEach(([id, { label }]) => {
      const row = rows.find((one) => one.includes(`data-verdict="${id}"`));
      expect(bare(row ?? '')).toContain(squeeze(label));
    });
  });

  test('has a chart with every rule and every verdict', () => {
    const shown = bare(all(html, /<svg[^>]*role="img"[\s\S]*?<\/svg>/g).join(''));
    for (const words of textsOf(verdictFlow(notice))) expect(shown).toContain(squeeze(words));
    for (const { title } of notice.rules) expect(shown).toContain(squeeze(title));
    for (const { label } of Object.values(notice.wording.verdicts)) {
      expect(shown).toContain(squeeze(label));
    }
  });
});

describe('the page of open points', () => {
  const html = pageAt('2026/open-points');
  const text = bare(html);

  test('names every point, whatever it bears on', () => {
    for (const { point, about = '' } of reference.openPoints) {
      expect(text).toContain(squeeze(point));
      expect(text).toContain(squeeze(about));
    }
  });

  test('names every document whose original is not held', () => {
    for (const { title, originalHeld } of notice.documents) {
      if (originalHeld === false) expect(text).toContain(squeeze(title));
    }
  });

  test('leaves to maintainers what only they can do', () => {
    expect(text).not.toMatch(/verified|yaml|revision|维护者/);
    const theirs = readFileSync('CONTRIBUTING.md', 'utf8');
    expect(theirs).toContain('verified: { on:');
  });
});

describe('every notice', () => {
  test('has a page for each of its rules and none for anything else', () => {
    const folder = join(DIST, '2026/rules');
    const pages = readdirSync(folder, { withFileTypes: true });
    expect(pages.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).toSorted()).toEqual(
      notice.rules.map(({ id }) => id).toSorted(),
    );
  });

  test('is found in the sidebar and by the search', () => {
    const home = readFileSync(join(DIST, 'index.html'), 'utf8');
    const { pages } = JSON.parse(readFileSync(join(DIST, 'search.json'), 'utf8')) as SearchData;
    const searched = pages.map(({ path }) => path);
    for (const path of [
      '2026/rules/',
      '2026/open-points/',
      ...notice.rules.map(({ id }) => `2026/rules/${id}/`),
    ]) {
      expect(home).toContain(`href="/${path}"`);
      expect(searched).toContain(path);
    }
  });
});
