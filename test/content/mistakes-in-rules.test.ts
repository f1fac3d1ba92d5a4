import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Mistake, messageOf, problems, testMistakes, toldOf, withCopy } from './mutate.ts';

const RULES = {
  specialty: 'notices/2026/rules/01-specialty.yaml',
  employer: 'notices/2026/rules/02-employer.yaml',
  qualification: 'notices/2026/rules/03-qualification.yaml',
  continuingEducation: 'notices/2026/rules/04-continuingEducation.yaml',
  postApproval: 'notices/2026/rules/05-postApproval.yaml',
  integrity: 'notices/2026/rules/06-integrity.yaml',
};
type Rule = keyof typeof RULES;

const mistakes: (Mistake & { rule: Rule })[] = [
  {
    name: 'a clause is unknown',
    from: '{ clause: "2.1", quote: 技能人才',
    to: '{ clause: "2.9", quote: 技能人才',
    rule: 'specialty',
    field: 'tree.branches.1.cites.0.clause',
    on: '"2.9"',
    says: /没有条款 2\.9/,
  },
  {
    name: 'a quotation is not in its clause',
    from: 'quote: 省属企业和事业单位的人员可以申报。 }',
    to: 'quote: 省属企业和单位的人员可以申报。 }',
    rule: 'employer',
    field: 'cites.0.quote',
    on: '省属企业和单位',
    says: /条款 1\.2 里没有这句话，要照抄原文/,
  },
  {
    name: 'a quotation is of another clause',
    from: '{ clause: "1.1", quote: 能源',
    to: '{ clause: "1.2", quote: 能源',
    rule: 'specialty',
    field: 'cites.0.quote',
    on: '{ clause: "1.2", quote: 能源',
    says: /没有这句话/,
  },
  {
    name: 'a branch is missing',
    from: 'is: [energy, materials]',
    to: 'is: [energy]',
    rule: 'specialty',
    field: 'tree.branches',
    on: '- is: [energy]',
    says: /specialty 还缺分支：materials/,
  },
  {
    name: 'a branch for dates is missing',
    from: '    - is: date\n      barred: misconductOn',
    to: '    - is: other\n      barred: misconductOn',
    rule: 'integrity',
    field: 'tree.branches',
    on: '- is: none\n      outcome: met\n      reason: 您没有因造假',
    says: /misconductOn 还缺分支：date/,
  },
  {
    name: 'a branch is for a value that does not exist',
    from: 'is: [government, other]',
    to: 'is: [government, other, army]',
    rule: 'employer',
    field: 'tree.branches.2.is',
    on: 'army',
    says: /employer 没有 army 这个选项/,
  },
  {
    name: 'a branch is for a value that cannot come this far',
    from: '    - is: provincialInstitution\n      ask: postApproved',
    to: '    - is: [provincialInstitution, other]\n      ask: postApproved',
    rule: 'postApproval',
    field: 'tree.branches.0.is',
    on: '- is: [provincialInstitution, other]',
    says: /走不到这里/,
  },
  {
    name: 'a value has two branches',
    from: '    - is: [government, other]\n',
    to: '    - is: [government, provincialEnterprise, other]\n',
    rule: 'employer',
    field: 'tree.branches.2.is',
    on: '[government, provincialEnterprise, other]',
    says: /provincialEnterprise 写了两次/,
  },
  {
    name: 'a question is unknown',
    from: 'ask: misconductOn',
    to: 'ask: misconduct',
    rule: 'integrity',
    field: 'tree.ask',
    on: 'ask: misconduct',
    says: /没有题目 misconduct/,
  },
  {
    name: 'time runs from an unknown question',
    from: 'since: startedWorkOn',
    to: 'since: started',
    rule: 'qualification',
    field: 'tree.branches.1.branches.1.branches.1.since',
    on: 'since: started',
    says: /没有题目 started/,
  },
  {
    name: 'time runs from a question that asks no date',
    from: 'since: startedWorkOn',
    to: 'since: heldTitle',
    rule: 'qualification',
    field: 'tree.branches.1.branches.1.branches.1.since',
    on: 'since: heldTitle',
    says: /heldTitle 不是日期题/,
  },
  {
    name: 'a ban is not in the branch for dates',
    from: '- is: date\n      barred: misconductOn',
    to: '- is: date\n      barred: heldSince',
    rule: 'integrity',
    field: 'tree.branches.2.barred',
    on: 'barred: heldSince',
    says: /is: date 分支/,
  },
  {
    name: 'a slot is unknown',
    from: '您申报{specialty}，在 {',
    to: '您申报{speciality}，在 {',
    rule: 'specialty',
    field: 'tree.branches.0.reason',
    on: '{speciality}',
    says: /不能用 \{speciality\}，可以用：.*specialty/,
  },
  {
    name: 'a slot is of another kind of node',
    from: '您没有因造假被认定过。',
    to: '您没有因造假被认定过，差 {short}。',
    rule: 'integrity',
    field: 'tree.branches.0.reason',
    on: '您没有因造假被认定过，差',
    says: /不能用 \{short\}/,
  },
  {
    name: 'a slot is unknown in the remedy of an amount',
    from: '{eachYear} 年再登记 {more} 学时',
    to: '{eachYear} 年再登记 {mroe} 学时',
    rule: 'continuingEducation',
    field: 'tree.least.0.remedy.thisYear',
    on: '{mroe}',
    says: /不能用 \{mroe\}/,
  },
  {
    name: 'an amount is unknown',
    from: '- amount: professional',
    to: '- amount: private',
    rule: 'continuingEducation',
    field: 'tree.least.1.amount',
    on: 'amount: private',
    says: /total、professional、public 之一/,
  },
  {
    name: 'a value rests on an unknown document',
    from: 'basis: [provincialCredits]',
    to: 'basis: [nationalHours]',
    rule: 'continuingEducation',
    field: 'basis.0',
    on: 'nationalHours',
    says: /documents\.yaml 里没有 nationalHours/,
  },
  {
    name: 'a national value has no basis',
    from: 'basis: [provincialCredits]\n',
    to: '',
    rule: 'continuingEducation',
    field: 'standing',
    on: 'standing: reference\noriginals: [creditRules]',
    says: /basis/,
  },
  {
    name: 'a national value does not say where the original is',
    from: 'originals: [creditRules]\n',
    to: '',
    rule: 'continuingEducation',
    field: 'standing',
    on: 'standing: reference\nbasis: [provincialCredits]',
    says: /originals/,
  },
  {
    name: 'a rule applies by a question that is not asked before it',
    from: 'appliesWhen:\n  question: employer\n  is: [provincialInstitution, centralInstitution]',
    to: 'appliesWhen:\n  question: education\n  is: [doctor]',
    rule: 'postApproval',
    field: 'appliesWhen.question',
    on: 'question: education',
    says: /前面某条规则/,
  },
  {
    name: 'a rule applies for a value that does not exist',
    from: '  is: [provincialInstitution, centralInstitution]',
    to: '  is: [provincialInstitution, centralInstitution, navy]',
    rule: 'postApproval',
    field: 'appliesWhen.is',
    on: 'navy',
    says: /没有 navy/,
  },
  {
    name: 'its name is not that of its file',
    from: 'id: integrity',
    to: 'id: honesty',
    rule: 'integrity',
    field: 'id',
    on: 'id: honesty',
    says: /把文件改名为 06-honesty\.yaml，或者改正 id/,
  },
  {
    name: 'a node is of no kind',
    from: '      outcome: met\n      reason: 您没有因造假被认定过。',
    to: '      reason: 您没有因造假被认定过。',
    rule: 'integrity',
    field: 'tree.branches.0',
    on: 'is: none\n      reason: 您没有因造假',
    says: /每个节点要写、且只写一个：ask、outcome/,
  },
  {
    name: 'a node is of two kinds',
    from: '      outcome: met\n      reason: 您没有因造假被认定过。',
    to: '      outcome: met\n      ask: route\n      reason: 您没有因造假被认定过。',
    rule: 'integrity',
    field: 'tree.branches.0',
    on: 'is: none\n      outcome: met\n      ask: route',
    says: /只写一个/,
  },
  {
    name: 'an outcome is unknown',
    from: '      outcome: met\n      reason: 您没有因造假被认定过。',
    to: '      outcome: yes\n      reason: 您没有因造假被认定过。',
    rule: 'integrity',
    field: 'tree.branches.0.outcome',
    on: 'outcome: yes',
    says: /met、unmet 或 review/,
  },
  {
    name: 'an outcome has no reason',
    from: '      reason: 您没有因造假被认定过。\n',
    to: '',
    rule: 'integrity',
    field: 'tree.branches.0.reason',
    on: 'is: none\n      outcome: met\n    - is: unsure',
    says: /要写一段文字/,
  },
  {
    name: 'years are no number',
    from: 'years: 1\n',
    to: 'years: 一年\n',
    rule: 'qualification',
    field: 'tree.branches.1.branches.1.branches.1.years',
    on: 'years: 一年',
    says: /要写整数年数/,
  },
  {
    name: 'a check against the original does not say who did it',
    from: 'tree:\n  ask: target',
    to: 'tree:\n  verified: { on: 2026-07-01 }\n  ask: target',
    rule: 'qualification',
    field: 'tree.verified.by',
    on: 'verified: { on: 2026-07-01 }',
    says: /要写一段文字/,
  },
  {
    name: 'a reason types the years that its step counts',
    from: '{years} 年到 {endsOn} 为止，已过',
    to: '3 年到 {endsOn} 为止，已过',
    rule: 'integrity',
    field: 'tree.branches.2.met.reason',
    on: '，3 年到',
    says: /“3 年”不要手写，写 \{years\} 年。/,
  },
  {
    name: 'a remedy types them in words, where the branch does not say them',
    from: 'remedy: 问所在单位和受理点。',
    to: 'remedy: 问所在单位和受理点，满三年再申报。',
    rule: 'integrity',
    field: 'tree.branches.1.remedy',
    on: '满三年',
    says: /“三年”不要手写，写 \{years\} 年，并给这一支写上 years: 3。/,
  },
  {
    name: 'a reason types an amount that has to be reached',
    from: '年都够。',
    to: '年 90 学时都够。',
    rule: 'continuingEducation',
    field: 'tree.branches.0.reason',
    on: '年 90 学时',
    says: /“90”不要手写，写 \{total\}。/,
  },
  {
    name: 'a review is of a day before the notice was out',
    from: 'reviewed: { on: 2026-07-01',
    to: 'reviewed: { on: 2026-06-23',
    rule: 'integrity',
    field: 'reviewed.on',
    on: '2026-06-23',
    says: /通知 2026-06-24 才发，2026-06-23 还不能复核。/,
  },
  {
    name: 'a review is of a day to come',
    from: 'reviewed: { on: 2026-07-01',
    to: 'reviewed: { on: 9026-07-01',
    rule: 'integrity',
    field: 'reviewed.on',
    on: '9026-07-01',
    says: /9026-07-01 还没有到。/,
  },
  {
    name: 'a check against the original is of a day to come',
    from: 'tree:\n  ask: target',
    to: 'tree:\n  verified: { on: 9026-07-01, by: 某人 }\n  ask: target',
    rule: 'qualification',
    field: 'tree.verified.on',
    on: 'verified: { on: 9026-07-01',
    says: /9026-07-01 还没有到。/,
  },
  {
    name: 'a standing is unknown',
    from: 'standing: reference',
    to: 'standing: rumour',
    rule: 'qualification',
    field: 'standing',
    on: 'rumour',
    says: /notice、reference 或 manual/,
  },
];

describe('loadNotice, when in a rule’s file', () => {
  testMistakes(mistakes.map((mistake) => ({ ...mistake, file: RULES[mistake.rule] })));

  test('time runs from a question that may be answered without a date, says so', async () => {
    const { message } = await toldOf({
      file: RULES.qualification,
      from: `              outcome: met
              reason: 您是{education}，{by}申报工程师不看现有职称和年限。
`,
      to: `              since: skillSince
              years: 1
              met: { reason: 满了。 }
              unmet: { reason: 没满。 }
`,
    });
    expect(message).toContain('skillSince');
  });

  test('a node has an unknown key, names it', async () => {
    const { message } = await toldOf({
      file: RULES.integrity,
      from: '      outcome: met\n      reason: 您没有因造假被认定过。',
      to: '      outcome: met\n      reson: x\n      reason: 您没有因造假被认定过。',
    });
    expect(message).toContain('reson');
    expect(message).toContain(' tree.branches「none」.reson：没有“reson”这一项。是不是 reason？');
  });

  test('two files hold one rule, says so of the later', async () => {
    const message = await withCopy((folder) => {
      const again = join(folder, 'notices/2026/rules/07-employer.yaml');
      cpSync(join(folder, RULES.employer), again);
    }, messageOf);
    expect(message).toContain('rules/07-employer.yaml 第 1 行 id：规则 employer 写了两次');
  });

  test('two files have one number, says so of the later, with one that is free', async () => {
    const message = await withCopy((folder) => {
      const at = (name: string) => join(folder, 'notices/2026/rules', name);
      renameSync(at('05-postApproval.yaml'), at('04-postApproval.yaml'));
    }, messageOf);
    expect(problems(message)).toEqual([
      'content/notices/2026/rules/04-postApproval.yaml 次序 04 已经用在 04-continuingEducation.yaml。换一个没用过的，例如改名为 05-postApproval.yaml。',
    ]);
  });

  test.each(['05-postApproval.yml', '05-postApproval.YAML'])(
    'a file is called %s, asks for the ending that is read',
    async (name) => {
      const message = await withCopy((folder) => {
        const at = (name: string) => join(folder, 'notices/2026/rules', name);
        renameSync(at('05-postApproval.yaml'), at(name));
      }, messageOf);
      expect(problems(message)).toEqual([
        `content/notices/2026/rules/${name} 文件名要以 .yaml 结尾，不然不会读。改名为 05-postApproval.yaml。`,
      ]);
    },
  );

  test('there is none, asks for one', async () => {
    const message = await withCopy(
      (folder) => rmSync(join(folder, 'notices/2026/rules'), { recursive: true }),
      messageOf,
    );
    expect(problems(message)).toEqual([
      'content/notices/2026/rules/ 没有规则。至少写一条，一条一个文件，例如 01-specialty.yaml。',
    ]);
  });
});
