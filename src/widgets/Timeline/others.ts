/** The views with which no plan begins. They are loaded once somebody turns to them. */
export { Employer as employer } from './Employer.tsx';
export { Office as office } from './Office.tsx';
