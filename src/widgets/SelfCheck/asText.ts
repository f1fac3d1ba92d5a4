import {
  type Answers,
  assess,
  explain,
  fill,
  type IsoDate,
  type SelfCheckNotice,
} from '../../calculator/index.ts';
import { ruleTitle, standingLabel } from '../shared/result/findings.ts';
import { firstThings } from '../shared/result/firstThings.ts';
import { type Links, linkWithAnswers } from '../shared/result/links.ts';

/**
 * The result as plain text, for a chat or a mail: whether one can apply, what to do first, each finding, and how much it
 * is worth. The address that it names is the page's own, without the answers.
 */
export function asText(
  notice: SelfCheckNotice,
  links: Links,
  answers: Answers,
  today: IsoDate | undefined,
): string {
  const assessment = assess(notice, answers);
  const { verdict, findings } = assessment;
  const { wording } = notice;
  const { result } = wording;
  const { sentence, until, earliest, open, blocks, toDos, assumed } = firstThings(
    notice,
    answers,
    today,
  );
  const parts = [
    [
      `${notice.year} 年度申报自查：${wording.verdicts[verdict].label}`,
      today ? fill(result.checked, { on: today }) : result.noDay,
      sentence + (until ?? ''),
      earliest && `${earliest}。${wording.earliestYear.conditions}`,
      ...blocks.map((block) => `· ${block}`),
    ],
    [
      toDos.length > 0 && `${result.toDo}：`,
      ...toDos.map(({ when, text }, index) => `${index + 1}. ${when}：${text}`),
      open,
      assumed && fill(result.assumed, { next: notice.year + 1 }),
    ],
    findings
      // Of what was not asked there is nothing to tell.
      .filter(({ outcome }) => verdict !== 'outOfScope' || outcome !== 'unknown')
      .map((finding) => {
        const title = ruleTitle(notice, finding);
        const { reason, remedy } = explain(notice, finding);
        const mend = remedy ? result.remedy + remedy : '';
        const clauses = finding.cites.map(({ label }) => `，通知 ${label}`).join('');
        const source = `（${standingLabel(notice, finding)}${clauses}）`;
        return `【${wording.outcomes[finding.outcome]}】${title}：${reason}${mend}${source}`;
      }),
    [
      fill(result.basis, { number: notice.number, version: notice.version }),
      linkWithAnswers(links.selfCheck, '', location.href) ?? result.noAddress,
    ],
  ];
  return parts
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}
