import {
  type Answers,
  type Assessment,
  encodeAnswers,
  fill,
  type SelfCheckNotice,
  type Verdict,
} from '../../calculator/index.ts';
import type { Tone } from '../shared/Tag.tsx';
import { platformOf } from './Contacts.tsx';
import { ruleTitle } from './findings.ts';
import type { FirstThings } from './firstThings.ts';
import { type Links, linkWithAnswers } from './links.ts';
import { onTimeline } from './onTimeline.ts';

const TONES: Record<Verdict, Tone> = {
  // A certain no, and none of anybody's doing: it is said calmly.
  outOfScope: 'quiet',
  ineligible: 'no',
  // On reference values alone nothing is a certain no.
  unlikely: 'open',
  incomplete: 'open',
  review: 'open',
  likely: 'yes',
};

interface Props {
  notice: SelfCheckNotice;
  links: Links;
  answers: Answers;
  assessment: Assessment;
  things: FirstThings;
  onGoOn: () => void;
}

/** The first screen of a phone: the answer in one sentence, what blocks it, what to do by when, and one button. */
export function First(props: Props) {
  const { notice, assessment, things } = props;
  const { verdict, findings } = assessment;
  const { heading, sentence, earliest, blocks, toDos, assumed } = things;
  const { result, onReference } = notice.wording;
  // A good result that rests on values from elsewhere says so where it is given.
  const on = findings.filter(({ standing }) => standing === 'reference');
  return (
    <div class="tc-stack self-check-first">
      <div class={`tc-verdict tc-verdict-${TONES[verdict]}`} data-verdict={verdict} role="status">
        <h2 tabIndex={-1} data-focus>
          {heading}
        </h2>
        {/* Until when one can apply stands above it, in the line that every page has. */}
        <p>{sentence}</p>
        {earliest && (
          <p>
            <strong>{earliest}</strong>
          </p>
        )}
        {blocks.length > 0 && (
          <ul>
            {blocks.map((block) => (
              <li key={block}>{block}</li>
            ))}
          </ul>
        )}
        {verdict === 'likely' && on.length > 0 && (
          <p>
            {fill(onReference, {
              all: findings.length,
              n: on.length,
              rules: on.map((finding) => ruleTitle(notice, finding)).join('、'),
            })}
          </p>
        )}
      </div>
      {toDos.length > 0 && (
        <ol class="self-check-to-do" aria-label={result.toDo}>
          {toDos.map(({ when, text }) => (
            <li key={text}>
              <b>{when}</b> {text}
            </li>
          ))}
        </ol>
      )}
      {things.open && <p>{things.open}</p>}
      <div class="tc-buttons">
        <Onward {...props} />
      </div>
      {assumed && <p class="tc-quiet">{fill(result.assumed, { next: notice.year + 1 })}</p>}
    </div>
  );
}

/** What to press: to go on while questions are left, and whatever else brings this person further. */
function Onward({ onGoOn, ...props }: Props) {
  const { notice, assessment } = props;
  const onward = onwardFrom(props);
  const asks = assessment.missing.length > 0;
  return (
    <>
      {asks && (
        <button type="button" class="tc-button tc-button-primary" onClick={onGoOn}>
          {notice.wording.result.goOn}
        </button>
      )}
      {onward && (
        <a
          class={asks ? 'tc-button' : 'tc-button tc-button-primary'}
          href={onward.href}
          {...(onward.isOutside && { target: '_blank', rel: 'noopener noreferrer' })}
        >
          {onward.label}
        </a>
      )}
    </>
  );
}

/** Where the result leads, or undefined where it only goes on asking. */
export function onwardFrom({
  notice,
  links,
  answers,
  assessment: { missing, settled },
  things: { elsewhere, forNext, tasks },
}: Omit<Props, 'onGoOn'>): { href: string; label: string; isOutside?: true } | undefined {
  const { result } = notice.wording;
  if (missing.length > 0 && !settled) return undefined;
  if (elsewhere) {
    const { url } = platformOf(notice) ?? {};
    return url
      ? { href: url, label: result.toPlatform, isOutside: true }
      : { href: links.contacts, label: result.whom };
  }
  const prepare =
    forNext && linkWithAnswers(links.prepare, encodeAnswers(notice, answers), location.href);
  return prepare
    ? { href: prepare, label: fill(result.prepare, { next: notice.year + 1 }) }
    : {
        href: onTimeline(notice, links, tasks),
        label: tasks.length > 0 ? result.tasksOnTimeline : result.timeline,
      };
}
