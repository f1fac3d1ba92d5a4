/** Reviews rules whose clauses a test has changed, as a maintainer would: each gets the fingerprint of what stands now. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FullNotice, Rule } from '../../src/calculator/index.ts';
import { clausesBehind } from '../../src/notices/index.ts';
import { fingerprint, parseText } from '../../src/notices/text.ts';

/** @param folder a notice's, in a copy of the content */
export function reviewRules(folder: string): void {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const facts: FullNotice = parse(read('notice.yaml'));
  const clauses = parseText('text.md', read('text.md'));
  let text = read('rules.yaml');
  const rules: Rule[] = parse(text);
  for (const rule of rules) {
    const behind = clausesBehind(facts, rule);
    const now = fingerprint(clauses.filter(({ id }) => behind.includes(id)));
    const block = new RegExp(`(- id: ${rule.id}\\n[\\s\\S]*?clauses: )"\\w+"`);
    text = text.replace(block, (_, before: string) => `${before}"${now}"`);
  }
  writeFileSync(join(folder, 'rules.yaml'), text);
}
