/** Questions and answers as pages show them: each part with its standing and its source, and the facts in its words. */
import {
  type FullNotice,
  fill,
  type Node,
  type SourceDocument,
  type Standing,
  type Verified,
} from '../../calculator/index.ts';
import type {
  WrittenAnswer,
  WrittenAnswerPart,
  WrittenAnswers,
  WrittenTerm,
} from '../../shapes/index.ts';
import { endOf, slotsAt } from '../ends.ts';
import { answerSlots } from '../facts.ts';

/** What one file of `answers/` holds. */
export interface AnswerGroup {
  id: string;
  title: string;
  questions: AnsweredQuestion[];
}

export interface AnsweredQuestion {
  /** Its anchor on the page of all questions. */
  id: string;
  question: string;
  answer: AnswerPart[];
  /** Whom to ask, in this order: ids of actors or contacts, or whoever else in Chinese. */
  ask: string[];
  /** What to have at hand when asking. */
  bring?: string | undefined;
  /** How it is in other places: a reminder, never a rule here. */
  elsewhere?: string | undefined;
  /** Other words that people use for it. */
  words: string[];
  /** Pages of the year, rules and documents, as they are written. */
  links: string[];
  /** Who asks it of a rule: by question of the self-check, the answers to it. Absent where anybody does. */
  asker?: Record<string, string[]> | undefined;
}

export interface AnswerPart {
  /** Absent for what this site advises of its own. */
  standing?: Standing;
  verified?: Verified;
  says: string;
  clauses: string[];
  quote?: string;
  documents: SourceDocument['id'][];
  /** The open point that it repeats. */
  point?: string;
}

/** A word that pages use, explained. */
export interface Term {
  id: string;
  term: string;
  /** Other words for the same. */
  also: string[];
  /** Words that lead to it and mean something else. */
  words?: string[] | undefined;
  /** How it stands in the text of pages. */
  spelled: string[];
  /** Words that hold one of those spellings and mean something else. */
  notIn: string[];
  means: AnswerPart[];
  links: string[];
}

/** What nobody here knows, as far as an answer repeats it. */
export interface Point {
  point: string;
  about?: string | undefined;
  clause?: string | undefined;
  ask: string[];
}

/** @param written held to the notice already */
export function answersOf(
  notice: FullNotice,
  points: Point[],
  { id, title, questions }: WrittenAnswers,
): AnswerGroup {
  const slots = answerSlots(notice);
  return {
    id,
    title,
    questions: questions.map(({ question, answer, ask, ...rest }) => ({
      ...rest,
      question: fill(question, slots),
      answer: answer.map((part) => partOf(notice, points, slots, part)),
      ask: ask ?? askedOf(points, answer),
    })),
  };
}

/** @param written held to the notice already */
export function termsOf(notice: FullNotice, points: Point[], written: WrittenTerm[]): Term[] {
  const slots = answerSlots(notice);
  return written.map(({ also = [], spelled, notIn = [], means, ...rest }) => ({
    ...rest,
    also,
    spelled: spelled ?? [rest.term],
    notIn,
    means: means.map((part) => partOf(notice, points, slots, part)),
  }));
}

/** Whom the open points name that an answer repeats. */
const askedOf = (points: Point[], answer: WrittenAnswer['answer']): string[] => [
  ...new Set(answer.flatMap(({ point }) => points.find((one) => one.point === point)?.ask ?? [])),
];

const leavesOpen = (node: Node): boolean => 'outcome' in node && node.outcome === 'review';

export function partOf(
  notice: FullNotice,
  points: Point[],
  slots: Record<string, string>,
  part: WrittenAnswerPart,
): AnswerPart {
  const { says = '', clause, quote, documents = [] } = part;
  const none = { clauses: [], documents: [] };
  const rule = notice.rules.find(({ id }) => id === part.rule);
  const point = points.find((one) => one.point === part.point);
  if (rule) {
    const end = endOf(rule, part.when ?? {});
    const { verified, cites } = end;
    return {
      ...none,
      // Where a rule leaves it to people, nobody's figure stands behind it.
      standing: leavesOpen(end.node) ? 'manual' : verified ? 'notice' : rule.standing,
      ...(verified && { verified }),
      says: fill(says, { ...slots, ...slotsAt(notice, rule, end) }),
      clauses: [...new Set(cites.map((cite) => cite.clause))],
    };
  }
  if (point) {
    return {
      ...none,
      standing: 'manual',
      says: point.about ?? point.point,
      clauses: point.clause === undefined ? [] : [point.clause],
      point: point.point,
    };
  }
  if (clause !== undefined) {
    const quoted = quote === undefined ? {} : { quote };
    return { standing: 'notice', says: fill(says, slots), clauses: [clause], ...quoted, documents };
  }
  if (documents.length > 0) {
    return { standing: 'reference', says: fill(says, slots), clauses: [], documents };
  }
  if (part.notStated !== undefined) {
    return { ...none, standing: 'manual', says: fill(part.notStated, slots) };
  }
  return { ...none, says: fill(part.ours ?? '', slots) };
}
