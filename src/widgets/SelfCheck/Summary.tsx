import {
  type Assessment,
  explain,
  fill,
  type IsoDate,
  type Notice,
} from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import { ruleTitle } from './findings.ts';

/** What a verdict means: the result in one sentence, on what it rests, and the year in which it may be better. */
export function Summary({
  notice,
  assessment,
  today,
}: {
  notice: Notice;
  assessment: Assessment;
  /** Undefined where the device's clock cannot be right. */
  today: IsoDate | undefined;
}) {
  const { verdict, findings } = assessment;
  const earliest = earliestInWords(notice, assessment, today);
  const { wording, year } = notice;
  // A good result that rests on national values says so where it is given.
  const onReference = findings.filter(({ standing }) => standing === 'reference');
  const rules = onReference.map((finding) => ruleTitle(notice, finding)).join('、');
  return (
    <>
      <p>{fill(wording.verdicts[verdict].summary, { year })}</p>
      {verdict === 'likely' && rules && <p>{fill(wording.onReference, { rules })}</p>}
      {earliest && (
        <p>
          <strong>{earliest}</strong>。{wording.earliestYear.conditions}
        </p>
      )}
    </>
  );
}

/**
 * The first year that may be better. While the notice's own year lasts, what makes up for its amounts stands first:
 * that is what somebody can still do about it.
 */
export function earliestInWords(
  notice: Notice,
  { findings, earliestYear, earliestYearMadeUp }: Assessment,
  today: IsoDate | undefined,
): string | undefined {
  if (earliestYear === undefined) return undefined;
  const { label, madeUp } = notice.wording.earliestYear;
  const until = `${notice.year}-12-31`;
  const own = notice.questions.find(
    (question) => question.type === 'amounts' && question.part === String(notice.year),
  );
  const short = findings.find(({ shortfall }) => shortfall?.kind === 'amounts');
  if (!earliestYearMadeUp || !short || !today || today > until)
    return fill(label, { year: earliestYear });
  const path = short.path.filter(({ question }) => question === own?.id);
  return fill(madeUp, {
    until: inProse(until, { year: false }),
    todo: explain(notice, { ...short, path }).remedy?.replace(/。$/, '') ?? '',
    year: earliestYearMadeUp,
    later: earliestYear,
  });
}

/** The calculator has no clock; whether the window is over is said here. */
export function windowInWords(notice: Notice, today: IsoDate | undefined): string {
  const { closes } = notice.stages[0];
  return !today || today <= closes
    ? `个人申报到 ${inProse(closes)}为止。`
    : `${notice.year} 年度个人申报已在 ${inProse(closes, { year: false })}截止，逾期不再受理。这个结果可以用来准备下一年度。`;
}
