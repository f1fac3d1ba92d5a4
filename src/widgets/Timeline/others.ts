/** The roles with which no plan begins: what each sees, and its own days. Loaded once a plan has one. */
import { Employer } from './Employer.tsx';
import { Office } from './Office.tsx';
import { employerDays, officeDays } from './otherPlans.ts';

export const views = { employer: Employer, office: Office };
export const days = { employer: employerDays, office: officeDays };
