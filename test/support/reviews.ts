/** Reviews rules whose clauses a test has changed, as a maintainer would: each gets the fingerprint of what stands now. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FullNotice, Rule } from '../../src/calculator/index.ts';
import { clausesBehind } from '../../src/notices/index.ts';
import { fingerprint, parseText } from '../../src/notices/read/text.ts';

/** @param folder a notice's, in a copy of the content */
export function reviewRules(folder: string): void {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const facts: FullNotice = parse(read('notice.yaml'));
  const clauses = parseText('text.md', read('text.md'));
  const rules = join(folder, 'rules');
  for (const name of readdirSync(rules)) {
    const text = readFileSync(join(rules, name), 'utf8');
    const rule: Rule = parse(text);
    const behind = clausesBehind(facts, rule);
    const now = fingerprint(clauses.filter(({ id }) => behind.includes(id)));
    writeFileSync(
      join(rules, name),
      text.replace(
        /^(reviewed: \{ on: )([\d-]+)(, clauses: )"\w+"/m,
        (_, before: string, on: string, between: string) =>
          `${before}${on < facts.issuedOn ? facts.issuedOn : on}${between}"${now}"`,
      ),
    );
  }
}
