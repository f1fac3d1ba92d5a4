import { type Assessment, fill, type IsoDate, type Notice } from '../../calculator/index.ts';
import { inProse } from '../shared/dates.ts';
import { ruleTitle } from './findings.ts';

/** What a verdict means: the result in one sentence, on what it rests, and the year in which it may be better. */
export function Summary({ notice, assessment }: { notice: Notice; assessment: Assessment }) {
  const { verdict, findings, earliestYear } = assessment;
  const { wording, year } = notice;
  // A good result that rests on national values says so where it is given.
  const onReference = findings.filter(({ standing }) => standing === 'reference');
  const rules = onReference.map((finding) => ruleTitle(notice, finding)).join('、');
  return (
    <>
      <p>{fill(wording.verdicts[verdict].summary, { year })}</p>
      {verdict === 'likely' && rules && <p>{fill(wording.onReference, { rules })}</p>}
      {earliestYear !== undefined && (
        <p>
          <strong>{fill(wording.earliestYear.label, { year: earliestYear })}</strong>。
          {wording.earliestYear.conditions}
        </p>
      )}
    </>
  );
}

/** The calculator has no clock; whether the window is over is said here. */
export function Window({ notice, today }: { notice: Notice; today: IsoDate }) {
  const { closes } = notice.stages[0];
  if (today <= closes) return <p>个人申报到 {inProse(closes)}为止。</p>;
  return (
    <p>
      {notice.year} 年度个人申报已在 {inProse(closes, { year: false })}
      截止，逾期不再受理。这个结果可以用来准备下一年度。
    </p>
  );
}
