/** The roles with which no plan begins: what each sees, and its own days; and tasks. Loaded once a plan has any of it. */
import { Employer } from './Employer.tsx';
import { Office } from './Office.tsx';
import { employerEntries, officeEntries, taskEntries } from './otherPlans.ts';

export const views = { employer: Employer, office: Office };
export const entries = { employer: employerEntries, office: officeEntries };
export const tasks = taskEntries;
