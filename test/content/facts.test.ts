import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../src/calculator/index.ts';
import { forBrowser } from '../../src/notices/index.ts';
import { calendar, inCases, notice } from './2026/support.ts';

const original = readFileSync(new URL('../notice/2026-127.txt', import.meta.url), 'utf8').replace(
  /[\s<>]/g,
  '',
);
const document = (id: string): SourceDocument | undefined =>
  notice.documents.find((one) => one.id === id);
const clauseText = (id: string) =>
  (notice.clauses.find((one) => one.id === id)?.paragraphs.join('') ?? '').replace(/[\s*<>]/g, '');

describe('the facts of the 2026 notice', () => {
  /** What the clause says in a sentence with these gaps. */
  const said = (clause: string, sentence: RegExp): string[] => {
    const [, ...gaps] = sentence.exec(clauseText(clause)) ?? [];
    if (!gaps.length) throw new Error(`Clause ${clause} says nothing like ${sentence}`);
    return gaps;
  };
  const dateOf = (month = '', day = '', year = String(notice.year)) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');

  test('name it as it was issued', () => {
    expect(notice).toMatchObject({
      id: '2026',
      year: 2026,
      number: '浙经信人事〔2026〕127号',
      issuer: '浙江省经济和信息化厅',
      issuedOn: '2026-06-24',
    });
    expect(original).toContain(notice.title.replace(/\s/g, ''));
  });

  test('have each cutoff from the sentence that speaks of it', () => {
    const at =
      /资历计算截止时间为(\d+)年(\d+)月(\d+)日，业绩等相关材料截止时间为(\d+)年(\d+)月(\d+)日/;
    const [y, m, d, year, month, day] = said('1.2.2', at);
    expect(notice.cutoffs).toEqual({
      service: { on: dateOf(m, d, y), clause: '1.2.2' },
      evidence: { on: dateOf(month, day, year), clause: '1.2.2' },
    });
  });

  test('have the six specialties', () => {
    expect(notice.specialties.list).toEqual([
      { id: 'mechatronics', name: '机电制造' },
      { id: 'informationTechnology', name: '信息技术' },
      { id: 'energy', name: '能源' },
      { id: 'materials', name: '材料' },
      { id: 'lightTextile', name: '轻纺' },
      { id: 'petrochemical', name: '石化工程' },
    ]);
    expect(notice.specialties.clause).toBe('1.1');
  });

  test('have the three stages with the days of the sentence that speaks of each', () => {
    const window = /个人申报时间为2026年(\d+)月(\d+)日至(\d+)月(\d+)日/;
    const [m, d, month, day] = said('4.1', window);
    const employer = dateOf(...said('4.1', /所在单位推荐截止时间为(\d+)月(\d+)日/));
    const office = dateOf(...said('4.1', /审核推荐截止时间为(\d+)月(\d+)日/));
    const stages = notice.stages.map(({ id, actor, opens, closes }) => [id, actor, opens, closes]);
    expect(stages).toEqual([
      ['application', 'applicant', dateOf(m, d), dateOf(month, day)],
      ['employerReview', 'employer', undefined, employer],
      ['officeReview', 'office', undefined, office],
    ]);
    for (const { clause } of notice.stages) expect(clause).toBe('4.1');
  });

  test('have the working days of the publicity in the employer’s stage', () => {
    const [workdays] = said('3.2', /不少于(\d+)个工作日的公示/);
    expect(notice.publicity).toEqual({
      workdays: Number(workdays),
      stage: 'employerReview',
      clause: '3.2',
    });
  });

  test('have the sanctions on applicants and on offices', () => {
    const of = (who: string) => notice.sanctions.find((sanction) => sanction.who === who);
    const applicant = of('applicant')?.consequences.join('；') ?? '';
    expect(of('applicant')?.clause).toBe('4.2.1');
    expect(applicant).toContain('3 年内不得申报职称评审');
    expect(applicant).toContain('诚信档案库');
    expect(applicant).toContain('记录期限为 3 年');
    expect(applicant).toContain('重要参考');
    expect(of('office')?.clause).toBe('4.2.2');
    expect(of('office')?.consequences).toEqual([
      '工作约谈',
      '责令停止审核推荐工作',
      '限期整改',
      '消除影响',
    ]);
  });

  test('word the sanctions as the clauses do', () => {
    for (const { clause, when, consequences } of notice.sanctions) {
      for (const words of [when, ...consequences]) {
        for (const part of words.split('，')) {
          expect(clauseText(clause)).toContain(part.replace(/\s/g, ''));
        }
      }
    }
  });

  test('have both contacts with all their numbers', () => {
    expect(notice.contacts).toEqual([
      {
        id: 'innovationCentre',
        name: '省技术创新服务中心',
        phones: ['0571-88228292', '0571-86070951', '0571-88228291'],
        clause: '5',
      },
      {
        id: 'personnelDivision',
        name: '省经信厅人事处',
        phones: ['0571-87058121'],
        clause: '5',
      },
    ]);
  });

  test('have no telephone number that the original does not print, and leave none out', () => {
    const printed = [...original.matchAll(/8\d{7}(?!\d)/g)].map(([number]) => number);
    const held = notice.contacts.flatMap(({ phones }) => phones);
    // 86070951 and 88228291 are printed without the area code.
    expect(held.map((phone) => phone.replace(/^0571-/, ''))).toEqual(
      printed.filter((number, index) => printed.indexOf(number) === index),
    );
  });

  test('say who may apply, and who may not', () => {
    const may = new Map(notice.whoMayApply.list.map((row) => [row.who, row.may]));
    expect(notice.whoMayApply.clause).toBe('1.2.1');
    expect(may.get('省属企业')).toBe('可以申报');
    expect([...may.keys()].join()).toContain('不含参照公务员法管理的');
    expect([...may.values()].join()).toContain('委托');
  });
});

describe('the documents and systems', () => {
  test.each([
    ['notice2026', '浙经信人事〔2026〕127号', true],
    ['titleReviewMeasures', '浙人社发〔2020〕47号', false],
    ['reviewConditions', undefined, false],
    ['skilledMeasures', '浙人社发〔2022〕77号', false],
    ['creditRules', '浙经信人事〔2018〕99号', false],
    ['platformAnnexes', undefined, false],
  ])('%s has number %s; its original is held: %s', (id, number, held) => {
    expect(document(id)?.originalHeld).toBe(held);
    expect(document(id)?.number).toBe(number);
    if (number) expect(original).toContain(number);
  });

  test.each([
    ['nationalStandard', 'national', '工程技术人才职称评价基本标准', '人社部发〔2019〕16号 附件'],
    [
      'nationalSkilled',
      'national',
      '关于在工程技术领域实现高技能人才与工程技术人才职业发展贯通的意见（试行）',
      '人社部发〔2018〕74号',
    ],
    ['nationalCredits', 'national', '专业技术人员继续教育规定', '人社部令第25号 第八条'],
    ['nationalReview', 'national', '职称评审管理暂行规定', '人社部令第40号'],
    ['nationalPosts', 'national', '工程技术干部职务试行条例等', '职改字〔1986〕78号'],
    [
      'provincialCredits',
      'provincial',
      '浙江省专业技术人员继续教育学时管理办法',
      '浙人社发〔2016〕63号 第八条、第九条',
    ],
    ['civilCode', 'law', '民法典', '第二百零一条'],
    ['holidays2026', 'law', '2026 年部分节假日安排', '国办发明电〔2025〕7号'],
  ])('%s is no document of the notice: %s', (id, kind, title, number) => {
    expect(document(id)).toMatchObject({ kind, title, number });
    expect(document(id)?.clause).toBeUndefined();
    expect(document(id)?.originalHeld).not.toBe(true);
  });

  test('only the notice itself is held as an original', () => {
    const held = notice.documents.filter(({ originalHeld }) => originalHeld).map(({ id }) => id);
    expect(held).toEqual(['notice2026']);
  });

  test.each([
    ['platform', 'http://zcps.rlsbt.zj.gov.cn', '3.1.1'],
    [
      'reviewConditions',
      'https://zcps.rlsbt.zj.gov.cn/028/client/index8page1.jsp?column1=8ad500539e16cea7019e19a893bb5273&column2=2&t=1778546947770',
      '2.1',
    ],
    ['creditSystem', 'https://jxjy.jxt.zj.gov.cn/iext/zgProject/index.jsp', '2.3'],
    ['pressAdministration', 'https://www.nppa.gov.cn/bsfw/cyjghcpcx/qkan/index.html', '4.2.1'],
    ['cnki', 'https://www.cnki.net/', '4.2.1'],
    ['wanfang', 'https://www.wanfangdata.com.cn/', '4.2.1'],
    ['governmentService', undefined, '3.3.2'],
    ['personnelSystem', undefined, '4.2.2'],
    ['integrityArchive', undefined, '4.2.1'],
  ])('%s is at %s by clause %s', (id, url, clause) => {
    expect(document(id)?.url).toBe(url);
    expect(document(id)?.clause).toBe(clause);
    if (url) expect(clauseText(clause)).toContain(url);
  });

  test('have no address that the original does not print', () => {
    for (const { url } of notice.documents) if (url) expect(original).toContain(url);
  });

  test('say where on the platform the annexes are', () => {
    expect(document('platformAnnexes')?.where).toBe(
      '职称平台首页—职称评审计划—2026 年度浙江省工业和信息化领域工程师（助理工程师）职务任职资格评审计划—其他相关附件',
    );
  });

  test('stand each once', () => {
    const ids = notice.documents.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('that the calendar names is the State Council’s', () => {
    expect(document(calendar.years['2026']!.document)?.number).toBe('国办发明电〔2025〕7号');
  });
});

describe('the rules', () => {
  const table = notice.rules.filter(({ id }) => inCases.has(id));

  test('have the clauses, the standing and the scope of the table', () => {
    const rows = table.map(({ id, standing, scope }) => [id, standing, scope === true]);
    expect(rows).toEqual([
      ['specialty', 'notice', true],
      ['employer', 'notice', true],
      ['work', 'notice', true],
      ['inService', 'notice', true],
      ['qualification', 'reference', false],
      ['continuingEducation', 'reference', false],
      ['postApproval', 'notice', false],
      ['integrity', 'notice', false],
    ]);
    expect(table.map(({ cites }) => cites[0]?.clause)).toEqual([
      ...['1.1', '1.2.1', '1.2.1', '1.2.1', '2.1', '2.3', '4.2.2', '4.2.1'],
    ]);
  });

  test('that rest on other values say on which, and where the originals are', () => {
    const qualification = notice.rules.find(({ id }) => id === 'qualification');
    expect(qualification?.basis).toEqual(['nationalStandard', 'nationalSkilled']);
    expect(qualification?.originals).toEqual(['reviewConditions', 'skilledMeasures']);
    const credits = notice.rules.find(({ id }) => id === 'continuingEducation');
    expect(credits?.basis).toEqual(['provincialCredits']);
    expect(credits?.originals).toEqual(['creditRules']);
  });

  test('leave open from which day a ban runs', () => {
    const integrity = notice.rules.find(({ id }) => id === 'integrity');
    expect(integrity?.open?.join()).toContain('起算');
  });
});

describe('the questions', () => {
  const options = (id: string) =>
    notice.questions.find((question) => question.id === id)?.options.map(({ value }) => value);

  test('stand in the order of the table', () => {
    const order = [
      ...[
        'target',
        'specialty',
        'employer',
        'entrusted',
        'postApproved',
        'work',
        'inService',
        'route',
      ],
      ...['education', 'heldTitle', 'heldSince', 'startedWorkOn', 'skillLevel', 'skillSince'],
      ...['misconductOn', 'credits.2024', 'credits.2025', 'credits.2026'],
    ];
    const ids = notice.questions.map(({ id }) => id);
    expect(ids.filter((id) => order.includes(id))).toEqual(order);
  });

  test.each([
    ['target', ['engineer', 'assistantEngineer']],
    [
      'specialty',
      [
        ...['mechatronics', 'informationTechnology', 'energy', 'materials', 'lightTextile'],
        ...['petrochemical', 'other', 'unsure'],
      ],
    ],
    [
      'employer',
      [
        ...['provincialEnterprise', 'provincialInstitution', 'other', 'centralEnterprise'],
        ...['centralInstitution', 'civilServiceManaged', 'government', 'unsure'],
      ],
    ],
    ['entrusted', ['yes', 'no', 'unsure']],
    ['work', ['engineering', 'engineeringManagement', 'skilledWork', 'neither', 'unsure']],
    ['inService', ['yes', 'no', 'unsure']],
    ['route', ['education', 'skilled', 'exceptional']],
    [
      'education',
      [
        ...['doctor', 'master', 'secondBachelor', 'bachelor', 'college', 'secondaryVocational'],
        ...['other', 'unsure'],
      ],
    ],
    ['heldTitle', ['none', 'technician', 'assistantEngineer', 'engineer', 'unsure']],
    ['heldSince', ['unsure']],
    ['startedWorkOn', ['unsure']],
    ['skillLevel', ['none', 'seniorWorker', 'technician', 'seniorTechnician', 'unsure']],
    ['skillSince', ['unsure']],
    ['credits.2024', ['enough', 'notWorking', 'unsure']],
    ['credits.2025', ['enough', 'notWorking', 'unsure']],
    ['credits.2026', ['enough', 'notWorking', 'unsure']],
    ['postApproved', ['yes', 'no', 'unsure']],
    ['misconductOn', ['none', 'unsure']],
  ])('%s may be answered with %j', (id, values) => {
    expect(options(id)).toEqual(values);
  });
});

describe('forBrowser', () => {
  test('leaves out what only pages show', () => {
    const sent = forBrowser(notice);
    for (const key of ['clauses', 'sanctions', 'specialties', 'whoMayApply']) {
      expect(sent).not.toHaveProperty(key);
    }
  });

  test('keeps every document to which a result may point', () => {
    const ids = forBrowser(notice).documents.map(({ id }) => id);
    for (const { basis = [], originals = [] } of notice.rules) {
      for (const id of [...basis, ...originals]) expect(ids).toContain(id);
    }
  });
});
