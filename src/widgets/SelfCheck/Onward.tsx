import {
  type Answers,
  type Assessment,
  encodeAnswers,
  fill,
  type SelfCheckNotice,
} from '../../calculator/index.ts';
import type { FirstThings } from '../shared/result/firstThings.ts';
import { type Links, linkWithAnswers } from '../shared/result/links.ts';
import { platformOf } from './Contacts.tsx';
import { onTimeline } from './onTimeline.ts';

interface Props {
  notice: SelfCheckNotice;
  links: Links;
  answers: Answers;
  assessment: Assessment;
  things: FirstThings;
  onGoOn: () => void;
}

/** What to press: to go on while questions are left, and whatever else brings this person further. */
export function Onward({ onGoOn, ...props }: Props) {
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
