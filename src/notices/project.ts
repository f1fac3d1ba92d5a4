/** What each widget is sent of a notice. */
import {
  type AskingNode,
  type AskingSelfCheckNotice,
  type DocumentName,
  type FullNotice,
  type Node,
  type Notice,
  type OutcomeNode,
  type PrepareWording,
  planTimeline,
  type RosterWords,
  type SelfCheckNotice,
  type SourceDocument,
  type StageFact,
  screensLeft,
  type TimedNotice,
  type Verdict,
  type WorkCalendar,
} from '../calculator/index.ts';
import type { AnswerGroup } from './read/answers.ts';
import type { CheckGroup, CheckItem, Checklist } from './read/checklists.ts';
import { labelOf } from './read/complete.ts';

/**
 * The part of a notice that is sent to the browser: what the calculator and the widgets use, with only those
 * documents to which a result may point.
 *
 * @example forBrowser(notice).materials // undefined
 */
export function forBrowser(notice: FullNotice): Notice {
  const { specialties, whoMayApply, sanctions, materials, clauses, ...rest } = notice;
  const { status, prepare, ...wording } = notice.wording;
  const named = new Set(
    notice.rules.flatMap(({ basis = [], originals = [] }) => [...basis, ...originals]),
  );
  return {
    ...rest,
    wording,
    // Reviewing is the maintainers' affair.
    rules: rest.rules.map(({ reviewed, ...rule }) => rule),
    documents: rest.documents.filter(({ id }) => named.has(id)).map(asNamed),
  };
}

/** A document as a result names it. What for, only the page about documents says. */
function asNamed({ originalHeld, usedFor, clause, ...name }: SourceDocument): DocumentName {
  return name;
}

/**
 * What the self-check is sent: as for any widget, and the materials with the documents that they name, and what takes
 * long to find out or more than the notice: how much it asks, and the days that follow from the working-day calendar.
 *
 * @throws RangeError for a year whose working days are not held
 *
 * @example forSelfCheck(notice, calendar).screens > 0 // true
 */
export function forSelfCheck(notice: FullNotice, calendar: WorkCalendar): SelfCheckNotice {
  const light = forBrowser(notice);
  const named = new Set([
    ...light.documents.map(({ id }) => id),
    ...notice.materials.items.flatMap(({ documents = [] }) => documents),
  ]);
  // Neither day depends on today.
  const plan = planTimeline(notice, calendar, { today: notice.issuedOn });
  const { latestPosting } = plan.publicity;
  return {
    ...light,
    screens: screensLeft(light, {}),
    documents: notice.documents.filter(({ id }) => named.has(id)).map(asNamed),
    materials: notice.materials,
    outside: notice.whoMayApply.outside,
    lastWorkdays: Object.fromEntries(plan.stages.map((stage) => [stage.id, stage.lastWorkday])),
    ...(latestPosting && { latestPosting }),
  };
}

/**
 * What the roster's page is sent: what the self-check shows, as a row does once it is open; how rosters are read; and the
 * words of the list for the next year.
 *
 * @example forRosterPage(notice, calendar, { columns: [] }).notice.screens > 0 // true
 */
export function forRosterPage(
  notice: FullNotice,
  calendar: WorkCalendar,
  roster: RosterWords,
): { notice: SelfCheckNotice & { roster: RosterWords }; prepare: PrepareWording } {
  return { notice: { ...forSelfCheck(notice, calendar), roster }, prepare: notice.wording.prepare };
}

/**
 * What the timeline needs of a notice: it asks and decides nothing, so it does without the greater part.
 *
 * @example forTimeline(notice).questions // undefined
 */
export function forTimeline(notice: FullNotice): TimedNotice {
  const { id, year, number, version, revision, revisedOn, issuedOn } = notice;
  const { cutoffs, stages, publicity, rules, wording } = notice;
  return {
    ...{ id, year, number, version, revision, revisedOn, issuedOn, cutoffs, stages, publicity },
    rules: rules.map(({ id, title }) => ({ id, title })),
    wording: { actors: wording.actors },
  };
}

/**
 * What of it the questions need, for a page that fetches the rest once there is a result: the trees decide alike.
 *
 * @example forAsking(forSelfCheck(notice, calendar)).askingOnly // true
 */
export function forAsking(notice: SelfCheckNotice): AskingSelfCheckNotice {
  const { id, year, version, number, issuedOn, cutoffs, screens, outside } = notice;
  const [first, ...others] = notice.stages;
  const { outcomes, among, settled, asking, named, problems, verdicts } = notice.wording;
  const labelOf = (verdict: Verdict) => ({ label: verdicts[verdict].label });
  return {
    askingOnly: true,
    ...{ id, year, version, number, issuedOn, cutoffs, screens, outside },
    stages: [asDays(first), ...others.map(asDays)],
    questions: notice.questions.map(({ why, ...question }) => ({
      ...question,
      options: question.options.map(({ pointless, above, lastResort, ...option }) => option),
    })),
    rules: notice.rules.map(({ id, title, scope, standing, appliesWhen, tree }) => ({
      ...{ id, title, scope, standing, appliesWhen },
      tree: withoutWords(tree),
    })),
    wording: {
      ...{ outcomes, among, settled, asking, named, problems },
      verdicts: {
        outOfScope: labelOf('outOfScope'),
        ineligible: labelOf('ineligible'),
        unlikely: labelOf('unlikely'),
        incomplete: labelOf('incomplete'),
        review: labelOf('review'),
        likely: labelOf('likely'),
      },
    },
  };
}

const asDays = ({ id, opens, closes }: StageFact) => ({ id, ...(opens && { opens }), closes });

/**
 * What a page that asks by `forAsking` fetches once there is a result: all but the words that it has already.
 *
 * @example 'asking' in forResult(forSelfCheck(notice, calendar)).wording // false
 */
export function forResult({
  wording: { outcomes, among, settled, asking, named, problems, ...wording },
  ...notice
}: SelfCheckNotice) {
  return { ...notice, wording };
}

/**
 * What a result fetches when somebody wants to see what others ask: each question of a rule, and whose question it is.
 *
 * @example forAsked([]) // []
 */
export const forAsked = (groups: AnswerGroup[]) =>
  groups
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, question, links, asker }) => {
      const rules = links.flatMap((link) => /^rules\/(\w+)$/.exec(link)?.[1] ?? []);
      return rules.length > 0 ? [{ id, question, rules, ...(asker && { asker }) }] : [];
    });

/** A tree that decides the same and says nothing. */
function withoutWords(node: Node): AskingNode {
  const { verified } = node;
  const checked = verified && { verified };
  if ('ask' in node) {
    const branches = node.branches.map((branch) => ({ is: branch.is, ...withoutWords(branch) }));
    return { ...checked, ask: node.ask, branches };
  }
  if ('outcome' in node) return { ...checked, ...asOutcome(node) };
  if ('since' in node) return { ...checked, since: node.since, years: node.years };
  if ('barred' in node) return { ...checked, barred: node.barred, years: node.years };
  return {
    ...checked,
    each: node.each,
    least: node.least.map(({ reason, remedy, part, ...least }) => least),
    branches: node.branches.map((branch) => ({ is: branch.is, ...asOutcome(branch) })),
  };
}

const asOutcome = ({ outcome, years }: OutcomeNode) => ({
  outcome,
  ...(years !== undefined && { years }),
});

/**
 * What a publicity's notice is made of: the days, the notice's name, and what one can apply for.
 *
 * @example forPublicity(notice).targets // ['工程师', '助理工程师']
 */
export function forPublicity(notice: FullNotice) {
  const target = notice.questions.find(({ id }) => id === 'target');
  const { publicity, stages, clauses } = notice;
  const review = stages.find(({ id }) => id === publicity.stage);
  return {
    ...forTimeline(notice),
    title: notice.title,
    clauses: {
      publicity: labelOf({ clauses }, publicity.clause),
      deadline: review ? labelOf({ clauses }, review.clause) : '',
    },
    targets: target?.options.map(({ label }) => label) ?? [],
    specialties: notice.specialties.list.map(({ name }) => name),
  };
}

/** Where what a checklist names is to be read, and how its days are said. */
export interface CheckLinks {
  clause(id: string): string;
  document(id: string): string;
  rule(id: string): string;
  /** An ISO date in words. */
  day(day: string): string;
}

/**
 * A checklist as its widget is sent it: each item in words, whose word it is, and where that is said.
 *
 * @example forChecklist(notice, { role: 'employer', title: '清单', groups: [] }, {}).version // notice.version
 */
export function forChecklist(
  notice: FullNotice,
  { role, title, groups }: Checklist,
  links: CheckLinks,
): SentChecklist {
  const named = <T extends { id: string }>(of: T[], id: string): T => {
    const one = of.find((one) => one.id === id);
    if (!one) throw new TypeError(`Checklists are held to the notice, which lacks ${id}.`);
    return one;
  };
  const itemOf = ({ id, says, standing, isElsewhere, ...from }: CheckItem): SentItem => {
    const { clauses, documents, rule } = from;
    return {
      id,
      says: says.replace(/\d{4}-\d{2}-\d{2}/g, links.day),
      mark: isElsewhere ? 'elsewhere' : (standing ?? 'ours'),
      sources: [
        ...clauses.map((clause) => ({
          label: `通知 ${named(notice.clauses, clause).label}`,
          href: links.clause(clause),
        })),
        ...documents.map((id) => {
          const { title, shortTitle, number } = named(notice.documents, id);
          return {
            label: `《${shortTitle ?? title}》${number ? `（${number}）` : ''}`,
            href: links.document(id),
          };
        }),
        ...(rule
          ? [{ label: `规则：${named(notice.rules, rule).title}`, href: links.rule(rule) }]
          : []),
      ],
    };
  };
  return {
    ...{ role, title, number: notice.number, version: notice.version },
    groups: groups.map(({ items, ...group }) => ({ ...group, items: items.map(itemOf) })),
  };
}

interface SentChecklist extends Pick<Checklist, 'role' | 'title'> {
  /** The notice's, as printed lists name it. */
  number: string;
  version: string;
  groups: (Omit<CheckGroup, 'items'> & { items: SentItem[] })[];
}
interface SentItem {
  id: string;
  says: string;
  mark: NonNullable<CheckItem['standing']> | 'ours' | 'elsewhere';
  sources: { label: string; href: string }[];
}
