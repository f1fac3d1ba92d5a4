/** A person's own list for the assumed next year: what the calculator found, in the words of the rules. */
import {
  type AmountsQuestion,
  type Answers,
  assess,
  carriedOver,
  explain,
  type Finding,
  fill,
  type IsoDate,
  type Node,
  type Notice,
  nextYear,
  type OutlookItem,
  outlook,
} from '../../../calculator/index.ts';
import { STATES, type State, type Words } from './words.ts';

export interface Item {
  /** Stable: calendars know the event by it. */
  id: string;
  title: string;
  /** Empty where the title says all. */
  text: string;
  /** By which day it has to be done, or from which it holds. */
  by?: IsoDate;
  /** The first year for which it can hold, where that is a later one. */
  year?: number;
}
export interface Group {
  state: State;
  items: Item[];
}

/** @returns the groups that have something in them, what is to be done first */
export function preparationOf(notice: Notice, answers: Answers, words: Words): Group[] {
  const { items } = outlook(notice, answers);
  const told = items.map((item) => ({
    state: item.state,
    item: itemOf(notice, answers, item, words),
  }));
  return STATES.map((state) => ({
    state,
    items: told.filter((one) => one.state === state).map(({ item }) => item),
  })).filter(({ items }) => items.length > 0);
}

function itemOf(notice: Notice, answers: Answers, item: OutlookItem, words: Words): Item {
  const { rule: id, state, by, year } = item;
  const next = nextYear(notice);
  const rule = notice.rules.find((one) => one.id === id);
  if (!rule) throw new RangeError(`No rule ${id}`);
  const find = (list: Finding[]) => list.find((finding) => finding.rule === id);
  const then = find(assess(next, carriedOver(next, answers)).findings) as Finding;
  const now = find(assess(notice, answers).findings);

  if ('each' in rule.tree) {
    // Of amounts `year` is the one that the item is about; only what is too late names the first year without it.
    const isLate = state === 'notByThen';
    const span = next.questions.filter((one) => isOf(rule.tree, one)).length;
    const about = (year as number) - (isLate ? span : 0);
    return {
      id: `${id}-${about}`,
      title: fill(words.ofYear, { rule: rule.title, year: about }),
      text: ofYear(notice, rule.tree, about, then, now, state, words),
      ...(by && { by }),
      ...(isLate && year !== undefined && { year }),
    };
  }
  const { reason, remedy = '' } =
    // Waiting is what brings it: this year's words say until when.
    state === 'byTime' && now ? explain(notice, now) : explain(next, then);
  const text = {
    holds: reason,
    byTime: remedy,
    toDo: reason + remedy,
    notByThen: reason + remedy,
    ask: reason + remedy,
  }[state];
  return { id, title: rule.title, text, ...(by && { by }), ...(year !== undefined && { year }) };
}

const isOf = (tree: Node, question: Notice['questions'][number]): question is AmountsQuestion =>
  'each' in tree && question.type === 'amounts' && question.key === tree.each;

/** One year of a rule on amounts. */
function ofYear(
  notice: Notice,
  tree: Extract<Node, { each: string }>,
  year: number,
  then: Finding,
  now: Finding | undefined,
  state: State,
  words: Words,
): string {
  const own = ({ path }: Finding) =>
    path.filter(({ question }) => question === `${tree.each}.${year}`);
  if (state === 'holds') return words.enough;
  const known = own(then).length > 0;
  if (!known && year > notice.year) return ahead(notice, tree, year, words);
  if (!known) return words.unanswered;
  // The notice's own year can still be completed, and the words for that are this year's.
  const [of, finding] = year === notice.year && now ? [notice, now] : [nextYear(notice), then];
  const outcome = state === 'ask' ? 'review' : 'unmet';
  const { reason, remedy = '' } = explain(of, { ...finding, outcome, path: own(finding) });
  return reason + remedy;
}

/** What a year that has not begun will ask for. */
function ahead(
  notice: Notice,
  tree: Extract<Node, { each: string }>,
  year: number,
  words: Words,
): string {
  const question = notice.questions.find((one) => isOf(tree, one));
  if (question?.type !== 'amounts') throw new RangeError(`No amounts ${tree.each}`);
  const named = [...question.amounts, ...(question.derived ?? [])];
  const amounts = tree.least.map(({ amount, value }) => {
    const found = named.find(({ id }) => id === amount);
    return fill(words.amount, { name: found?.name ?? found?.label ?? amount, value });
  });
  return fill(words.ahead, { year, amounts: amounts.join('，') });
}
