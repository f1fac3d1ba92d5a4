import {
  type Answers,
  assess,
  explain,
  fill,
  type IsoDate,
  type Notice,
} from '../../calculator/index.ts';
import { ruleTitle, standingLabel } from './findings.ts';
import { earliestInWords, windowInWords } from './Summary.tsx';

/** The result as plain text, for a chat or a mail: the verdict, each finding, and how much it is worth. */
export function asText(notice: Notice, answers: Answers, today: IsoDate | undefined): string {
  const assessment = assess(notice, answers);
  const { verdict, findings } = assessment;
  const earliest = earliestInWords(notice, assessment, today);
  const { wording } = notice;
  const words = wording.verdicts[verdict];
  const lines = [
    `${notice.year} 年度申报自查：${words.label}`,
    fill(words.summary, { year: notice.year }),
    ...(earliest ? [`${earliest}。${wording.earliestYear.conditions}`] : []),
    windowInWords(notice, today),
    '',
    ...findings.map((finding) => {
      const title = ruleTitle(notice, finding);
      const { reason, remedy } = explain(notice, finding);
      const mend = remedy ? `怎么办：${remedy}` : '';
      const clauses = finding.cites.map(({ label }) => `，通知 ${label}`).join('');
      const source = `（${standingLabel(notice, finding)}${clauses}）`;
      return `【${wording.outcomes[finding.outcome]}】${title}：${reason}${mend}${source}`;
    }),
    '',
    `${today ? `${today}（北京时间）自查。` : ''}依据 ${notice.number}，规则 ${notice.version} 版。独立整理的指南，以官方原文和受理点答复为准。`,
  ];
  return lines.join('\n');
}
