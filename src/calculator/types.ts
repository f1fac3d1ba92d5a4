/**
 * What the calculator finds, and what it needs of a year's notice. The shapes of content themselves are defined in
 * `src/shapes`. Dates are ISO `YYYY-MM-DD` strings and compare as such.
 */
import type {
  Cite,
  DocumentName,
  FullNotice,
  IsoDate,
  Materials,
  Node,
  Outcome,
  Question,
  QuestionId,
  Rule,
  StageFact,
  Standing,
  Verdict,
  Verified,
  Wording,
} from '../shapes/types.ts';

export type * from '../shapes/types.ts';

// ── The notice ──────────────────────────────────────────────────────────────────────────────────────────────

/** What deciding, explaining and planning need of a year's notice; small enough to send to the browser. */
export interface Notice
  extends Pick<
    FullNotice,
    | 'id'
    | 'year'
    | 'version'
    | 'revision'
    | 'revisedOn'
    | 'number'
    | 'title'
    | 'issuer'
    | 'issuedOn'
    | 'cutoffs'
    | 'stages'
    | 'publicity'
    | 'questions'
    | 'contacts'
  > {
  rules: Rule[];
  documents: DocumentName[];
  wording: Wording;
}

/** A part of a rule's tree that decides the same and says nothing: what the page of the questions is sent. */
export type WithoutWords<T> = T extends (infer One)[]
  ? WithoutWords<One>[]
  : T extends object
    ? {
        [Key in keyof T as Exclude<
          Key,
          'reason' | 'remedy' | 'met' | 'metInWindow' | 'unmet'
        >]: WithoutWords<T[Key]>;
      }
    : T;
export type AskingNode = WithoutWords<Node>;
export type AskingRule = Pick<Rule, 'id' | 'title' | 'scope' | 'standing' | 'appliesWhen'> & {
  cites?: Cite[] | undefined;
  tree: AskingNode;
};

/** A question as it is asked: why, is fetched where somebody wants to know. */
export type Asking<Q extends Question> = Q extends unknown ? Omit<Q, 'why'> : never;
export type AskingQuestion = Asking<Question>;

type AskingStage = Pick<StageFact, 'id' | 'opens' | 'closes'>;

/**
 * What asking and deciding need of a year's notice. A whole notice is one, too; what explains, cites or lists takes no
 * less than the whole.
 */
export interface AskingNotice
  extends Pick<Notice, 'id' | 'year' | 'version' | 'number' | 'issuedOn' | 'cutoffs'> {
  stages: [AskingStage, ...AskingStage[]];
  questions: AskingQuestion[];
  rules: AskingRule[];
  wording: Pick<Wording, 'outcomes' | 'among' | 'settled' | 'asking' | 'named' | 'problems'> & {
    verdicts: Record<Verdict, Pick<Wording['verdicts'][Verdict], 'label'>>;
  };
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

/** What the self-check says before its first question. */
interface SelfCheckOpening {
  /** How many screens it can ask at the most. */
  screens: number;
  /** Those whom the notice leaves out, to be told before they begin. */
  outside: string;
}

/** What the self-check shows beside the calculator's findings. */
export interface SelfCheckNotice extends Notice, SelfCheckOpening {
  askingOnly?: undefined;
  materials: Materials;
  /** The last working day of each stage, by the stage's id. */
  lastWorkdays: Record<string, IsoDate>;
  /** The latest day on which the employer can post the publicity; absent when none is early enough. */
  latestPosting?: IsoDate | undefined;
}

/** What of it the questions need. The result fetches the whole. */
export interface AskingSelfCheckNotice extends AskingNotice, SelfCheckOpening {
  askingOnly: true;
}

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
  | {
      kind: 'amounts';
      /**
       * Every year that falls short, and the first whose notice no longer asks for it. One that falls short by a word,
       * and not by numbers, lacks no amount.
       */
      inYears: { year: number; freeFrom: number }[];
      lacking: { year: number; amount: string; have: number; need: number }[];
    };

export interface Finding {
  rule: string;
  outcome: Outcome;
  standing: Standing;
  /** Present when the value that decided was checked against the original; `standing` is then `notice`. */
  verified?: Verified;
  /** Empty where the notice holds no more than asking needs. */
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
