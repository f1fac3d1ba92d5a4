/** When a notice's facts were last compared with their source. */
import type { FullNotice, IsoDate } from '../calculator/index.ts';

/**
 * On a rule's own page the day on which that rule was compared with its clauses. On every other the first day by which
 * all rules had been; the build holds dates, numbers and names to the notice's words every time it runs.
 *
 * @param id the page's, such as `2026/rules/specialty`; nothing for a whole notice
 *
 * @example comparedOn(notice, '2026/notice') <= notice.rules[0].reviewed.on // true
 */
export function comparedOn({ rules }: FullNotice, id = ''): IsoDate {
  const own = rules.find((rule) => id.endsWith(`/rules/${rule.id}`));
  const days = (own ? [own] : rules).map(({ reviewed }) => reviewed.on).sort();
  const [first] = days;
  if (!first) throw new Error('A notice has no rules.');
  return first;
}
