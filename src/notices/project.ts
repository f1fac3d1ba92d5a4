/** What each widget is sent of a notice. */
import {
  type DocumentName,
  type FullNotice,
  type Node,
  type Notice,
  planTimeline,
  type SelfCheckNotice,
  type SourceDocument,
  screensLeft,
  type TimedNotice,
  type Wording,
  type WorkCalendar,
} from '../calculator/index.ts';

/**
 * The part of a notice that is sent to the browser: what the calculator and the widgets use, with only those
 * documents to which a result may point.
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

/** What the timeline needs of a notice: it asks and decides nothing, so it does without the greater part. */
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
 * What of it the questions need, for a page that fetches the rest once there is a result: the trees decide alike, but
 * nothing can be explained, cited or listed.
 */
export function forAsking(notice: SelfCheckNotice): SelfCheckNotice {
  const { verdicts } = notice.wording;
  const labels = <T extends { label: string }>(texts: Record<string, T>, empty: Omit<T, 'label'>) =>
    Object.fromEntries(Object.entries(texts).map(([id, { label }]) => [id, { ...empty, label }]));
  return {
    ...notice,
    askingOnly: true,
    title: '',
    issuer: '',
    documents: [],
    contacts: [],
    materials: { extras: [], items: [] },
    lastWorkdays: {},
    stages: notice.stages.map((stage) => ({
      ...stage,
      ...{ title: '', actor: '', task: '', clause: '' },
    })) as Notice['stages'],
    questions: notice.questions.map((question) => ({
      ...question,
      // Fetched where somebody asks for it.
      why: '',
      options: question.options.map(({ pointless, above, lastResort, ...option }) => option),
    })),
    rules: notice.rules.map(({ id, title, scope, standing, appliesWhen, tree }) => ({
      ...{ id, title, scope, standing, appliesWhen },
      ...{ asks: '', cites: [], reviewed: { on: '', clauses: '' } },
      tree: withoutWords(tree),
    })),
    wording: {
      ...notice.wording,
      standings: {} as Wording['standings'],
      verdicts: labels(verdicts, { summary: '', closed: '', next: '' }) as typeof verdicts,
      accordingTo: {} as Wording['accordingTo'],
      earliestYear: { label: '', open: '', thisYear: '', madeUp: '', conditions: '' },
      actors: {},
      result: {} as Wording['result'],
      ...{ unanswered: '', onReference: '', decidedBy: '', noMatter: '' },
      spans: { years: '', months: '', days: '' },
    },
  };
}

/** A tree that decides the same and says nothing. */
function withoutWords(tree: Node): Node {
  return JSON.parse(
    JSON.stringify(tree, (key, value) => {
      if (key === 'cites' || key === 'part') return undefined;
      return ['reason', 'remedy', 'thisYear', 'earlier'].includes(key) && typeof value === 'string'
        ? ''
        : value;
    }),
  );
}
