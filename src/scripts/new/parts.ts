/** Begins a rule or a question of the current year. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TO_DO } from '../../notices/index.ts';
import { Refused } from './refused.ts';

/** The years whose notices are held, oldest first. */
export const yearsIn = (content: string): string[] =>
  readdirSync(join(content, 'notices'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

function currentYear(content: string, id: string): string {
  if (!/^[a-z][a-z0-9]*$/i.test(id)) {
    throw new Refused('编号用英文字母开头，只含字母和数字，例如 npm run new rule safetyTraining。');
  }
  const year = yearsIn(content).at(-1);
  if (year === undefined) throw new Refused('content/notices/ 里还没有一年的通知。');
  return year;
}

/** A rule that asks the question of the same name. */
export function newRule(content: string, id: string): string[] {
  const year = currentYear(content, id);
  const folder = `notices/${year}/rules`;
  const names = readdirSync(join(content, folder)).filter((name) => /^\d\d-/.test(name));
  const same = names.find((name) => name.slice(3) === `${id}.yaml`);
  if (same) throw new Refused(`已经有这条规则了：content/${folder}/${same}。`);
  const last = Math.max(0, ...names.map((name) => Number(name.slice(0, 2))));
  const path = `${folder}/${String(last + 1).padStart(2, '0')}-${id}.yaml`;
  writeFileSync(
    join(content, path),
    `# 写法见 content/notices/README.md。规则按文件名前面的数排次序。
id: ${id}
title: ${TO_DO}规则叫什么
asks: ${TO_DO}这条规则看什么，写成一句话。
standing: notice # ${TO_DO}notice 通知原文，reference 参考口径，manual 须人工核实
cites:
  - { clause: "1.1", quote: ${TO_DO}照抄条款里的原话 }
# 规则写好以后，构建会给出这里要写的日期和指纹。
reviewed: { on: ${new Date().toISOString().slice(0, 10)}, clauses: "new" }
tree:
  ask: ${id}
  branches:
    - is: "yes"
      outcome: met
      reason: ${TO_DO}满足的理由
    - is: "no"
      outcome: unmet
      reason: ${TO_DO}不满足的理由
      remedy: ${TO_DO}怎么办
    - is: unsure
      outcome: review
      reason: ${TO_DO}还不清楚什么
      remedy: ${TO_DO}看哪份材料，问谁

examples:
  - name: ${TO_DO}满足的例子
    answers: { ${id}: "yes" }
    outcome: met
  - name: ${TO_DO}不满足的例子
    answers: { ${id}: "no" }
    outcome: unmet
`,
  );
  return [path];
}

/** A question with the answers yes, no and not sure, asked last. */
export function newQuestion(content: string, id: string): string[] {
  const year = currentYear(content, id);
  const path = `notices/${year}/questions.yaml`;
  const file = join(content, path);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (new RegExp(`^- id: ${id}$`, 'm').test(text)) {
    throw new Refused(`content/${path} 里已经有 ${id} 这道题了。`);
  }
  writeFileSync(
    file,
    `${text.trimEnd()}

- id: ${id}
  type: choice
  changes: person # ${TO_DO}choice 换一种选法，time 等时间，person 本人或单位去办，never 不会变
  title: ${TO_DO}怎么问
  why: ${TO_DO}为什么问
  section: ${TO_DO}进度里叫哪一部分；同一部分的题目要挨着
  clause: "1.1" # ${TO_DO}依据哪一条
  options:
    - { value: "yes", label: 是 }
    - { value: "no", label: 不是 }
    - { value: unsure, label: 不清楚 }
`,
  );
  return [path];
}
