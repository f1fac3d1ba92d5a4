/**
 * The shapes of a year's notice (plain JSON, made by `src/notices` from `content/`) and of what the calculator
 * finds. Dates are ISO `YYYY-MM-DD` strings and compare as such.
 */

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** `target`, or for one year of an amounts question `credits.2024`. */
export type QuestionId = string;

export type Outcome = 'met' | 'unmet' | 'unknown' | 'review';
/** Who says so: the notice itself, the published base nearest to what it refers to, or nobody that this site knows of. */
export type Standing = 'notice' | 'reference' | 'manual';
export type Verdict = 'outOfScope' | 'ineligible' | 'unlikely' | 'incomplete' | 'review' | 'likely';

// ── The notice ──────────────────────────────────────────────────────────────────────────────────────────────

/** What deciding, explaining and planning need of a year's notice; small enough to send to the browser. */
export interface Notice {
  id: string;
  year: number;
  /** `2026.1`: the year and the revision of the data; it changes whenever an answer could. */
  version: string;
  /** The version's own count, and the day of its last change: calendar programs tell by them what is newer. */
  revision: number;
  revisedOn: IsoDate;
  number: string;
  title: string;
  issuer: string;
  issuedOn: IsoDate;
  cutoffs: { service: Dated; evidence: Dated };
  /** The first is the one in which people apply. */
  stages: [StageFact, ...StageFact[]];
  publicity: { workdays: number; stage: string; clause: string };
  questions: Question[];
  rules: Rule[];
  documents: SourceDocument[];
  contacts: { id: string; name: string; phones: string[]; clause: string }[];
  wording: Wording;
}

/** What the timeline needs of a notice. */
export type TimedNotice = Pick<
  Notice,
  | 'id'
  | 'year'
  | 'number'
  | 'version'
  | 'revision'
  | 'revisedOn'
  | 'issuedOn'
  | 'cutoffs'
  | 'stages'
  | 'publicity'
> & { rules: Pick<Rule, 'id' | 'title'>[]; wording: Pick<Wording, 'actors'> };

/** Everything that a year's content holds: what pages show beside what the calculator needs. */
export interface FullNotice extends Notice {
  specialties: { clause: string; list: { id: string; name: string }[] };
  whoMayApply: { clause: string; list: { who: string; may: string }[] };
  sanctions: { who: string; clause: string; when: string; consequences: string[] }[];
  materials: Materials;
  clauses: Clause[];
  wording: Wording & { status: StatusWording };
}

/** What the self-check shows beside the calculator's findings. */
export interface SelfCheckNotice extends Notice {
  /** Only what asking needs is here: texts are empty, lists too. The result fetches the whole. */
  askingOnly?: true | undefined;
  materials: Materials;
  /** The last working day of each stage, by the stage's id. */
  lastWorkdays: Record<string, IsoDate>;
  /** The latest day on which the employer can post the publicity; absent when none is early enough. */
  latestPosting?: IsoDate | undefined;
}

/** What to have ready, and what a person has to say for it that no rule asks. */
export interface Materials {
  extras: { id: string; label: string; clause: string }[];
  items: Material[];
}
export interface Material {
  id: string;
  /** Who gets it ready: an id of the wording's actors. */
  actor: string;
  text: string;
  clause: string;
  /** The clause's name. Filled in from the notice's text when it is loaded. */
  clauseLabel: string;
  /** Where it is got or looked up. */
  documents?: string[] | undefined;
  /** Only for these answers; of an amounts question's key, in any of its years. */
  when?: { question: string; is: string[] } | undefined;
  /** Only for those who said so: the id of an extra. */
  extra?: string | undefined;
}

export interface Dated {
  on: IsoDate;
  clause: string;
}

export interface StageFact {
  id: string;
  title: string;
  actor: string;
  task: string;
  /** Absent where the notice does not state it. */
  opens?: IsoDate | undefined;
  closes: IsoDate;
  clause: string;
}

/** One numbered part of the notice's own text. `paragraphs` are Markdown, in the order issued. */
export interface Clause {
  id: string;
  /** How the clause is named in Chinese: 四（二）第 1 项. */
  label: string;
  paragraphs: string[];
}

export interface SourceDocument {
  id: string;
  kind: 'notice' | 'document' | 'provincial' | 'national' | 'law' | 'system';
  title: string;
  shortTitle?: string | undefined;
  number?: string | undefined;
  originalHeld?: boolean | undefined;
  url?: string | undefined;
  where?: string | undefined;
  usedFor: string;
  /** The clause of this year's notice that names it; absent for what only a rule's values rest on. */
  clause?: string | undefined;
}

export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Advice never proposes this option to those who answered so. */
  pointless?: { question: QuestionId; is: string[] } | undefined;
  /** A lower option of the same question: who falls short with that one is not told to try this one. */
  above?: string | undefined;
  /** People decide about it, and rarely: advice names it after every other way, and promises no result. */
  lastResort?: boolean | undefined;
}

interface QuestionBase {
  id: QuestionId;
  /** Questions with the same screen are shown together. */
  screen: string;
  title: string;
  /** What can change the answer: another choice, waiting, the person's or employer's doing, or nothing. */
  changes: 'choice' | 'time' | 'person' | 'never';
  why: string;
  help?: string | undefined;
  clause: string;
  options: Option[];
}
export interface ChoiceQuestion extends QuestionBase {
  type: 'choice';
}
export interface DateQuestion extends QuestionBase {
  type: 'date';
  earliest: IsoDate;
  latest: IsoDate;
  /** How "a date" is offered when there are options beside it. */
  dateLabel?: string | undefined;
}
/** One year's numbers. `id` is `key.part`. */
export interface AmountsQuestion extends QuestionBase {
  type: 'amounts';
  key: string;
  part: string;
  amounts: AmountField[];
  derived?: DerivedAmount[] | undefined;
}
/** An amount that nobody types: what is left of one typed amount after another is taken away. */
export interface DerivedAmount {
  id: string;
  label: string;
  /** As in an AmountField. */
  name?: string | undefined;
  /** Ids of two amounts, the second within the first. */
  of: string;
  less: string;
}
export interface AmountField {
  id: string;
  label: string;
  /** What it is called among other parts of the whole, 专业; the label where there is none. */
  name?: string | undefined;
  least: number;
  most: number;
  step: number;
  /** The id of the amount that this one must not exceed. */
  within?: string | undefined;
}
export type Question = ChoiceQuestion | DateQuestion | AmountsQuestion;

export interface Cite {
  clause: string;
  /** The clause's name, 四（二）第 1 项. Filled in from the notice's text when it is loaded. */
  label: string;
  /** Words that stand in the clause. */
  quote: string;
}
/** A maintainer's check of a value against the original: it then counts as the notice's own. */
export interface Verified {
  on: IsoDate;
  by: string;
}
export interface Explanation {
  reason: string;
  remedy?: string | undefined;
}

export interface NodeBase {
  cites?: Cite[] | undefined;
  verified?: Verified | undefined;
}
export interface AskNode extends NodeBase {
  ask: QuestionId;
  branches: Branch[];
}
export interface OutcomeNode extends NodeBase, Explanation {
  outcome: Exclude<Outcome, 'unknown'>;
  /** How many full years have to follow what the remedy names, such as a title to be obtained first. */
  years?: number | undefined;
}
/** `years` full years since the date must be complete by the service cutoff. */
export interface SinceNode extends NodeBase {
  since: QuestionId;
  years: number;
  met: Explanation;
  unmet: Explanation;
}
/** Barred for `years` years from the date; still barred while the window's last day is not after the end. */
export interface BarredNode extends NodeBase {
  barred: QuestionId;
  years: number;
  met: Explanation;
  /** Used when the ban ends while the window is open. */
  metInWindow: Explanation;
  unmet: Explanation;
}
/** Least amounts, typed or derived, in each year of an amounts question. Every one that is not reached is named. */
export interface EachNode extends NodeBase {
  each: string;
  least: LeastAmount[];
  branches: (OutcomeNode & { is: string[] })[];
  met: Explanation;
}
export interface LeastAmount {
  amount: string;
  value: number;
  otherwise: 'unmet' | 'review';
  reason: string;
  /** Of a year's amounts the remedy of the first that decided is given: its {more} covers all of them. */
  remedy: { thisYear: string; earlier: string };
  /** From the question, when the notice is loaded: where a derived amount is read, and the name of what is a part. */
  of?: string | undefined;
  less?: string | undefined;
  part?: string | undefined;
}
export type Node = AskNode | OutcomeNode | SinceNode | BarredNode | EachNode;
/** `is` lists values of the question asked; `date` stands for any date. */
export type Branch = Node & { is: string[] };

export interface Rule {
  id: string;
  title: string;
  asks: string;
  /** A scope rule that is unmet puts the person outside the notice altogether. */
  scope?: boolean | undefined;
  standing: Standing;
  cites: Cite[];
  /** When the rule was last compared with its clauses, and a fingerprint of what they said then. */
  reviewed: { on: IsoDate; clauses: string };
  /** Documents from which the values were taken. */
  basis?: string[] | undefined;
  /** Documents whose originals would settle the values. */
  originals?: string[] | undefined;
  /** What nobody here knows, to be asked of the acceptance office. */
  open?: string[] | undefined;
  appliesWhen?: { question: QuestionId; is: string[] } | undefined;
  tree: Node;
}

/** On whose word a reason rests: a reference is the province's or the nation's, by the document that it was taken from. */
export type Source = 'notice' | 'provincial' | 'national' | 'manual' | 'verified';

/** Words shared by all years, from `content/wording.yaml`. */
export interface Wording {
  outcomes: Record<Outcome, string>;
  standings: Record<Standing | 'verified', { label: string; meaning: string }>;
  /** How a reason says on whose word it rests. */
  accordingTo: Record<Source, string>;
  /** What of a whole is to be made up of which parts. */
  among: string;
  verdicts: Record<Verdict, { label: string; summary: string; next: string }>;
  /** `madeUp` while this year's amounts can still be completed. */
  earliestYear: { label: string; madeUp: string; conditions: string };
  unanswered: string;
  onReference: string;
  decidedBy: string;
  noMatter: string;
  settled: string;
  actors: Record<string, string>;
  spans: { years: string; months: string; days: string };
  problems: Record<ProblemId, string>;
  /** A problem among several, with the question that has it. */
  named: string;
}
/** How the year stands today: for pages, and what is made with them. */
export type StatusWording = Record<
  | 'period'
  | 'until'
  | 'dates'
  | 'before'
  | 'open'
  | 'lastDay'
  | 'running'
  | 'after'
  | 'clockOff'
  | 'prepare'
  | 'newer',
  string
>;
export type ProblemId =
  | 'notAnObject'
  | 'unreadable'
  | 'unknownQuestion'
  | 'notAnOption'
  | 'notADate'
  | 'dateOutOfRange'
  | 'notAmounts'
  | 'amountOutOfRange'
  | 'amountStep'
  | 'amountExceeds'
  | 'linkTooLong'
  | 'repeated';

// ── Answers and findings ────────────────────────────────────────────────────────────────────────────────────

/** One year's numbers, by amount id. */
export type Amounts = Record<string, number>;
export type Answer = string | Amounts;
/** Parsed answers by question; an amounts question holds a record by year. Absent means not answered yet. */
export type Answers = Record<string, string | Record<string, Answer>>;

export interface Issue {
  field: QuestionId;
  /** Chinese, for the person. */
  message: string;
}

/** What is short, as figures. Every kind is mended by time; what time cannot mend has no shortfall. */
export type Shortfall =
  | { kind: 'years'; question: QuestionId; since: IsoDate; years: number; reachedOn: IsoDate }
  | { kind: 'ban'; since: IsoDate; endsOn: IsoDate }
  | { kind: 'amounts'; lacking: { year: number; amount: string; have: number; need: number }[] };

export interface Finding {
  rule: string;
  outcome: Outcome;
  standing: Standing;
  /** Present when the value that decided was checked against the original; `standing` is then `notice`. */
  verified?: Verified;
  cites: Cite[];
  /** The questions that the rule's tree asked and the answers it got. */
  path: { question: QuestionId; answer: Answer }[];
  /** Unanswered questions at which the rule stopped; empty unless the outcome is, or may yet be, unknown. */
  stoppedAt: QuestionId[];
  shortfall?: Shortfall;
}

export interface Assessment {
  verdict: Verdict;
  /** No answer to the missing questions can change the verdict. */
  settled: boolean;
  findings: Finding[];
  missing: QuestionId[];
  /** The first later year in which time alone has mended everything; absent where something else must be mended. */
  earliestYear?: number;
  /** The same if the amounts of the notice's own year are still completed in that year; only where it is earlier. */
  earliestYearMadeUp?: number;
}

// ── Time ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The State Council's schedules, by year. `off` and `worked` list single days. */
export interface WorkCalendar {
  years: Record<
    string,
    {
      document: string;
      holidays: { name: string; from: IsoDate; to: IsoDate }[];
      worked: IsoDate[];
    }
  >;
}

export type StageStatus = 'upcoming' | 'open' | 'closed';

export interface Stage {
  id: string;
  actor: string;
  opens?: IsoDate;
  closes: IsoDate;
  status: StageStatus;
  /** Calendar days from today to the closing day, 0 on it; absent once closed. */
  daysLeft?: number;
  /** The last working day on or before the closing day. */
  lastWorkday: IsoDate;
  /** Working days from the stage's opening, or after the closing of the stage before it, up to its closing day. */
  workdays: number;
  /** Working days after today up to the closing day; only while the stage is open. */
  workdaysLeft?: number;
}

export interface Timeline {
  stages: Stage[];
  publicity: {
    /** Working days that the notice requires. */
    required: number;
    /** The latest working day on which posting still works; absent when none does. */
    latestPosting?: IsoDate;
    posted?: PostedPublicity;
  };
  submission?: Submission;
  schedule?: Schedule;
  /** Present when steps are planned and there is room for them at all. */
  latest?: LatestSchedule;
}

/** What a day of submission leaves to the employer. */
export interface Submission {
  submittedOn: IsoDate;
  /** Whether applications can be submitted on that day. */
  inWindow: boolean;
  /** Working days after it up to the latest posting: those on which the employer can audit and post. */
  auditDays: IsoDate[];
}

/** One of an employer's internal steps, in working days. Exactly one of them is the publicity. */
export interface PlanStep {
  name: string;
  workdays: number;
  publicity?: boolean | undefined;
}

export interface Schedule {
  submittedOn: IsoDate;
  postedOn: IsoDate;
  /** The steps in their order, each with the working days that it takes. */
  steps: (PlanStep & { days: IsoDate[] })[];
  recommendOn: IsoDate;
  feasible: boolean;
  /** Working days after `recommendOn` up to the deadline. */
  slackWorkdays: number;
  /** Why it is not feasible. */
  obstacle?: 'beforeOpening' | 'afterClosing' | 'late';
  /** The first step that ends after the deadline; the number of steps when only the recommending does. */
  breaksAt?: number;
  /** The changes that would make it feasible, either of which suffices; an absent one cannot. */
  nearest?: { submittedOn?: IsoDate; steps?: PlanStep[] | undefined };
}

/** The last days that still work. */
export interface LatestSchedule {
  submitBy: IsoDate;
  postBy: IsoDate;
  steps: { begins: IsoDate; ends: IsoDate }[];
}

export interface PostedPublicity {
  postedOn: IsoDate;
  counted: IsoDate[];
  endsOn: IsoDate;
  recommendFrom: IsoDate;
  feasible: boolean;
  /** Working days after `recommendFrom` up to the deadline. */
  slackWorkdays: number;
}

/** A remedy with its day. */
export type Task =
  /** To be done or asked by the day, which is the last for submitting. */
  | { kind: 'do'; rule: string; on: IsoDate }
  /** A year's amounts, such as credits, to be made up by the day. */
  | { kind: 'amounts'; rule: string; year: number; on: IsoDate }
  /** The day on which the years are complete. */
  | { kind: 'years'; rule: string; on: IsoDate }
  /** The last day of the ban. */
  | { kind: 'ban'; rule: string; on: IsoDate };
