/** How findings are told apart and named, on the screen and on paper. */
import { type Finding, fill, type Notice, type Outcome } from '../../../calculator/index.ts';

/** The findings by outcome: those that decide in front, in the list of groups and in each group. */
export function groups(
  findings: Finding[],
  deciding: Finding[],
): { outcome: Outcome; group: Finding[] }[] {
  const usual: Outcome[] = ['unmet', 'review', 'unknown', 'met'];
  const order = new Set([...deciding.map(({ outcome }) => outcome), ...usual]);
  return [...order]
    .map((outcome) => {
      const all = findings.filter((finding) => finding.outcome === outcome);
      const [first, rest] = [true, false].map((is) =>
        all.filter((finding) => deciding.includes(finding) === is),
      );
      return { outcome, group: [...(first ?? []), ...(rest ?? [])] };
    })
    .filter(({ group }) => group.length > 0);
}

export const ruleTitle = (notice: Notice, { rule }: Finding): string =>
  notice.rules.find(({ id }) => id === rule)?.title ?? rule;

/** Who says so: 通知原文, 参考口径·待核, or that a value was checked, and when. */
export function standingLabel(notice: Notice, { standing, verified }: Finding): string {
  const { standings } = notice.wording;
  return verified ? fill(standings.verified.label, { on: verified.on }) : standings[standing].label;
}
