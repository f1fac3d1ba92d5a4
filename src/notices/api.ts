/**
 * The site's data as JSON documents for other programs. What is true of a value goes with it: who says so, by which
 * clause, under which version, and what one may do with it.
 */
import type { FullNotice, SourceDocument, WorkCalendar } from '../calculator/index.ts';
import type { PublicDocument, PublicName } from '../shapes/index.ts';

const ABOUT =
  '独立整理的数据，不是浙江省经济和信息化厅发布的。以通知原文和受理点的答复为准；口径不是 notice 的值都要核对。';
const LICENCE = { data: 'MIT', text: '通知原文是官方文件，作为原文引用，不在许可之内' };

const headOf = (name: PublicName, folder: '' | '../') => ({
  $schema: `${folder}schemas/${name}.json`,
  about: ABOUT,
  licence: LICENCE,
});
const noticeHeadOf = (name: PublicName, notice: FullNotice) => ({
  ...headOf(name, '../'),
  id: notice.id,
  version: notice.version,
  revisedOn: notice.revisedOn,
  source: {
    number: notice.number,
    title: notice.title,
    issuer: notice.issuer,
    issuedOn: notice.issuedOn,
  },
});

/**
 * The document `notice.json`: what the notice itself says.
 *
 * @example apiNotice(notice).standing // 'notice'
 */
export function apiNotice(notice: FullNotice): PublicDocument<'notice'> {
  return {
    ...noticeHeadOf('notice', notice),
    standing: 'notice',
    cutoffs: notice.cutoffs,
    stages: notice.stages,
    publicity: notice.publicity,
    specialties: notice.specialties,
    whoMayApply: notice.whoMayApply,
    sanctions: notice.sanctions,
    contacts: notice.contacts,
    materials: notice.materials,
    documents: notice.documents,
    clauses: notice.clauses,
  };
}

/**
 * The document `rules.json`.
 *
 * @example apiRules(notice).rules.length === notice.rules.length // true
 */
export function apiRules(notice: FullNotice): PublicDocument<'rules'> {
  return {
    ...noticeHeadOf('rules', notice),
    standings: notice.wording.standings,
    rules: notice.rules,
  };
}

/**
 * The document `questions.json`.
 *
 * @example apiQuestions(notice).questions[0].id // 'target'
 */
export function apiQuestions(notice: FullNotice): PublicDocument<'questions'> {
  return { ...noticeHeadOf('questions', notice), questions: notice.questions };
}

/**
 * The document `calendar.json`.
 *
 * @param documents among which those are that the calendar names
 *
 * @example Object.keys(apiCalendar(calendar, notice.documents).years) // ['2026']
 */
export function apiCalendar(
  calendar: WorkCalendar,
  documents: SourceDocument[],
): PublicDocument<'calendar'> {
  const years = Object.entries(calendar.years).map(([year, { document, ...days }]) => {
    const found = documents.find(({ id }) => id === document);
    if (!found) throw new Error(`The calendar of ${year} names no known document.`);
    return [year, { document: found, ...days }] as const;
  });
  return { ...headOf('calendar', ''), years: Object.fromEntries(years) };
}

/**
 * The document `index.json`, which leads to the others.
 *
 * @param notices oldest first
 *
 * @example apiIndex([notice]).current // '2026'
 */
export function apiIndex(notices: FullNotice[]): PublicDocument<'index'> {
  return {
    ...headOf('index', ''),
    current: notices.at(-1)?.id ?? '',
    notices: notices.map(({ id, version, revisedOn }) => ({
      id,
      version,
      revisedOn,
      notice: `${id}/notice.json`,
      rules: `${id}/rules.json`,
      questions: `${id}/questions.json`,
    })),
    calendar: 'calendar.json',
  };
}
