import { addDays } from '../dates.ts';
import type {
  Answer,
  Answers,
  Assessment,
  Finding,
  IsoDate,
  Notice,
  Question,
  QuestionId,
  Verdict,
} from '../types.ts';
import { withAnswer } from './answers.ts';
import { assess } from './assess.ts';
import {
  type AnswerList,
  answerTo,
  type CompiledNotice,
  type CompiledRule,
  compiled,
  readAnswers,
} from './compiled.ts';
import { explain } from './explain.ts';
import { screensLeft } from './progress.ts';
import { arrive, yearOutcome } from './walk.ts';
import { groupOf, groupsOf, RANK, waysOn } from './ways.ts';

/** Who or what brings a change about: waiting, the person (or the employer for them), or nothing. */
export type By = 'time' | 'person' | 'never';

export interface AdvisedChange {
  rule: string;
  by: By;
  /** Chinese: what to do or to wait for; for `never`, why nothing can be done. */
  text: string;
  /** The day from which time has mended it. */
  on?: IsoDate;
  /** Full years that have to follow what is done: too late for this notice, whatever is done today. */
  years?: number;
  /** Beside amounts that are short there is a year of which something has to be asked. */
  asks?: true;
}

/** Another way to apply, found by deciding it: the answers that differ and the verdict that they would give. */
export interface OtherWay {
  changed: { question: QuestionId; answer: Answer }[];
  verdict: Verdict;
  /** How many screens that way may still ask, at the most. */
  asks: number;
  /** People decide about it, and rarely. */
  lastResort?: true;
  /** It would give no better verdict, but fewer full years have to follow. */
  sooner?: boolean;
}

export interface Advice {
  /** Together these suffice, unless one of them is `never`. Empty for a good or an open result. */
  changes: AdvisedChange[];
  otherWays: OtherWay[];
  /** Questions unanswered or answered 不清楚 that cannot change the verdict, whatever the answer. */
  noMatter: QuestionId[];
  /** The one answer that decides, where a single one does. */
  decidedBy?: QuestionId;
}

/**
 * What would make a person eligible, and which answers matter for it. Everything is found by assessing changed
 * answers; nothing is known about any rule here.
 *
 * @example advise(notice, { employer: 'other' }).decidedBy // 'employer'
 */
export function advise(notice: Notice, answers: Answers): Advice {
  const assessment = assess(notice, answers);
  const { verdict, findings } = assessment;
  const deciding = findings.filter((finding) => isDecisive(notice, assessment, finding));
  const wanting = verdict === 'ineligible' || verdict === 'unlikely' || verdict === 'review';
  const decidedBy = verdict === 'incomplete' ? undefined : deciderOf(notice, answers, deciding);
  const changes = wanting ? changesOf(notice, answers, findings) : [];
  return {
    changes,
    otherWays: wanting ? otherWays(notice, answers, verdict, yearsIn(changes)) : [],
    noMatter: noMatter(notice, answers, assessment),
    ...(decidedBy && { decidedBy }),
  };
}

/**
 * Whether a finding is one of those that made the verdict what it is.
 *
 * @example isDecisive(notice, assess(notice, {}), assess(notice, {}).findings[0]) // true
 */
export function isDecisive(
  notice: Notice,
  { verdict }: Assessment,
  { rule, outcome, standing }: Finding,
): boolean {
  switch (verdict) {
    case 'outOfScope':
      return outcome === 'unmet' && notice.rules.some(({ id, scope }) => id === rule && scope);
    case 'ineligible':
      return outcome === 'unmet' && standing === 'notice';
    case 'unlikely':
      return outcome === 'unmet';
    case 'incomplete':
      return outcome === 'unknown';
    case 'review':
      return outcome === 'review';
    case 'likely':
      return false;
  }
}

/**
 * The one question at which every deciding finding turned: the last one asked, or of the years that are asked together
 * the one of which another answer alone could make the finding better. A finding that no single answer turns is held
 * up whatever the others do.
 */
function deciderOf(notice: Notice, answers: Answers, deciding: Finding[]): QuestionId | undefined {
  const model = compiled(notice);
  const turned = deciding.map(({ rule, path }) => {
    const asked = askedOn(notice, path);
    const last = asked.at(-1);
    if (last?.type !== 'amounts') return last ? [last] : [];
    const group = groupOf(model.rulesById.get(rule) as CompiledRule);
    const best = (known: AnswerList) =>
      Math.max(...waysOn(model, group, known).map(({ rank }) => rank));
    const now = readAnswers(model, answers);
    return asked.filter(
      (question) => question.type === 'amounts' && best(without(model, now, question)) > best(now),
    );
  });
  const [first, ...others] = new Set(turned.flat().map(({ id }) => id));
  return others.length === 0 && turned.every(({ length }) => length === 1) ? first : undefined;
}

/** The questions that led to a finding. */
function askedOn(notice: Notice, path: Finding['path']): Question[] {
  const { questions } = compiled(notice);
  return path.map(({ question }) => questions.get(question) as Question);
}

/** What would mend all that does not hold or is not sure. */
const changesOf = (notice: Notice, answers: Answers, findings: Finding[]): AdvisedChange[] =>
  findings
    .filter(({ outcome }) => outcome === 'unmet' || outcome === 'review')
    .flatMap((finding) => changesFor(notice, answers, finding));

/** How many full years have to follow what is to be done first; 0 where nothing is. */
const yearsIn = (changes: AdvisedChange[]): number =>
  Math.max(0, ...changes.map(({ years = 0 }) => years));

function changesFor(notice: Notice, answers: Answers, finding: Finding): AdvisedChange[] {
  const { rule, outcome, path, shortfall } = finding;
  const model = compiled(notice);
  const known = readAnswers(model, answers);
  const end = arrive(model.rulesById.get(rule) as CompiledRule, known);
  const change = (by: By, on?: IsoDate, of = finding): AdvisedChange[] => {
    const text = by === 'never' ? explain(notice, of).reason : cure(notice, of);
    return text ? [{ rule, by, text, ...(on && { on }) }] : [];
  };
  // What is only uncertain is settled by asking.
  if (outcome === 'review') return change('person');
  switch (shortfall?.kind) {
    case 'years':
      return change('time', shortfall.reachedOn);
    case 'ban':
      return change('time', addDays(shortfall.endsOn, 1));
    case 'amounts': {
      // This year's can still be earned; an earlier one only falls out of the years asked for.
      const isPast = (question: Question) =>
        question.type === 'amounts' &&
        Number(question.part) < notice.year &&
        shortfall.inYears.some(({ year }) => year === Number(question.part));
      const asked = askedOn(notice, path);
      // Each gets the words of its own years.
      const those = (by: By, keep: (question: Question) => boolean) => {
        const of = { ...finding, path: path.filter((_, index) => keep(asked[index] as Question)) };
        return change(by, undefined, of);
      };
      const asks =
        end.kind === 'each' &&
        end.years.some(({ at }) => {
          const answer = known[at];
          return answer !== undefined && yearOutcome(end, answer) === 'review';
        });
      return [
        ...those('time', (question) => question.type !== 'amounts' || isPast(question)),
        ...those('person', (question) => !isPast(question)).map((one) =>
          asks ? { ...one, asks } : one,
        ),
      ];
    }
    default: {
      const years = end.kind === 'outcome' ? end.node.years : undefined;
      const by = askedOn(notice, path).at(-1)?.changes === 'person' ? 'person' : 'never';
      return change(by).map((one) => (years === undefined ? one : { ...one, years }));
    }
  }
}

/** What would mend a finding, of each year by itself; where nothing is known to, why it came out so. */
function cure(notice: Notice, finding: Finding): string {
  const { path } = finding;
  const isYear = askedOn(notice, path).map(({ type }) => type === 'amounts');
  const before = path.filter((_, index) => !isYear[index]);
  const parts = path.filter((_, index) => isYear[index]).map((year) => [...before, year]);
  return (parts.length ? parts : [before])
    .map((part) => {
      const { reason, remedy = reason } = explain(notice, { ...finding, path: part });
      return remedy;
    })
    .join('');
}

/**
 * Every combination of the questions that are the person's own choice, such as another route or the lower title.
 *
 * @param wait how many full years have to follow as things are
 */
function otherWays(notice: Notice, answers: Answers, verdict: Verdict, wait: number): OtherWay[] {
  const model = compiled(notice);
  const fallsShort = verdict !== 'review';
  let ways: { answers: Answers; changed: OtherWay['changed'] }[] = [{ answers, changed: [] }];
  for (const question of notice.questions) {
    if (question.changes !== 'choice') continue;
    ways = ways.flatMap((way) => [
      way,
      ...question.options
        .filter(({ pointless }) => !pointless?.is.includes(answers[pointless.question] as string))
        .filter(({ above }) => !(fallsShort && above && answers[question.id] === above))
        .map(({ value }) => ({
          answers: withAnswer(way.answers, question, value),
          changed: [...way.changed, { question: question.id, answer: value }],
        })),
    ]);
  }
  const rank = (way: { verdict: Verdict }) => RANK.indexOf(way.verdict);
  const better = ways
    .map((way): OtherWay => {
      const { verdict: then, findings } = assess(notice, way.answers);
      const sooner = then === verdict && yearsIn(changesOf(notice, way.answers, findings)) < wait;
      const lastResort = way.changed.some(({ question, answer }) =>
        model.questions
          .get(question)
          ?.options.some((option) => option.value === answer && option.lastResort),
      );
      return {
        changed: way.changed,
        verdict: then,
        asks: screensLeft(notice, way.answers),
        ...(lastResort && { lastResort }),
        ...(sooner && { sooner }),
      };
    })
    .filter((way) => way.sooner || rank(way) > RANK.indexOf(verdict))
    .sort(
      (a, b) =>
        Number(a.lastResort ?? false) - Number(b.lastResort ?? false) ||
        rank(b) - rank(a) ||
        a.changed.length - b.changed.length,
    );
  // A way that changes more for the same verdict is no advice: so one that “changes” to what was chosen goes, too.
  return better.filter(
    (way) =>
      !better.some(
        (other) =>
          other.changed.length < way.changed.length &&
          rank(other) >= rank(way) &&
          other.changed.every((change) =>
            way.changed.some(
              (own) => own.question === change.question && own.answer === change.answer,
            ),
          ),
      ),
  );
}

/**
 * The questions of which no answers, given to all of them together, change the verdict: those open, and of those answered
 * 不清楚 as many as can be left open beside them.
 */
function noMatter(
  notice: Notice,
  answers: Answers,
  { verdict, ...rest }: Assessment,
): QuestionId[] {
  const model = compiled(notice);
  const used = new Set(rest.findings.flatMap(({ path }) => path.map(({ question }) => question)));
  const now = RANK.indexOf(verdict);
  const isSure = (known: AnswerList) => {
    const ranks = groupsOf(model).map((group) =>
      waysOn(model, group, known).map(({ rank }) => rank),
    );
    const best = Math.min(...ranks.map((of) => Math.max(...of)));
    return best === now && Math.min(...ranks.flat()) === now;
  };
  let known = readAnswers(model, answers);
  if (verdict === 'incomplete' || !isSure(known)) return [];
  return notice.questions
    .filter((question) => {
      if (rest.missing.includes(question.id)) return true;
      if (!used.has(question.id) || answerTo(answers, question) !== 'unsure') return false;
      const open = without(model, known, question);
      if (!isSure(open)) return false;
      known = open;
      return true;
    })
    .map(({ id }) => id);
}

/** The same answers with one open again. */
function without({ order }: CompiledNotice, known: AnswerList, { id }: Question): AnswerList {
  return order.map((other, at) => (other === id ? undefined : known[at]));
}
