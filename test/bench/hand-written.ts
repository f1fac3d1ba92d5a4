/**
 * The 2026 rules as plain code, written from the notice's tables and not from the trees: how fast deciding can be at
 * all, and a second opinion on every outcome. It gives no reasons, no figures and no missing questions.
 */
import type { Answers, Outcome, Verdict } from '../../src/calculator/index.ts';

export interface Outcomes {
  specialty: Outcome;
  employer: Outcome;
  work: Outcome;
  inService: Outcome;
  qualification: Outcome;
  continuingEducation: Outcome;
  /** Undefined where the rule does not apply. */
  postApproval: Outcome | undefined;
  integrity: Outcome;
}
export interface Decided {
  verdict: Verdict;
  outcomes: Outcomes;
}

const YEARS = ['2024', '2025', '2026'];
/** The latest dates from which so many years are complete on 2026-12-31. */
const LATEST = ['2026-12-31', '2025-12-31', '2024-12-31', '2023-12-31', '2022-12-31'];
/** A ban that began on this day or later still holds on 2026-07-19. */
const BANNED_FROM = '2023-07-19';

type Credits = Record<string, string | { total: number; professional: number }>;

export function decide(answers: Answers): Decided {
  const outcomes: Outcomes = {
    specialty: specialtyOf(answers.specialty),
    employer: employerOf(answers),
    work: workOf(answers),
    inService: yesNo(answers.inService),
    qualification: qualificationOf(answers),
    continuingEducation: creditsOf(answers.credits),
    postApproval: postApprovalOf(answers),
    integrity: integrityOf(answers.misconductOn),
  };
  return { verdict: verdictOf(outcomes, answers.employer === undefined), outcomes };
}

function verdictOf(outcomes: Outcomes, employerOpen: boolean): Verdict {
  const { specialty, employer, work, inService, qualification, integrity } = outcomes;
  const { continuingEducation, postApproval } = outcomes;
  const any = (wanted: Outcome) =>
    specialty === wanted ||
    employer === wanted ||
    work === wanted ||
    inService === wanted ||
    qualification === wanted ||
    continuingEducation === wanted ||
    postApproval === wanted ||
    integrity === wanted;
  if (specialty === 'unmet' || employer === 'unmet' || work === 'unmet' || inService === 'unmet') {
    return 'outOfScope';
  }
  if (postApproval === 'unmet' || integrity === 'unmet') return 'ineligible';
  if (qualification === 'unmet' || continuingEducation === 'unmet') return 'unlikely';
  if (employerOpen || any('unknown')) return 'incomplete';
  return any('review') ? 'review' : 'likely';
}

function yesNo(answer: unknown): Outcome {
  if (answer === undefined) return 'unknown';
  return answer === 'yes' ? 'met' : answer === 'no' ? 'unmet' : 'review';
}

function specialtyOf(specialty: unknown): Outcome {
  if (specialty === undefined) return 'unknown';
  return specialty === 'other' ? 'unmet' : specialty === 'unsure' ? 'review' : 'met';
}

function employerOf({ employer, entrusted }: Answers): Outcome {
  switch (employer) {
    case undefined:
      return 'unknown';
    case 'provincialEnterprise':
    case 'provincialInstitution':
      return 'met';
    case 'centralEnterprise':
    case 'centralInstitution':
      return yesNo(entrusted);
    case 'unsure':
      return 'review';
    default:
      return 'unmet';
  }
}

function workOf({ work, route }: Answers): Outcome {
  if (work === undefined) return 'unknown';
  if (work === 'neither') return 'unmet';
  if (work === 'unsure') return 'review';
  if (work !== 'skilledWork') return 'met';
  if (route === undefined) return 'unknown';
  return route === 'skilled' ? 'met' : 'review';
}

function qualificationOf(answers: Answers): Outcome {
  const { target, route } = answers;
  if (target === undefined || route === undefined) return 'unknown';
  if (route === 'exceptional') return 'review';
  const forEngineer = target === 'engineer';
  if (route === 'skilled') return skilled(answers, forEngineer);
  switch (answers.education) {
    case undefined:
      return 'unknown';
    case 'doctor':
      return 'met';
    case 'master':
    case 'secondBachelor':
      return forEngineer ? assistantFor(answers, 2) : 'met';
    case 'bachelor':
      return forEngineer ? assistantFor(answers, 4) : since(answers.startedWorkOn, 1);
    case 'college':
      return forEngineer ? assistantFor(answers, 4) : technicianFor(answers, 2);
    case 'secondaryVocational':
      return forEngineer ? 'review' : technicianFor(answers, 4);
    default:
      return 'review';
  }
}

function skilled({ skillLevel, skillSince }: Answers, forEngineer: boolean): Outcome {
  if (skillLevel === undefined) return 'unknown';
  if (skillLevel === 'unsure') return 'review';
  if (skillLevel === 'none' || (forEngineer && skillLevel === 'seniorWorker')) return 'unmet';
  return since(skillSince, forEngineer ? 3 : 2);
}

function assistantFor({ heldTitle, heldSince }: Answers, years: number): Outcome {
  if (heldTitle === undefined) return 'unknown';
  if (heldTitle === 'engineer' || heldTitle === 'unsure') return 'review';
  return heldTitle === 'assistantEngineer' ? since(heldSince, years) : 'unmet';
}

function technicianFor({ heldTitle, heldSince }: Answers, years: number): Outcome {
  if (heldTitle === undefined) return 'unknown';
  if (heldTitle === 'none') return 'unmet';
  return heldTitle === 'technician' ? since(heldSince, years) : 'review';
}

function since(date: unknown, years: number): Outcome {
  if (date === undefined) return 'unknown';
  if (date === 'unsure') return 'review';
  return (date as string) <= (LATEST[years] as string) ? 'met' : 'unmet';
}

function creditsOf(given: unknown): Outcome {
  if (given === undefined) return 'unknown';
  const credits = given as Credits;
  let open = false;
  let review = false;
  for (const year of YEARS) {
    const amounts = credits[year];
    if (amounts === undefined) open = true;
    else if (typeof amounts === 'string') review ||= amounts !== 'enough';
    else if (amounts.total < 90 || amounts.professional < 60) return 'unmet';
    else if (amounts.total - amounts.professional < 18) review = true;
  }
  return open ? 'unknown' : review ? 'review' : 'met';
}

function postApprovalOf({ employer, postApproved }: Answers): Outcome | undefined {
  if (employer === 'provincialInstitution') return yesNo(postApproved);
  return employer === 'centralInstitution' ? 'review' : undefined;
}

function integrityOf(misconductOn: unknown): Outcome {
  if (misconductOn === undefined) return 'unknown';
  if (misconductOn === 'none') return 'met';
  if (misconductOn === 'unsure') return 'review';
  return (misconductOn as string) >= BANNED_FROM ? 'unmet' : 'met';
}
