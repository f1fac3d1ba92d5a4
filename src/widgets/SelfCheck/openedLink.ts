import { type AskingNotice, decodeAnswers } from '../../calculator/index.ts';
import { mendedLink } from '../shared/mendedLink.ts';

/** What was read from a link. Answers given since are none of its doing. */
export type OpenedLink = ReturnType<typeof decodeAnswers> & {
  /** The person's own answers, kept on this device, and no link. */
  saved?: true;
  /** Something was lost on the way. */
  isCut?: boolean;
  /** It is the timeline's: the fragment that opens it there. */
  plan?: string;
};

/** What the address of the page brings along; undefined where it is no link. */
export function openedLink(notice: AskingNotice, href: string): OpenedLink | undefined {
  const link = mendedLink(href);
  if (!link) return undefined;
  if (link.kind === 'broken') return { answers: {}, dropped: [], isCut: true };
  const { kind, fragment, isCut } = link;
  if (kind === 'plan') return { answers: {}, dropped: [], plan: fragment };
  return { ...decodeAnswers(notice, fragment), isCut };
}
