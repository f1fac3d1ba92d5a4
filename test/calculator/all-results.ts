/** Prints as JSON what the calculator makes of every worked case; run on its own in several time zones. */
import {
  assess,
  encodeAnswers,
  explain,
  isRealDate,
  parseAnswers,
  planTimeline,
} from '../../src/calculator/index.ts';
import { calendar, cases, notice, parsed } from '../content/2026/support.ts';

const eligibility = cases('eligibility').map(({ answers: input }) => {
  const answers = parsed(input);
  const assessment = assess(notice, answers);
  const texts = assessment.findings.map((finding) => explain(notice, finding));
  return { assessment, texts, link: encodeAnswers(notice, answers) };
});
const rejected = cases('rejected').map(({ input }) => parseAnswers(notice, input));
const { stages, publicity } = cases('timeline');
const timelines = stages.flatMap(({ today }) =>
  publicity.map(({ postedOn, countPostingDay }) =>
    planTimeline(notice, calendar, {
      today,
      postedOn,
      submittedOn: postedOn,
      countPostingDay,
      steps: [
        { name: '审核', workdays: 2 },
        { name: '公示', workdays: 5, publicity: true },
      ],
    }),
  ),
);
// Days that some zone skipped or repeated.
const real = ['1994-12-31', '1995-01-01', '2011-12-30', '2024-02-29'].map(isRealDate);

console.log(JSON.stringify({ eligibility, rejected, timelines, real }));
