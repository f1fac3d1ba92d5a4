/**
 * A made-up notice of the year after: other cutoffs and dates, one more specialty, another number of years, a rule
 * less, a rule more with a question of its own, and a value that a maintainer has checked. Begun as `npm run new year`
 * begins it, and finished by the edits that a maintainer would make, in content alone.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FullNotice } from '../../src/calculator/index.ts';
import { newYear } from '../../src/scripts/new/year.ts';
import { reviewRules } from '../support/reviews.ts';

export const YEAR = '2027';

/** Adds the notice, its pages and its calendar to a content folder that holds the real year. */
export function addSecondNotice(content: string): void {
  const folder = join(content, 'notices', YEAR);
  for (const path of newYear(content, YEAR)) markDone(join(content, path));
  const edit = (path: string, ...edits: [from: string, to: string][]) => {
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of edits) {
      if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
      text = text.replaceAll(from, () => to);
    }
    writeFileSync(path, text);
  };

  const was: FullNotice = parse(readFileSync(join(folder, 'notice.yaml'), 'utf8'));
  const [application, employer, office] = was.stages;
  const days = new Map([
    [was.cutoffs.service.on, '2027-11-30'],
    [was.cutoffs.evidence.on, '2027-06-20'],
    [was.issuedOn, '2027-05-24'],
    [application.opens ?? '', '2027-05-25'],
    [application.closes, '2027-06-20'],
    [employer?.closes ?? '', '2027-07-09'],
    [office?.closes ?? '', '2027-07-30'],
  ]);
  const number = was.number.slice(was.number.indexOf('〔'));

  edit(
    join(folder, 'notice.yaml'),
    [number, '〔2027〕99号'],
    [`revisedOn: ${was.revisedOn}`, 'revisedOn: 2027-05-30'],
    ...days,
    [`workdays: ${was.publicity.workdays}`, 'workdays: 5'],
    ['name: 石化工程 }', 'name: 石化工程 }\n    - { id: environment, name: 环境保护 }'],
  );

  const text = join(folder, 'text.md');
  edit(
    text,
    [number, '〔2027〕99号'],
    [
      `石化工程 ${was.specialties.list.length} 个专业`,
      `石化工程、环境保护 ${was.specialties.list.length + 1} 个专业`,
    ],
    [`不少于 ${was.publicity.workdays} 个工作日`, '不少于 5 个工作日'],
  );
  // A day keeps the way in which its clause writes it, with a year or without.
  const moved = readFileSync(text, 'utf8').replace(
    /(?:(\d{4})( ?年 ?))?(\d{1,2})( ?月 ?)(\d{1,2})(?= ?日)/g,
    (written, year, afterYear, month, afterMonth, day) => {
      const on = [year ?? was.year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
      const [y, m, d] = days.get(on)?.split('-').map(Number) ?? [];
      if (!d) return written;
      return `${year ? `${y}${afterYear}` : ''}${m}${afterMonth}${d}`;
    },
  );
  writeFileSync(text, moved);
  edit(join(content, 'documents.yaml'), ['〔2027〕127号', '〔2027〕99号']);

  const question = (id: string, text: string) =>
    new RegExp(`- id: ${id}\\n(?:.+\\n)+\\n?`).exec(text)?.[0] ?? '';
  const questions = join(folder, 'questions.yaml');
  const asked = readFileSync(questions, 'utf8');
  edit(questions, [
    question('postApproved', asked),
    `- id: safetyTraining
  type: choice
  section: 范围
  changes: person
  title: 您参加过安全培训吗？
  why: 虚构的通知要求先参加安全培训。
  clause: "3.2"
  options:
    - { value: attended, label: 参加过 }
    - { value: missed, label: 没参加 }

`,
  ]);

  const rule = (name: string) => join(folder, 'rules', `${name}.yaml`);
  edit(
    rule('01-specialty'),
    ['石化工程 6 个专业', '石化工程、环境保护 7 个专业'],
    ['lightTextile, petrochemical]', 'lightTextile, petrochemical, environment]'],
  );
  edit(
    rule('05-qualification'),
    [
      'since: heldSince\n                      years: 4\n                      met: *assistantLongEnough',
      'since: heldSince\n                      years: 5\n                      verified: { on: 2027-05-30, by: 维护者 }\n                      met: *assistantLongEnough',
    ],
    // Days that lie on either side of another cutoff and another number of years.
    ['heldSince: 2023-12-31', 'heldSince: 2022-11-30'],
    ['heldSince: 2024-01-01', 'heldSince: 2022-12-01'],
    ['skillSince: 2024-12-31', 'skillSince: 2024-11-30'],
  );
  edit(
    rule('08-integrity'),
    ['misconductOn: 2024-07-18', 'misconductOn: 2024-06-19'],
    ['misconductOn: 2024-07-19', 'misconductOn: 2024-06-20'],
  );
  rmSync(rule('07-postApproval'));
  writeFileSync(
    rule('07-safetyTraining'),
    `id: safetyTraining
title: 安全培训
asks: 有没有参加过安全培训。
standing: notice
reviewed: { on: 2027-05-30, clauses: "0" }
cites:
  - { clause: "3.2", quote: 进行不少于 5 个工作日的公示 }
tree:
  ask: safetyTraining
  branches:
    - is: attended
      outcome: met
      reason: 您参加过安全培训。
    - is: missed
      outcome: unmet
      reason: 您没有参加过安全培训。
      remedy: 先参加安全培训。

examples:
  - name: 参加过
    answers: { safetyTraining: attended }
    outcome: met
  - name: 没参加
    answers: { safetyTraining: missed }
    outcome: unmet
`,
  );
  // What leads to a rule that the year no longer has.
  edit(join(folder, 'answers/08-publicity.yaml'), [
    '[requirements, rules/postApproval]',
    '[requirements]',
  ]);
  reviewRules(folder);

  writeFileSync(
    join(content, 'calendars', `${YEAR}.yaml`),
    `year: ${YEAR}
document: holidays2027
off:
  - { name: 虚构的假期, from: 2027-06-09, to: 2027-06-11 }
worked: [2027-06-12]
`,
  );
}

/** A place as it is once somebody has looked at it: without the mark; a page also without a rule that the year no longer has. */
function markDone(path: string): void {
  const text = readFileSync(path, 'utf8')
    .replace(/^(# |<!-- |\{\/\* )待改：.*\n\n?/gm, '')
    .replace(/ # 待改：.*$/gm, '')
    .replace(/^<Rule id="postApproval" \/>$/m, '');
  writeFileSync(path, text);
}
