import { explain, type Finding, type Notice } from '../../../calculator/index.ts';
import { Tag, type Tone } from '../Tag.tsx';
import { ruleTitle, standingLabel } from './findings.ts';
import type { Links } from './links.ts';

/** Colour is certainty: green only where the notice itself says so, red only for a certain no. */
function toneOf({ outcome, standing }: Finding): Tone {
  if (outcome === 'unknown') return 'quiet';
  if (outcome === 'review' || standing !== 'notice') return 'open';
  return outcome === 'met' ? 'yes' : 'no';
}

/** One finding: what was found, what would mend it, then who says so and where. */
export function FindingItem({
  notice,
  links,
  finding,
}: {
  notice: Notice;
  links: Links;
  finding: Finding;
}) {
  const { reason, remedy } = explain(notice, finding);
  const { outcomes, result } = notice.wording;
  return (
    <li data-rule={finding.rule} data-outcome={finding.outcome}>
      <h4>
        <a href={links.rule(finding.rule)}>{ruleTitle(notice, finding)}</a>
        <Tag tone={toneOf(finding)}>{outcomes[finding.outcome]}</Tag>
      </h4>
      <p>{reason}</p>
      {remedy && (
        <p>
          <strong>{result.remedy}</strong>
          {remedy}
        </p>
      )}
      <p class="tc-quiet self-check-standing">
        <span>{standingLabel(notice, finding)}</span>
        {finding.cites.map(({ clause, label }) => (
          <a key={clause} href={links.clause(clause)} data-tip>
            {`通知 ${label}`}
          </a>
        ))}
        {finding.standing === 'reference' && (
          <Originals notice={notice} links={links} rule={finding.rule} />
        )}
      </p>
    </li>
  );
}

/** Where the original stands that would settle a reference value. */
function Originals({ notice, links, rule }: { notice: Notice; links: Links; rule: string }) {
  const ids = notice.rules.find(({ id }) => id === rule)?.originals ?? [];
  return (
    <>
      {notice.documents
        .filter(({ id }) => ids.includes(id))
        .map(({ id, title, url }) =>
          url ? (
            <a key={id} href={url} target="_blank" rel="noopener noreferrer">
              以《{title}》的原文为准（另开窗口）
            </a>
          ) : (
            <a key={id} href={links.document(id)}>
              以《{title}》的原文为准
            </a>
          ),
        )}
    </>
  );
}
