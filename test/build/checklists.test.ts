/** The checklists as the server writes them: what somebody without scripts reads, ticks and prints. */
import { readFileSync } from 'node:fs';
import words from 'virtual:words/units/checklist';
import { describe, expect, test } from 'vitest';
import { loadNotice, loadReference } from '../../src/notices/index.ts';

const notice = await loadNotice('2026');
const { checklists } = await loadReference(notice);

describe.each(['employer', 'office'])('the page of the %s', (role) => {
  const html = readFileSync(`dist/${role}s/checklist/index.html`, 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const groups = checklists.find((one) => one.role === role)?.groups ?? [];
  const items = groups.flatMap((group) => group.items);

  test('has a box to tick for every item', () => {
    expect(items.length).toBeGreaterThan(15);
    for (const { id } of items) expect(main).toMatch(new RegExp(`<input[^>]* data-item="${id}"`));
  });

  test('says beside every item whose word it is, and links to where it is said', () => {
    const rows = main.split('<li').filter((row) => row.includes('data-item="'));
    expect(rows).toHaveLength(items.length);
    items.forEach(({ clauses, documents, standing, isElsewhere }, index) => {
      const row = rows[index] ?? '';
      for (const clause of clauses) expect(row).toContain(`/2026/notice/text/#clause-${clause}"`);
      for (const id of documents) expect(row).toContain(`/documents/#${id}"`);
      expect(row).toContain(isElsewhere ? words.elsewhere : words[standing ?? 'ours']);
    });
  });
});

test('what the notice asks of each of them is on its list', () => {
  const clausesOf = (role: string) =>
    (checklists.find((one) => one.role === role)?.groups ?? []).flatMap(({ items }) =>
      items.filter(({ standing }) => standing === 'notice').flatMap(({ clauses }) => clauses),
    );
  expect(clausesOf('employer')).toEqual(
    expect.arrayContaining(['1.1', '1.2.1', '1.2.2', '2.1', '2.3', '3.1.1', '3.2', '4.1', '4.2.1']),
  );
  expect(clausesOf('office')).toEqual(expect.arrayContaining(['3.3.1', '4.1', '4.2.2']));
});
