import { Fragment } from 'preact';
import { explain, type Finding, type Notice, type Outcome } from '../../calculator/index.ts';
import type { Tone } from '../shared/Tag.tsx';
import { standingLabel } from './findings.ts';
import type { Links } from './links.ts';

export const TONES: Record<Outcome, Tone> = {
  met: 'yes',
  unmet: 'no',
  review: 'open',
  unknown: 'quiet',
};

/** One finding among those of its outcome: what was found, what would mend it, then who says so and where. */
export function FindingItem({
  notice,
  links,
  finding,
  decisive,
}: {
  notice: Notice;
  links: Links;
  finding: Finding;
  /** It is one of those that made the verdict what it is. */
  decisive: boolean;
}) {
  const { reason, remedy } = explain(notice, finding);
  const rule = notice.rules.find(({ id }) => id === finding.rule);
  return (
    <li data-rule={finding.rule} data-outcome={finding.outcome}>
      <h4>
        <a href={links.rule(finding.rule)}>{rule?.title}</a>
        {decisive && <span class="self-check-decisive">决定结果</span>}
      </h4>
      <p>{reason}</p>
      {remedy && (
        <p>
          <strong>怎么办：</strong>
          {remedy}
        </p>
      )}
      <p class="tc-quiet self-check-standing">
        <span>{standingLabel(notice, finding)}</span>
        {finding.cites.map(({ clause, label }) => (
          <a key={clause} href={links.clause(clause)}>
            {`通知 ${label}`}
          </a>
        ))}
      </p>
      {finding.standing === 'reference' && (
        <Originals notice={notice} links={links} ids={rule?.originals ?? []} />
      )}
    </li>
  );
}

/** Where the original stands that would settle a reference value. */
function Originals({ notice, links, ids }: { notice: Notice; links: Links; ids: string[] }) {
  const documents = notice.documents.filter(({ id }) => ids.includes(id));
  return (
    <p class="tc-quiet">
      以原文为准：
      {documents.map(({ id, title, number = '', url }, index) => (
        <Fragment key={id}>
          {index > 0 && '、'}
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              《{title}》（另开窗口）
            </a>
          ) : (
            <a href={links.document(id)}>《{title}》</a>
          )}
          {number && `（${number}）`}
        </Fragment>
      ))}
    </p>
  );
}
