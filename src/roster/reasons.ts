/** Why somebody has the result that they have, in words. */
import {
  type Assessment,
  type Cite,
  explain,
  type Finding,
  fill,
  isDecisive,
  type Notice,
  type Outcome,
  sourceOf,
} from '../calculator/index.ts';

/** A rule as it came out for one person. */
export interface Reason {
  title: string;
  outcome: Outcome;
  reason: string;
  cites: Cite[];
  /** Chinese: on whose word it rests. */
  standing: string;
}

/** Those that made the verdict first. */
export function reasonsOf(notice: Notice, assessment: Assessment): Reason[] {
  const decisive = (finding: Finding) => isDecisive(notice, assessment, finding);
  const findings = [
    ...assessment.findings.filter(decisive),
    ...assessment.findings.filter((finding) => !decisive(finding)),
  ];
  return findings.map((finding): Reason => {
    const { rule: id, outcome, cites } = finding;
    const rule = notice.rules.find((one) => one.id === id);
    return {
      title: rule?.title ?? id,
      outcome,
      reason: explain(notice, finding).reason,
      cites,
      standing: standingOf(notice, finding),
    };
  });
}

function standingOf(notice: Notice, { rule: id, standing, verified }: Finding): string {
  const { standings, accordingTo } = notice.wording;
  if (verified) return fill(standings.verified.label, { on: verified.on });
  const rule = notice.rules.find((one) => one.id === id);
  if (!rule || standing === 'notice') return standings[standing].label;
  return `${standings[standing].label}（${accordingTo[sourceOf(rule, notice.documents)]}）`;
}
