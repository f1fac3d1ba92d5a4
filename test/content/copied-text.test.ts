/** What the copied result says of itself, wherever the self-check stands: the day, open or closed, what to do, and where. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Answers } from '../../src/calculator/index.ts';
import { forSelfCheck, loadCalendar, loadNotice } from '../../src/notices/index.ts';
import { asText } from '../../src/widgets/SelfCheck/asText.ts';
import { type Links, linksFrom } from '../../src/widgets/shared/result/links.ts';
import { answersOf } from './2026/support.ts';

const notice = forSelfCheck(await loadNotice('2026'), await loadCalendar());
const answers: Answers = answersOf({
  target: 'engineer',
  specialty: 'mechatronics',
  employer: 'provincialInstitution',
  postApproved: 'no',
  work: 'engineering',
  inService: 'yes',
});

const PAGE = 'https://example.test/zc/2026/self-check/';
const own: Links = linksFrom('/zc/', 2026);
/** Where the widget stands, the links that it has there, and the address that its text ends in. */
const PLACES: [name: string, here: string, links: Links, address: string | undefined][] = [
  ['the page, opened with answers', `${PAGE}#target=engineer`, own, PAGE],
  ['the page of no year', 'https://example.test/zc/self-check/', own, PAGE],
  ['an embed', 'https://example.test/zc/embed/2026/self-check/?theme=dark', own, PAGE],
  ['a file that knows the site', 'file:///C:/Users/x/自查.html', { ...own, selfCheck: PAGE }, PAGE],
  ['a file that does not know it', 'file:///C:/Users/x/自查.html', own, undefined],
];

afterEach(() => vi.unstubAllGlobals());

describe.each(PLACES)('in %s', (_, here, links, address) => {
  test.each([
    ['2026-07-10', '个人申报到 7 月 19 日（周日）为止，还剩 9 天', '7 月 19 日（周日）前'],
    ['2026-11-27', '2026 年度申报已截止（逾期不再受理）', '2027 年 7 月 19 日前'],
  ])(
    'the text of %s has its day, whether one can apply, what to do first, and the address',
    (today, state, by) => {
      vi.stubGlobal('location', new URL(here));
      const text = asText(notice, links, answers, today);
      expect(text).toContain(`${today}（北京时间）自查`);
      expect(text).toContain(state);
      expect(text).toContain(`先做这些：\n1. ${by}：先请单位办好岗位核定，再申报推荐。`);
      const last = text.slice(text.lastIndexOf('\n') + 1);
      if (address) expect(last).toBe(address);
      // A place on somebody's disk is nobody else's business, nor are the answers.
      expect(text).not.toMatch(/file:|Users|target=|自查\.html/);
      if (!address) expect(text).not.toMatch(/https?:/);
    },
  );

  test('where the device’s day is wrong, none is made up', () => {
    vi.stubGlobal('location', new URL(here));
    expect(asText(notice, links, answers, undefined)).not.toMatch(/\d{4}-\d{2}-\d{2}（北京时间）/);
  });
});
