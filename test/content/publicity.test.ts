/** A unit's publicity: how its days are counted, what it says, and what is never taken from a paste or a file. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forPublicity, loadCalendar } from '../../src/notices/index.ts';
import { privateNumberIn } from '../../src/typed/index.ts';
import { daysFrom, isRunning } from '../../src/widgets/Publicity/days.ts';
import { BLANK, DRAFT_KIND, draftText, readDraft } from '../../src/widgets/Publicity/draft.ts';
import { readPasted } from '../../src/widgets/Publicity/pasted.ts';
import { missing, refusals, warnings } from '../../src/widgets/Publicity/problems.ts';
import {
  noticeAsText,
  noticeText,
  platformText,
  recordRows,
} from '../../src/widgets/Publicity/texts.ts';
import { NOBODY, readPeople } from '../../src/widgets/shared/handover.ts';
import { readOwnFile } from '../../src/widgets/shared/ownFile.ts';
import { personOf } from '../../src/widgets/shared/screenedPerson.ts';
import { notice as full } from './2026/support.ts';

const notice = forPublicity(full);
const calendar = await loadCalendar();
const PERSON = {
  ...NOBODY,
  ...{
    name: '张三',
    department: '设备部',
    target: '工程师',
    specialty: '机电制造',
    way: '正常申报',
  },
};
const DRAFT = {
  ...BLANK,
  ...{ unit: '某公司', postedOn: '2026.7.20', people: [PERSON] },
  ...{ contactDepartment: '人事部', contactPerson: '李四', contactPhone: '0571-80000000' },
};
const given = (part: Partial<typeof DRAFT> = {}) => {
  const draft = { ...DRAFT, ...part };
  return { notice, draft, days: daysFrom(notice, calendar, draft), isRunning: false };
};
const textOf = (part: Partial<typeof DRAFT> = {}) => noticeAsText(noticeText(given(part)), false);

describe('the days of a publicity', () => {
  test('are the calculator’s: the posting day does not count unless somebody says so', () => {
    expect(textOf()).toContain(
      '2026 年 7 月 20 日（周一）贴出，7 月 21 日（周二）至 7 月 27 日（周一），共 5 个工作日（贴出当天不计入）。',
    );
    expect(textOf({ countPostingDay: true })).toContain(
      '7 月 20 日（周一）至 7 月 24 日（周五），共 5 个工作日（贴出当天计入）。',
    );
  });

  test('pass the days off, and count a weekend that is worked', () => {
    // 国庆放 10 月 1 日至 7 日，10 月 10 日（周六）上班。
    const days = daysFrom(notice, calendar, { postedOn: '2026-09-30', countPostingDay: false });
    expect(days.kind === 'counted' && days.posted.counted).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
      '2026-10-13',
    ]);
  });

  test('of a year whose schedule is not held are not counted, and the notice leaves them open', () => {
    const { days } = given({ postedOn: '2026-12-30' });
    expect(days).toMatchObject({ kind: 'notHeld', why: expect.stringContaining('2027 年') });
    expect(textOf({ postedOn: '2026-12-30' })).toContain(
      '2026 年 12 月 30 日（周三）贴出，自＿＿月＿＿日至＿＿月＿＿日，共 5 个工作日',
    );
  });

  test('are none where what was typed is no day', () => {
    expect(given({ postedOn: '七月' }).days.kind).toBe('wrong');
    expect(given({ postedOn: '2026-02-30' }).days.kind).toBe('unreal');
    expect(given({ postedOn: ' ' }).days.kind).toBe('none');
  });
});

describe('the notice', () => {
  test('names the unit, the people, whom to tell and the day of posting', () => {
    const text = textOf();
    expect(text).toContain('关于 2026 年度申报工程师职务任职资格人员的公示');
    expect(text).toContain(notice.number);
    expect(text).toContain(
      '序号\t姓名\t部门或岗位\t申报职称\t申报专业\t申报方式\n1\t张三\t设备部\t工程师\t机电制造\t正常申报',
    );
    expect(text).toContain('请在公示期间向人事部反映，写明事实，署真实姓名');
    expect(text).toContain('联系人：李四　电话：0571-80000000');
    expect(text.endsWith('某公司（盖章）\n2026 年 7 月 20 日')).toBe(true);
  });

  test('is marked as a sample until somebody has checked it', () => {
    expect(noticeAsText(noticeText(given()), true)).toMatch(/^【范本/);
  });

  test('says what it lacks, and leaves room for it', () => {
    expect(missing(BLANK)).toEqual(['单位名称', '哪天贴出公示', '名单', '联系人', '电话']);
    expect(noticeText({ notice, draft: BLANK, days: { kind: 'none' } }).signedOn).toBe(
      '＿＿＿＿年＿＿月＿＿日',
    );
  });

  test('leaves room for how many there are while nobody is named', () => {
    const { body } = noticeText({ notice, draft: BLANK, days: { kind: 'none' } });
    expect(body).toContain('拟推荐下列 ＿＿ 人');
  });

  test('gives each way to reach the unit as a whole', () => {
    const { reach } = noticeText(given({ contactMail: 'rsc@example.com' }));
    expect(reach).toEqual(['联系人：李四', '电话：0571-80000000', '邮箱：rsc@example.com']);
  });

  test('shows schooling and titles only where somebody has some', () => {
    expect(noticeText(given()).columns).not.toContain('学历');
    const people = [PERSON, { ...PERSON, education: '本科' }];
    expect(noticeText(given({ people })).columns).toContain('学历');
  });
});

describe('what must not be shown', () => {
  test.each([
    ['330106199001011234', 'id'],
    ['33010619900101123X', 'id'],
    ['330106 19900101 123x', 'id'],
    ['３３０１０６１９９００１０１１２３４', 'id'],
    ['330106900101123', 'id'],
    ['13800000000', 'phone'],
    ['138 0000 0000', 'phone'],
    ['138-0000-0000', 'phone'],
    ['+86 13800000000', 'phone'],
    ['张三13800000000', 'phone'],
    ['138_0000_0000', 'phone'],
    ['138/0000/0000', 'phone'],
    ['138.0000.0000', 'phone'],
    ['008613800000000', 'phone'],
    ['086 138 0000 0000', 'phone'],
    ['1、138-0000-0000', 'phone'],
    ['13800000000-8001', 'phone'],
    ['1 3 8 0 0 0 0 0 0 0 0', 'phone'],
    ['330106-19900101-1234', 'id'],
    ['330106 1990 01 01 123X', 'id'],
    ['33010619900101123413800000000', 'id'],
    ['13800000000330106199001011234', 'id'],
    ['13800000000330106900101123', 'id'],
    ['1380000000013900000000', 'phone'],
    ['202133010000123456', undefined],
    ['1999.06-2022.1', undefined],
    ['1999-06-30—2022-12-31', undefined],
    ['150 100 50 96 7', undefined],
    ['96（专业72）、90/60/30、120/90/30', undefined],
    ['0571-88228292', undefined],
    ['2022-06-30', undefined],
    ['2022年6月', undefined],
    ['张三', undefined],
  ])('%s is %s', (text, kind) => {
    expect(privateNumberIn(text)).toBe(kind);
  });

  test('is refused where it was typed, and the number is not said again', () => {
    const people = [
      { ...PERSON, name: '330106199001011234' },
      { ...PERSON, department: '13800000000' },
    ];
    const said = refusals({ ...DRAFT, people });
    expect(said).toEqual([
      {
        at: 'person-0-name',
        text: expect.stringMatching(/^“第 1 人”的姓名里有一串像身份证号/),
      },
      {
        at: 'person-1-department',
        text: expect.stringMatching(/^“张三”的部门或岗位里有一串像手机号/),
      },
    ]);
    expect(said.map(({ text }) => text).join('')).not.toMatch(/\d{5}/);
  });

  test('is refused in every field of a draft that is printed, and a telephone stays where it belongs', () => {
    const fields = ['contactDepartment', 'contactPerson', 'where', 'handler', 'about'] as const;
    for (const field of fields) {
      const said = refusals({ ...DRAFT, [field]: '王五 138-0000-0000' });
      expect(said.map(({ at }) => at)).toEqual([field]);
    }
    expect(refusals({ ...DRAFT, contactPhone: '13800000000' })).toEqual([]);
    expect(refusals({ ...DRAFT, contactPhone: '330106199001011234' })).toHaveLength(1);
  });

  test('never comes in with a paste, in a named column or beside it', () => {
    const { people, privateCells } = readPasted(
      '序号\t姓名\t身份证号\t所在部门\t联系电话\t申报职称\n1\t张　三\t330106199001011234\t设备部\t13800000000\t中工',
    );
    expect(people).toEqual([{ ...NOBODY, name: '张三', department: '设备部', target: '工程师' }]);
    expect(privateCells).toBe(2);
    expect(readPasted('张三，13800000000，助工').people).toEqual([
      { ...NOBODY, name: '张三', target: '助理工程师' },
    ]);
  });

  test('never comes through, whatever is pasted', () => {
    const cell = fc.oneof(
      fc.constantFrom('张三', '姓名', '', '330106199001011234', '138 0000 0000', '"李四"', '1'),
      fc.string(),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\t', '，', ',', ' ', '　', '  '), (table, between) => {
        const { people } = readPasted(table.map((row) => row.join(between)).join('\n'));
        for (const person of people) {
          expect(person.name).not.toBe('');
          for (const text of Object.values(person)) expect(privateNumberIn(text)).toBeUndefined();
        }
      }),
    );
  });
});

describe('a line that was typed', () => {
  const read = (text: string) => readPasted(text).people;
  const li = { ...NOBODY, name: '李四', department: '设备部', target: '工程师', specialty: '能源' };

  test('is cut at its spaces where it has nothing else between', () => {
    expect(read('赵六 部门一 工程师 能源 正常申报 本科 助理工程师 2021-5-1')).toEqual([
      {
        ...{ name: '赵六', department: '部门一', target: '工程师', specialty: '能源' },
        ...{ way: '正常申报', education: '本科', heldTitle: '助理工程师', heldSince: '2021-5-1' },
      },
    ]);
  });
  test.each([
    ['wide gaps', '李四  设备部  工程师  能源'],
    ['wide gaps, and a spread name', '李　四  设备部  工程师  能源'],
    ['ideographic spaces, one of them within the name', '李　四　设备部　工程师　能源'],
    ['one wide gap by chance', '李四 设备部  工程师 能源'],
    ['a serial number', '1 李四 设备部 工程师 能源'],
    ['a serial number and its mark', '1、李四 设备部 工程师 能源'],
    ['a serial number and a spread name', '12. 李 四 设备部 工程师 能源'],
    ['its spaces around', '　 李四 设备部 工程师 能源  '],
    ['commas as before', '李 四，设备部，工程师，能源'],
    ['a header typed the same way', '姓名 部门 申报职称 专业\n李四 设备部 工程师 能源'],
    ['a header of its own order', '专业  姓　名  申报职称  部门\n能源 李四 工程师 设备部'],
  ])('with %s', (_, text) => {
    expect(read(text)).toEqual([li]);
  });
  test('keeps what stands between wide gaps together', () => {
    expect(read('李四  设备 一部  工程师')[0]).toMatchObject({ department: '设备 一部' });
  });
  test.each(['张 三', '张　三', ' 张三 '])('that is a name alone is one person: %s', (text) => {
    expect(read(text)).toEqual([{ ...NOBODY, name: '张三' }]);
  });
  test.each([
    ['王五 13900139000 设备部', 1],
    ['王五 139 0013 9000 设备部', 1],
    ['王五 +86 139 0013 9000 设备部', 1],
    ['王五 330106 19900101 123X 设备部', 1],
    ['王五13900139000 设备部', 1],
    ['1 王五 13900139000 330106199001011234 设备部', 2],
  ])('keeps the person and drops the number, and says so: %s', (text, n) => {
    const { people, privateCells } = readPasted(text);
    expect(people).toEqual([{ ...NOBODY, name: '王五', department: '设备部' }]);
    expect(privateCells).toBe(n);
  });
  test('keeps its columns under a header where a number was dropped', () => {
    const text = '姓名 手机 部门\n王五 139 0013 9000 设备部';
    expect(read(text)).toEqual([{ ...NOBODY, name: '王五', department: '设备部' }]);
  });
  test('takes nothing else for a name where the name is a number', () => {
    expect(read('13900139000 设备部 工程师')).toEqual([]);
  });
});

describe('what people get wrong', () => {
  const told = (part: Partial<typeof DRAFT>, today = '2026-07-10') =>
    warnings({ ...given(part), today })
      .map(({ at, text }) => `${at ?? 'draft'}: ${text}`)
      .join('\n');
  test('is nothing in a sound draft while the year is open', () => {
    expect(told({})).toBe('');
  });
  test.each([
    [
      'a day too late',
      { postedOn: '2026-07-27' },
      /^postedOn: .*最迟 7 月 23 日（周四）贴出（贴出当天不计入）/,
    ],
    ['a day before applications open', { postedOn: '2026-06-22' }, /^postedOn: 这天还没有开始申报/],
    ['a day off', { postedOn: '2026-07-19' }, /^postedOn: 7 月 19 日（周日）是休息日/],
    ['another day below', { signedOn: '2026-07-21' }, /^signedOn: 落款日期和贴出的日期不一样/],
    [
      'recommending before it is over',
      { recommendedOn: '2026-07-27' },
      /^recommendedOn: .*7 月 28 日（周二）起再推荐/,
    ],
    [
      'recommending too late',
      { recommendedOn: '2026-08-03' },
      /^recommendedOn: .*7 月 31 日（周五）截止/,
    ],
    [
      'the other way of counting',
      { countPostingDay: true },
      /^countPostingDay: .*先问受理点认不认/,
    ],
    [
      'a title that is none of these',
      { people: [{ ...PERSON, target: '初级' }] },
      /^draft: .*“初级”。这份通知只有/,
    ],
    [
      'a field that is none of them',
      { people: [{ ...PERSON, specialty: '土建' }] },
      /不在通知的 6 个专业里/,
    ],
    ['somebody twice', { people: [PERSON, PERSON] }, /“张三”写了两次/],
    ['something classified', { people: [{ ...PERSON, department: '涉密项目部' }] }, /写到了“涉密”/],
  ])('%s is said', (_, part, says) => {
    expect(told(part)).toMatch(says);
  });
  test('once the deadline is past, that is said first', () => {
    expect(told({}, '2026-11-27')).toMatch(
      /^draft: 单位推荐 7 月 31 日（周五）已经截止，逾期不再受理/,
    );
  });
  test('a day too late either way of counting names the last one of that way', () => {
    expect(told({ postedOn: '2026-07-27', countPostingDay: true })).toMatch(
      /最迟 7 月 24 日（周五）贴出（贴出当天计入）/,
    );
  });
  test('a day is told at its field with nobody in the list, too', () => {
    expect(told({ postedOn: '2026-07-24', people: [] })).toMatch(/^postedOn: .*赶不上/);
  });
});

describe('the record', () => {
  test('names where the notice asks for it, and by when', () => {
    expect(new Map(recordRows(given())).get('通知的要求')).toBe(
      '公示不少于 5 个工作日，公示情况录入平台（通知 三（二））；单位推荐 2026 年 7 月 31 日（周五）截止，逾期不再受理（通知 四（一））',
    );
  });
  test('says what came of it, and what to enter on the platform', () => {
    const none = given({ heard: 'none', where: '公告栏' });
    expect(new Map(recordRows(none)).get('收到的意见')).toBe('公示期间没有收到意见。');
    expect(platformText(none)).toBe(
      '2026 年 7 月 21 日（周二）至 7 月 27 日（周一），在公告栏公示，共 5 个工作日。公示期间没有收到意见。',
    );
    const some = given({
      heard: 'some',
      where: '内网',
      about: '学历不实',
      conclusion: '已核实，属实',
    });
    expect(platformText(some)).toContain('期间收到意见：学历不实。核实情况：已核实，属实。');
    expect(platformText(given())).toBeUndefined();
  });
  test('says of a publicity that still runs neither that nobody objected nor what to enter', () => {
    const { days } = given();
    expect(isRunning(days, '2026-07-27')).toBe(true);
    expect(isRunning(days, '2026-07-28')).toBe(false);
    const early = { ...given({ heard: 'none' }), isRunning: true };
    expect(new Map(recordRows(early)).get('收到的意见')).toBe('□ 没有　□ 有');
    expect(platformText(early)).toBeUndefined();
    const some = { ...given({ heard: 'some', about: '学历不实' }), isRunning: true };
    expect(new Map(recordRows(some)).get('收到的意见')).toBe('学历不实');
    expect(platformText(some)).toBeUndefined();
  });
});

describe('a draft in a file', () => {
  const read = (text: string) => {
    const opened = readOwnFile(DRAFT_KIND, text);
    return 'data' in opened ? readDraft(opened.data) : opened;
  };
  test('comes back as it was', () => {
    const draft = { ...DRAFT, heard: 'some' as const, about: '第一行\n第二行', realName: false };
    expect(read(draftText(draft))).toEqual({ draft, dropped: 0 });
  });
  test.each([
    '',
    'null',
    '[]',
    '{"kind":"other"}',
    '{"kind":"title-check.publicity.2"}',
    '\u0000',
    '{"kind"',
  ])('%s is none', (text) => {
    expect(read(text)).toEqual({ problem: 'notOurs' });
  });
  test('takes no more than texts, and counts the rest', () => {
    const { draft, dropped } = readDraft({
      unit: { toString: 'x' },
      postedOn: 5,
      heard: 'maybe',
      checked: 'yes',
      people: [{ name: '张\u0007三\n\u200b', department: ['x'], constructor: 'x' }, 'x', null],
      ['__proto__']: 'x',
      unknown: 1,
    });
    expect(draft).toEqual({ ...BLANK, people: [{ ...NOBODY, name: '张 三' }] });
    expect(dropped).toBeGreaterThanOrEqual(8);
  });
  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const opened = readOwnFile(DRAFT_KIND, JSON.stringify(value));
        if ('data' in opened) readDraft(opened.data);
        const { people } = readPeople(value);
        for (const person of people) {
          expect(Object.values(person).every((text) => typeof text === 'string')).toBe(true);
        }
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
          expect(Object.keys(readDraft(value).draft).sort()).toEqual(Object.keys(BLANK).sort());
        }
      }),
    );
  });
});

test('somebody from the roster check is named by what was answered, and what is not known is left open', () => {
  const answers = {
    ...{ target: 'engineer', specialty: 'unsure', route: 'skilled', education: 'bachelor' },
    ...{ heldTitle: 'assistantEngineer', heldSince: '2021-06-30' },
  };
  expect(personOf(full, { name: '张三', department: '设备部', answers })).toEqual({
    ...{ name: '张三', department: '设备部', target: '工程师', specialty: '', way: '技能人才' },
    ...{
      education: expect.stringContaining('本科'),
      heldTitle: '助理工程师',
      heldSince: '2021-06-30',
    },
  });
  expect(personOf(full, { name: '李四', department: '', answers: {} })).toEqual({
    ...{ name: '李四', department: '', target: '', specialty: '', way: '', education: '' },
  });
});
