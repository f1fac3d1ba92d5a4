import { describe, expect, test } from 'vitest';
import { inFile, lineOf, type Mistake, problems, testMistakes, toldOf } from './mutate.ts';

const file = 'notices/2026/notice.yaml';

const mistakes: Mistake[] = [
  {
    name: 'a field is missing',
    from: 'issuer: 某省样例厅\n',
    to: '',
    field: 'issuer',
    on: 'format: 1',
    says: /要写一段文字/,
  },
  {
    name: 'a date does not exist',
    from: 'on: 2026-12-31',
    to: 'on: 2026-02-29',
    field: 'cutoffs.service.on',
    on: '2026-02-29',
    says: /要写真实的日期/,
  },
  {
    name: 'a date is written otherwise',
    from: 'issuedOn: 2026-06-24',
    to: 'issuedOn: 2026/6/24',
    field: 'issuedOn',
    on: '2026/6/24',
    says: /要写真实的日期，例如 2026-07-19/,
  },
  {
    name: 'a stage has no closing date',
    from: '    closes: 2026-07-31\n',
    to: '',
    field: 'stages.1.closes',
    on: 'id: employerReview',
    says: /要写真实的日期/,
  },
  {
    name: 'the first stage has no opening date',
    from: '    opens: 2026-06-25\n',
    to: '',
    field: 'stages.0',
    on: 'id: application',
    says: /opens/,
  },
  {
    name: 'a stage closes before it opens',
    from: 'opens: 2026-06-25',
    to: 'opens: 2026-07-20',
    field: 'stages.0.closes',
    on: 'closes: 2026-07-19',
    says: /不能早于 opens/,
  },
  {
    name: 'the stages are out of order',
    from: 'closes: 2026-07-31',
    to: 'closes: 2026-07-01',
    field: 'stages.1.closes',
    on: 'closes: 2026-07-01',
    says: /从早到晚/,
  },
  {
    name: 'two stages have the same id',
    from: 'id: officeReview',
    to: 'id: application',
    field: 'stages.2.id',
    on: 'id: application\n    title: 受理点',
    says: /写了两次/,
  },
  {
    name: 'a clause is unknown',
    from: 'phones: [0571-10000009]\n    clause: "5"',
    to: 'phones: [0571-10000009]\n    clause: "6.1"',
    field: 'contacts.1.clause',
    on: '"6.1"',
    says: /没有条款 6\.1。可以写：0、1\.1/,
  },
  {
    name: 'a clause is written without quotation marks',
    from: 'stage: employerReview, clause: "3.1"',
    to: 'stage: employerReview, clause: 3.1',
    field: 'publicity.clause',
    on: 'clause: 3.1',
    says: /加引号/,
  },
  {
    name: 'the publicity belongs to no stage',
    from: 'stage: employerReview',
    to: 'stage: review',
    field: 'publicity.stage',
    on: 'publicity:',
    says: /stages 里的一个 id/,
  },
  {
    name: 'an actor is unknown',
    from: 'actor: employer',
    to: 'actor: boss',
    field: 'stages.1.actor',
    on: 'actor: boss',
    says: /可以写：applicant、employer、office/,
  },
  {
    name: 'a telephone number is written otherwise',
    from: '0571-10000009',
    to: '10000009',
    field: 'contacts.1.phones.0',
    on: '10000009',
    says: /0571-88228292/,
  },
  {
    name: 'a document is unknown',
    from: '  platform: "3.1"',
    to: '  platfrom: "3.1"',
    field: 'names.platfrom',
    on: 'platfrom',
    says: /content\/documents\.yaml 里没有 platfrom/,
  },
  {
    name: 'a document is named in an unknown clause',
    from: '  platform: "3.1"',
    to: '  platform: "3.7"',
    field: 'names.platform',
    on: '"3.7"',
    says: /没有条款 3\.7/,
  },
  {
    name: 'a stage has an unknown key',
    from: '    actor: employer',
    to: '    actor: employer\n    phone: 0571-87058121',
    field: 'stages.1.phone',
    on: 'phone: 0571-87058121',
    says: /phone/,
  },
  {
    name: 'the id is not that of the folder',
    from: 'id: "2026"',
    to: 'id: "2027"',
    field: 'id',
    on: 'id: "2027"',
    says: /要和文件夹同名，写 "2026"/,
  },
  {
    name: 'a list is empty',
    from: 'consequences: [工作约谈, 限期整改]',
    to: 'consequences: []',
    field: 'sanctions.1.consequences',
    on: 'consequences: []',
    says: /\p{Script=Han}/u,
  },
];

describe('loadNotice, when in notice.yaml', () => {
  testMistakes(inFile(file, mistakes));

  test('an unknown key stands, gives the line of that key', async () => {
    const { message, text } = await toldOf({
      file,
      from: 'whoMayApply:\n',
      to: 'homepage: x\nwhoMayApply:\n',
    });
    expect(message).toContain('homepage');
    expect(message).toContain(`第 ${lineOf(text, 'homepage')} 行`);
  });

  test('YAML is broken, gives the line', async () => {
    const { message, text } = await toldOf({
      file,
      from: 'issuer: 某',
      to: 'issuer: "某',
    });
    expect(message).toContain(`content/${file} 第 `);
    expect(message).toContain('YAML 写法有误');
    const told = Number(/第 (\d+) 行/.exec(message)?.[1]);
    expect(told).toBeGreaterThanOrEqual(lineOf(text, 'issuer:'));
  });

  test('a key is written twice, gives its line', async () => {
    const { message, text } = await toldOf({
      file,
      from: 'revisedOn: 2026-07-01\n',
      to: 'revisedOn: 2026-07-01\nissuer: 省厅\n',
    });
    expect(message).toContain(`第 ${lineOf(text, 'issuer: 某')} 行`);
    expect(message).toContain('YAML 写法有误');
  });

  test('there are several mistakes, tells of all', async () => {
    const { message } = await toldOf(
      { file, from: 'opens: 2026-06-25', to: 'opens: 2026-07-31' },
      { file, from: 'actor: employer', to: 'actor: boss' },
      { file, from: 'id: "2026"', to: 'id: "2027"' },
    );
    // The notice now opens after it closes, and its year is not its id.
    expect(problems(message)).toHaveLength(4);
    expect(message).toMatch(/^内容有 4 处要改/);
  });
});

describe('loadNotice', () => {
  test('has nothing to say about the content as it is', async () => {
    const { message } = await toldOf();
    expect(message).toBe('');
  });
});
