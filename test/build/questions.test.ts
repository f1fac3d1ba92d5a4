import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../src/notices/index.ts';
import { notice } from '../content/2026/support.ts';

const DIST = join(import.meta.dirname, '../../dist');
const { answers, openPoints, terms } = await loadReference(notice);
const questions = answers.flatMap((group) => group.questions);

const pageAt = (path: string) => readFileSync(join(DIST, path, 'index.html'), 'utf8');
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
const bare = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s/g, '');

const html = mainOf(pageAt('2026/questions'));
/** The answers by the anchors of their questions. */
const shown = new Map(
  [...html.matchAll(/<details[^>]*data-answer[\s\S]*?<\/details>/g)].map(([text]) => [
    /<h3[^>]*id="([^"]+)"/.exec(text)?.[1],
    text,
  ]),
);

describe('the page of questions', () => {
  test('has each question once, at an address of its own', () => {
    expect([...shown.keys()]).toEqual(questions.map(({ id }) => id));
    const ids = idsOf(pageAt('2026/questions'));
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  });

  test('begins as its groups, each with its address and how many it holds', () => {
    const groups = [...html.matchAll(/<details data-group[\s\S]*?<\/summary>/g)].map(
      ([text]) => text,
    );
    expect(groups).toHaveLength(answers.length);
    answers.forEach(({ id, title, questions }, index) => {
      expect(groups[index]).toMatch(new RegExp(`<h2[^>]* id="${id}"`));
      expect(bare(groups[index] ?? '')).toBe(`${title}${questions.length}个问题`);
    });
  });

  test('is in the sidebar, in the search and on the page for what is not found', () => {
    for (const path of ['index.html', '404.html']) {
      expect(readFileSync(join(DIST, path), 'utf8')).toContain('href="/2026/questions/"');
    }
  });

  test.each(questions)('“$question” shows its whole answer', (one) => {
    const text = shown.get(one.id) ?? '';
    const said = bare(text);
    for (const { says, quote, clauses, documents, standing } of one.answer) {
      const days = says.split(/\d{4}-\d{2}-\d{2}/);
      for (const words of days) expect(said).toContain(words.replace(/\s/g, ''));
      if (quote) expect(said).toContain(quote.replace(/\s/g, ''));
      for (const id of clauses) expect(text).toContain(`/2026/notice/text/#clause-${id}"`);
      for (const id of documents) {
        expect(said).toContain(notice.documents.find((document) => document.id === id)?.title);
      }
      if (standing) expect(said).toMatch(/通知原文|参考口径·待核|须人工核实|已核对原文/);
    }
    if (one.ask.length > 0) expect(said).toMatch(/请问|打通知里的电话/);
    if (one.bring) expect(said).toContain(`备好：${one.bring}`.replace(/\s/g, ''));
    if (one.elsewhere) expect(said).toContain('只作提醒');
    expect(text).toContain(`href="/2026/questions/#${one.id}"`);
  });

  test('leads only to pages and places that are there', () => {
    const links = [...html.matchAll(/href="(\/[^"#]*\/)(?:#([^"]+))?"/g)];
    expect(links.length).toBeGreaterThan(200);
    for (const [, path = '', anchor] of links) {
      const page = pageAt(path);
      if (anchor !== undefined) expect(idsOf(page)).toContain(decodeURIComponent(anchor));
    }
  });
});

describe('a question shows where it arises', () => {
  const leads = (path: string, id: string) =>
    mainOf(pageAt(path)).includes(`href="/2026/questions/#${id}"`);

  test('on every rule that it leads to', () => {
    for (const { id, links } of questions) {
      for (const link of links.filter((one) => one.startsWith('rules/'))) {
        expect({ link, id, leads: leads(`2026/${link}`, id) }).toEqual({ link, id, leads: true });
      }
    }
  });

  test('on the pages of the three roles', () => {
    for (const role of ['applicant', 'employer', 'office']) {
      const page = `procedure/${role}`;
      const own = questions.filter(({ links }) =>
        links.some((link) => link.split('#')[0] === page),
      );
      expect(own.length).toBeGreaterThan(0);
      for (const { id } of own) expect(leads(`2026/${page}`, id)).toBe(true);
    }
    // What applicants are sent to the office with.
    for (const { id, ask, answer } of questions) {
      const open = answer.some(({ standing }) => standing === 'manual');
      if (open && ask.includes('office')) expect(leads('2026/procedure/office', id)).toBe(true);
    }
  });

  test('on the page of open points, beside the point that it repeats', () => {
    const repeated = questions.flatMap(({ id, answer }) =>
      answer.flatMap(({ point }) => (point === undefined ? [] : { id, point })),
    );
    expect(repeated.length).toBeGreaterThan(15);
    for (const { id, point } of repeated) {
      expect(openPoints.map((one) => one.point)).toContain(point);
      expect(leads('2026/open-points', id)).toBe(true);
    }
  });
});

describe('the page of terms', () => {
  const page = mainOf(pageAt('2026/glossary'));

  test('has each term at an address of its own, with its explanation', () => {
    const ids = idsOf(page);
    const said = bare(page);
    for (const { id, term, also, means } of terms) {
      expect(ids.filter((one) => one === id)).toHaveLength(1);
      expect(said).toContain([term, also.length > 0 ? `也叫${also.join('、')}` : ''].join(''));
      for (const { says } of means) {
        for (const words of says.split(/\d{4}-\d{2}-\d{2}/)) {
          expect(said).toContain(words.replace(/\s/g, ''));
        }
      }
    }
  });

  test('leads only to places that are there', () => {
    for (const [, path = '', anchor] of page.matchAll(/href="(\/[^"#]*\/)(?:#([^"]+))?"/g)) {
      const ids = idsOf(pageAt(path));
      if (anchor !== undefined) expect(ids).toContain(decodeURIComponent(anchor));
    }
  });
});
