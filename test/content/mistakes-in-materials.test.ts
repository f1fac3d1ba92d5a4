import { describe } from 'vitest';
import { inFile, type Mistake, testMistakes } from './mutate.ts';

const file = 'notices/2026/materials.yaml';

const mistakes: Mistake[] = [
  {
    name: 'a clause is unknown',
    from: 'clause: "3.1"\n    documents',
    to: 'clause: "3.9"\n    documents',
    field: 'items.0.clause',
    on: '"3.9"',
    says: /没有条款 3\.9。可以写：0、1\.1/,
  },
  {
    name: 'nobody gets it ready',
    from: 'actor: applicant',
    to: 'actor: person',
    field: 'items.0.actor',
    on: 'actor: person',
    says: /没有角色 person。可以写：applicant、employer/,
  },
  {
    name: 'a document is unknown',
    from: 'documents: [creditRules]',
    to: 'documents: [credits]',
    field: 'items.3.documents.0',
    on: 'credits]',
    says: /documents\.yaml 里没有 credits/,
  },
  {
    name: 'it depends on a question that is not asked',
    from: 'question: route, is: skilled',
    to: 'question: way, is: skilled',
    field: 'items.2.when.question',
    on: 'way,',
    says: /没有题目 way/,
  },
  {
    name: 'it depends on a question that has no such option',
    from: 'question: route, is: skilled',
    to: 'question: heldSince, is: skilled',
    field: 'items.2.when.is',
    on: 'heldSince',
    says: /heldSince 没有选项 skilled。可以写：unsure/,
  },
  {
    name: 'it depends on an answer that cannot be given',
    from: 'question: credits, is: notWorking',
    to: 'question: credits, is: idle',
    field: 'items.4.when.is',
    on: 'idle',
    says: /credits 没有选项 idle。可以写：enough、notWorking、unsure/,
  },
  {
    name: 'it depends on an extra that nobody can choose',
    from: 'extra: papers',
    to: 'extra: books',
    field: 'items.6.extra',
    on: 'books',
    says: /extras 里没有 books。可以写：papers/,
  },
  {
    name: 'an extra brings nothing',
    from: 'extras:\n',
    to: 'extras:\n  - { id: patents, label: 专利, clause: "1.3" }\n',
    field: 'extras.0.id',
    on: 'patents',
    says: /没有材料用到 patents/,
  },
  {
    name: 'a slot is mistyped',
    from: '"{creditYears}',
    to: '"{years}',
    field: 'items.3.text',
    on: '"{years}',
    says: /不能用 \{years\}，可以用：.*creditYears/,
  },
  {
    name: 'an id stands twice',
    from: 'id: titleCertificates',
    to: 'id: account',
    field: 'items.1.id',
    on: 'account\n    actor: applicant\n    text: 学历',
    says: /account 写了两次/,
  },
];

describe('loadNotice, when in materials.yaml', () => {
  testMistakes(inFile(file, mistakes));
});
