/** Loaded with a link: what it holds, and what its reader has to know of it. */
import type { ComponentChild } from 'preact';
import type { TimedNotice } from '../../calculator/index.ts';
import { decodePlan, type PlanState } from '../../plan/index.ts';
import { mendedLink } from '../shared/mendedLink.ts';
import { LinkNote } from './LinkNote.tsx';

interface OpenedLink {
  /** Undefined where the link brings none. */
  plan: Partial<PlanState> | undefined;
  note: ComponentChild;
}

/** @param selfCheck where the self-check stands */
export function openedLink(
  notice: TimedNotice,
  href: string,
  selfCheck: string,
): OpenedLink | undefined {
  const link = mendedLink(href);
  if (!link) return undefined;
  const read = link.kind === 'plan' ? decodePlan(notice, link.fragment) : undefined;
  return { plan: read?.plan, note: <LinkNote {...{ notice, link, read, selfCheck }} /> };
}
