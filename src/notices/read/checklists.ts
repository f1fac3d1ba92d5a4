/** The checklists of units and offices as pages show them: each item with its source and whose word it is. */
import { type FullNotice, fill } from '../../calculator/index.ts';
import type { WrittenCheckItem, WrittenChecklist } from '../../shapes/index.ts';
import { answerSlots } from '../facts.ts';
import { type AnswerPart, type Point, partOf } from './answers.ts';

/** What one role looks at. */
export interface Checklist {
  /** An actor of the notice. */
  role: string;
  title: string;
  groups: CheckGroup[];
}

export interface CheckGroup {
  id: string;
  title: string;
  /** Once for every person, or once for all of them. */
  each: boolean;
  items: CheckItem[];
}

export interface CheckItem extends AnswerPart {
  /** Unique in its list, and stable: saved files know it by this. */
  id: string;
  /** How others do it: a reminder, no rule here. */
  isElsewhere: boolean;
  /** The rule that says its figures. */
  rule?: string;
}

/** @param written held to the notice already */
export const checklistsOf = (
  notice: FullNotice,
  points: Point[],
  written: WrittenChecklist[],
): Checklist[] =>
  written.map(({ groups, ...list }) => ({
    ...list,
    groups: groups.map(({ items, ...group }) => ({
      ...group,
      items: items.map((item) => itemOf(notice, points, item)),
    })),
  }));

function itemOf(
  notice: FullNotice,
  points: Point[],
  { id, elsewhere, ...part }: WrittenCheckItem,
): CheckItem {
  const slots = answerSlots(notice);
  if (elsewhere !== undefined) {
    return { id, isElsewhere: true, says: fill(elsewhere, slots), clauses: [], documents: [] };
  }
  return {
    id,
    isElsewhere: false,
    ...partOf(notice, points, slots, part),
    ...(part.rule !== undefined && { rule: part.rule }),
  };
}
