/**
 * Written by `npm run shapes` from the shapes beside it, for code that must do without zod: change those, not this.
 * Dates compare as strings.
 */

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

/** One year’s numbers. `id` is `key.part`. */
export interface AmountsQuestion {
  id: QuestionId;
  /** Questions with the same screen are shown together. */
  screen: string;
  /** The part of the check that it belongs to, by name; the questions of a part follow one another. */
  section: string;
  title: string;
  /** What can change the answer: another choice, waiting, the person’s or employer’s doing, or nothing. */
  changes: 'choice' | 'time' | 'person' | 'never';
  why: string;
  help?: string | undefined;
  clause: string;
  options: Option[];
  type: 'amounts';
  key: string;
  part: string;
  amounts: AmountField[];
  derived?: DerivedAmount[] | undefined;
}

export interface AskBranch extends AskNode {
  is: string[];
}

export interface AskNode {
  cites?: Cite[] | undefined;
  verified?: Verified | undefined;
  ask: QuestionId;
  branches: Branch[];
}

export interface BarredBranch extends BarredNode {
  is: string[];
}

/** Barred for `years` years from the date; still barred while the window’s last day is not after the end. */
export interface BarredNode {
  cites?: Cite[] | undefined;
  verified?: Verified | undefined;
  barred: QuestionId;
  years: number;
  met: Explanation;
  /** Used when the ban ends while the window is open. */
  metInWindow: Explanation;
  unmet: Explanation;
}

/** `is` lists values of the question asked; `date` stands for any date. */
export type Branch = AskBranch | OutcomeBranch | SinceBranch | BarredBranch | EachBranch;

export interface ChoiceQuestion {
  id: QuestionId;
  /** Questions with the same screen are shown together. */
  screen: string;
  /** The part of the check that it belongs to, by name; the questions of a part follow one another. */
  section: string;
  title: string;
  /** What can change the answer: another choice, waiting, the person’s or employer’s doing, or nothing. */
  changes: 'choice' | 'time' | 'person' | 'never';
  why: string;
  help?: string | undefined;
  clause: string;
  options: Option[];
  type: 'choice';
}

export interface Cite {
  clause: string;
  /** The clause’s name, 四（二）第 1 项. Filled in from the notice’s text when it is loaded. */
  label: string;
  /** Words that stand in the clause. */
  quote: string;
}

export interface Clause {
  id: string;
  /** How the clause is named in Chinese: 四（二）第 1 项. */
  label: string;
  /** Markdown, in the order issued. */
  paragraphs: string[];
}

export interface Contact {
  id: string;
  name: string;
  phones: string[];
  clause: string;
}

export interface DateQuestion {
  id: QuestionId;
  /** Questions with the same screen are shown together. */
  screen: string;
  /** The part of the check that it belongs to, by name; the questions of a part follow one another. */
  section: string;
  title: string;
  /** What can change the answer: another choice, waiting, the person’s or employer’s doing, or nothing. */
  changes: 'choice' | 'time' | 'person' | 'never';
  why: string;
  help?: string | undefined;
  clause: string;
  options: Option[];
  type: 'date';
  earliest: IsoDate;
  latest: IsoDate;
  /** How “a date” is offered when there are options beside it. */
  dateLabel?: string | undefined;
  /** A month or a year will do, of which the last day is taken. */
  mayLackDay?: boolean | undefined;
}

export interface Dated {
  on: IsoDate;
  clause: string;
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

/** A document as a result names it. */
export interface DocumentName {
  id: string;
  kind: 'notice' | 'document' | 'provincial' | 'national' | 'law' | 'system';
  title: string;
  shortTitle?: string | undefined;
  number?: string | undefined;
  url?: string | undefined;
  where?: string | undefined;
}

export interface EachBranch extends EachNode {
  is: string[];
}

/** Least amounts, typed or derived, in each year of an amounts question. Every one that is not reached is named. */
export interface EachNode {
  cites?: Cite[] | undefined;
  verified?: Verified | undefined;
  each: string;
  least: LeastAmount[];
  branches: OutcomeBranch[];
  met: Explanation;
}

/** Why it came out so, and what would mend it. */
export interface Explanation {
  reason: string;
  remedy?: string | undefined;
}

/** Everything that a year’s content holds. */
export interface FullNotice {
  id: string;
  year: number;
  /** The count of the data’s versions: calendar programs tell by it what is newer. */
  revision: number;
  /** The day of the last change. */
  revisedOn: IsoDate;
  number: string;
  title: string;
  issuer: string;
  issuedOn: IsoDate;
  cutoffs: {
    service: Dated;
    evidence: Dated;
  };
  publicity: {
    workdays: number;
    stage: string;
    clause: string;
  };
  specialties: Specialties;
  whoMayApply: WhoMayApply;
  sanctions: Sanction[];
  contacts: Contact[];
  /** `2026.1`: the year and the revision of the data; it changes whenever an answer could. */
  version: string;
  /** The first is the one in which people apply. */
  stages: [StageFact, ...StageFact[]];
  questions: Question[];
  rules: ReviewedRule[];
  documents: SourceDocument[];
  wording: FullWording;
  materials: Materials;
  clauses: Clause[];
}

export interface FullWording extends Wording {
  status: StatusWording;
  prepare: PrepareWording;
}

/** A calendar date, `YYYY-MM-DD`, in Beijing. */
export type IsoDate = string;

export interface LeastAmount {
  amount: string;
  value: number;
  otherwise: 'unmet' | 'review';
  reason: string;
  /** Of a year’s amounts the remedy of the first that decided is given: its {more} covers all of them. */
  remedy: {
    thisYear: string;
    earlier: string;
  };
  /** From the question, when the notice is loaded: where a derived amount is read, and the name of what is a part. */
  of?: string | undefined;
  less?: string | undefined;
  part?: string | undefined;
}

export interface Material {
  id: string;
  /** Who gets it ready: an id of the wording’s actors. */
  actor: string;
  text: string;
  clause: string;
  /** Where it is got or looked up. */
  documents?: string[] | undefined;
  /** Only for those who said so: the id of an extra. */
  extra?: string | undefined;
  /** The clause’s name. Filled in from the notice’s text when it is loaded. */
  clauseLabel: string;
  /** Only for these answers; of an amounts question’s key, in any of its years. */
  when?: {
    question: string;
    is: string[];
  } | undefined;
}

/** What to have ready, and what a person has to say for it that no rule asks. */
export interface Materials {
  extras: ({
    id: string;
    label: string;
    clause: string;
  })[];
  items: Material[];
}

export type Node = AskNode | OutcomeNode | SinceNode | BarredNode | EachNode;

export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
  /** What helps to choose it, said only where one chooses. */
  note?: string | undefined;
  /** How it is called where it is chosen for every year at once. */
  forAll?: string | undefined;
  /** Advice never proposes this option to those who answered so. */
  pointless?: {
    question: string;
    is: string[];
  } | undefined;
  /** A lower option of the same question: who falls short with that one is not told to try this one. */
  above?: string | undefined;
  /** People decide about it, and rarely: advice names it after every other way, and promises no result. */
  lastResort?: boolean | undefined;
}

export type Outcome = 'met' | 'unmet' | 'unknown' | 'review';

export interface OutcomeBranch extends OutcomeNode {
  is: string[];
}

export interface OutcomeNode {
  cites?: Cite[] | undefined;
  verified?: Verified | undefined;
  outcome: 'met' | 'unmet' | 'review';
  reason: string;
  remedy?: string | undefined;
  /** How many full years have to follow what the remedy names, such as a title to be obtained first. */
  years?: number | undefined;
}

/** What the list for the next year says beside the rules’ own words. */
export interface PrepareWording {
  title: string;
  assumed: string;
  groups: Record<'toDo' | 'byTime' | 'notByThen' | 'ask' | 'holds', {
    title: string;
    about: string;
    event: string;
  }>;
  ofYear: string;
  enough: string;
  unanswered: string;
  ahead: string;
  amount: string;
  by: string;
  past: string;
  from: string;
  reached: string;
  notBefore: string;
  calendar: string;
  copy: string;
  copied: string;
  print: string;
  change: string;
  madeOn: string;
  noAddress: string;
  source: string;
  lost: string;
  waiting: string;
  invitation: string;
  toSelfCheck: string;
  unreadable: string;
  plan: string;
  toTimeline: string;
}

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

export type Question = ChoiceQuestion | DateQuestion | AmountsQuestion;

/** `target`, or for one year of an amounts question `credits.2024`. */
export type QuestionId = string;

/** What a result says beside the words of the rules. */
export type ResultWording = Record<
  | 'until'
  | 'upcoming'
  | 'left'
  | 'lacksYears'
  | 'lacksBan'
  | 'lacksAmounts'
  | 'more'
  | 'open'
  | 'toDo'
  | 'by'
  | 'now'
  | 'from'
  | 'notBefore'
  | 'wait'
  | 'post'
  | 'least'
  | 'check'
  | 'takes'
  | 'lostYear'
  | 'askAll'
  | 'plans'
  | 'later'
  | 'again'
  | 'newest'
  | 'assumed'
  | 'goOn'
  | 'prepare'
  | 'timeline'
  | 'tasksOnTimeline'
  | 'toPlatform'
  | 'why'
  | 'remedy'
  | 'toAsk'
  | 'whom'
  | 'askFirst'
  | 'howToAsk'
  | 'say'
  | 'alsoAsk'
  | 'alsoUnmet'
  | 'met'
  | 'unanswered'
  | 'stages'
  | 'stagesOver'
  | 'materials'
  | 'asked'
  | 'allAsked'
  | 'answers'
  | 'change'
  | 'neverEnough'
  | 'oneSuffices'
  | 'allSuffice'
  | 'ifTheRest'
  | 'oneNoMatter'
  | 'settledOpen'
  | 'notAsked'
  | 'ways'
  | 'way'
  | 'asks'
  | 'lastResort'
  | 'sooner'
  | 'basis'
  | 'checked'
  | 'noDay'
  | 'noAddress', string>;

/** A rule with what maintainers know of it. */
export interface ReviewedRule extends Rule {
  /** When the rule was last compared with its clauses, and a fingerprint of what they said then. */
  reviewed: {
    on: IsoDate;
    clauses: string;
  };
}

export interface RosterColumn {
  id: string;
  /** What it is called on the page and in the template. */
  title: string;
  headers: string[];
  /** What of a person it tells, beside any question. */
  shows?: 'name' | 'department' | undefined;
  /** The question that it answers. */
  question?: string | undefined;
  /** Columns that do not count where this one says something. */
  insteadOf?: string[] | undefined;
  values?: RosterValue[] | undefined;
  /** People write it in their own words and in several columns: the first of them is read. */
  free?: boolean | undefined;
  /** The answer where the text is not understood. */
  otherwise?: string | undefined;
  /** Why it does not answer where no other column of the question says anything. */
  alone?: string | undefined;
  /** Answers of other columns of the question that 无 in this one contradicts, and what is then said. */
  without?: {
    of: string[];
    says: string;
  } | undefined;
  /** Where it is passed on, the cell’s own words are, which say more than the option. */
  quoted?: boolean | undefined;
  /** The template has this column. */
  inTemplate?: boolean | undefined;
  /** What to know wherever a roster has this column. */
  note?: string | undefined;
}

export interface RosterValue {
  words: string[];
  /** The answer that it means. */
  is?: string | undefined;
  /** Taken, and to be looked at: why. */
  check?: string | undefined;
  /** Understood, but people have to decide: why. */
  decide?: string | undefined;
}

/** How rosters are read, from `content/roster.yaml`. */
export interface RosterWords {
  columns: RosterColumn[];
  /** Headers that say when, and not of what. */
  when: {
    headers: string[];
    alone: ({
      as: string;
      headers: string[];
    })[];
    of: ({
      /** The column beside which it stands. */
      column: string;
      /** What it is then read as; nothing where it is left out. */
      as?: string | undefined;
      /** A header or group with one of these words is meant too. */
      words: string[];
    })[];
    /** Headers with one of these words may stand between. */
    past: string[];
  };
  /** Headers of columns that only count the rows. */
  numbers: {
    headers: string[];
    /** What is said of such a column. */
    note: string;
  };
  /** The columns of amounts, a year or a part of one each; the years are the notice’s. */
  credits: {
    question: string;
    title: string;
    headers: string[];
    total: string[];
    professional: string[];
    public: string[];
    /** Headers of several years in one. */
    sums: string[];
    values: RosterValue[];
    /** Words without a number, for people to decide. */
    decide: string[];
    units: string[];
  };
  /** Ways of writing 不清楚, in any column. */
  unsure: string[];
  private: ({
    what: string;
    /** A header that holds one of these words. */
    headers: string[];
  })[];
  /** What an identity number is called where a cell is known by its form. */
  identity: string;
  telephone: string;
  /** First words of rows of totals. */
  totals: string[];
  /** With what rows below the list begin. */
  footers: string[];
  /** Why a file cannot be read, and what to do. */
  files: {
    empty: string;
    noTable: string;
    onlyHeader: string;
    tooLarge: string;
    tooManyRows: string;
    tooManyColumns: string;
    oldXls: string;
    password: string;
    picture: string;
    notATable: string;
    damaged: string;
    longCell: string;
    unclosedQuote: string;
    unreadable: string;
    cancelled: string;
    noMemory: string;
  };
  /** What is said at a cell. */
  says: {
    unread: string;
    otherwise: string;
    sheetError: string;
    notADate: string;
    twoDigitYear: string;
    notADay: string;
    dayNeeded: string;
    yearsOnly: string;
    oneOrTen: string;
    differ: string;
    creditsUnread: string;
    creditsWord: string;
    creditsSum: string;
    creditsAtLeast: string;
    creditsNoTotal: string;
    creditsNoProfessional: string;
    creditsContradict: string;
    private: string;
    privateCell: string;
  };
  /** Words in the files that come out. */
  out: {
    verdict: string;
    short: string;
    reasons: string;
    clauses: string;
    unread: string;
    by: string;
    earliest: string;
    madeUp: string;
    nextYear: string;
    version: string;
    on: string;
    year: string;
    assumed: string;
    file: string;
    sheet: string;
    notes: string;
    note: string;
    notRead: string;
    notReadCells: string;
    forAll: string;
    tooLong: string;
    template: string;
    sample: string;
    explanations: string;
    column: string;
    accepted: string;
    anyText: string;
    dateText: string;
    dayText: string;
    sheetPeople: string;
    person: string;
    someDepartment: string;
    creditsText: string;
    templateLead: string;
    lacks: string;
    lacksYears: string;
    lacksBan: string;
    notBefore: string;
    lacksAmounts: string;
  };
  /** How a person stands next year, in a file. */
  next: {
    ready: string;
    toDo: string;
    ask: string;
    no: string;
  };
}

export interface Rule {
  id: string;
  title: string;
  asks: string;
  /** A scope rule that is unmet puts the person outside the notice altogether. */
  scope?: boolean | undefined;
  standing: Standing;
  /** Documents from which the values were taken. */
  basis?: string[] | undefined;
  /** Documents whose originals would settle the values. */
  originals?: string[] | undefined;
  cites: Cite[];
  /** What nobody here knows, to be asked of the acceptance office. */
  open?: string[] | undefined;
  appliesWhen?: {
    question: QuestionId;
    is: string[];
  } | undefined;
  tree: Node;
}

export interface Sanction {
  who: string;
  clause: string;
  when: string;
  consequences: string[];
}

export interface SinceBranch extends SinceNode {
  is: string[];
}

/** `years` full years since the date must be complete by the service cutoff. */
export interface SinceNode {
  cites?: Cite[] | undefined;
  verified?: Verified | undefined;
  since: QuestionId;
  years: number;
  met: Explanation;
  unmet: Explanation;
}

/** On whose word a reason rests: a reference is the province’s or the nation’s, by the document that it was taken from. */
export type Source = 'notice' | 'provincial' | 'national' | 'manual' | 'verified';

export interface SourceDocument extends DocumentName {
  originalHeld?: boolean | undefined;
  usedFor: string;
  /** The clause of this year’s notice that names it; absent for what only a rule’s values rest on. */
  clause?: string | undefined;
}

export interface Specialties {
  clause: string;
  list: ({
    id: string;
    name: string;
  })[];
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

/** Who says so: the notice itself, the published base nearest to what it refers to, or nobody that this site knows of. */
export type Standing = 'notice' | 'reference' | 'manual';

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
  | 'newer', string>;

export type Verdict = 'outOfScope' | 'ineligible' | 'unlikely' | 'incomplete' | 'review' | 'likely';

/** A maintainer’s check of a value against the original: it then counts as the notice’s own. */
export interface Verified {
  on: IsoDate;
  by: string;
}

export interface WhoMayApply {
  clause: string;
  list: ({
    who: string;
    may: string;
  })[];
  /** Those whom the notice leaves out. */
  outside: string;
}

/** Words shared by all years, from `content/wording.yaml`. */
export interface Wording {
  outcomes: Record<Outcome, string>;
  standings: Record<'notice' | 'reference' | 'manual' | 'verified', {
    label: string;
    meaning: string;
  }>;
  /** How a reason says on whose word it rests. */
  accordingTo: Record<Source, string>;
  /** What of a whole is to be made up of which parts. */
  among: string;
  /** `closed` in place of `summary` once applications are closed. */
  verdicts: Record<Verdict, {
    label: string;
    summary: string;
    closed: string;
    next: string;
  }>;
  /** `open` while questions are left, `thisYear` while making up does for this year, `madeUp` while it does for the next. */
  earliestYear: {
    label: string;
    open: string;
    thisYear: string;
    madeUp: string;
    conditions: string;
  };
  actors: Record<string, string>;
  unanswered: string;
  onReference: string;
  decidedBy: string;
  noMatter: string;
  settled: string;
  /** While questions are asked. */
  asking: Record<
  | 'length'
  | 'outside'
  | 'tapping'
  | 'taken'
  | 'noDate'
  | 'noDateNorMonth'
  | 'short'
  | 'enough'
  | 'derived'
  | 'oneByOne'
  | 'noAmounts', string>;
  result: ResultWording;
  /** A problem among several, with the question that has it. */
  named: string;
  spans: Record<'years' | 'months' | 'days', string>;
  problems: Record<ProblemId, string>;
}

/** The State Council’s schedules, by year. */
export interface WorkCalendar {
  years: Record<string, {
    document: string;
    holidays: ({
      name: string;
      from: IsoDate;
      to: IsoDate;
    })[];
    worked: IsoDate[];
  }>;
}
