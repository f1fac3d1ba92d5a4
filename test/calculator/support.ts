/** What the tests of the calculator share: the made-up notice, read once, and a person who fulfils everything in it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FullNotice, WorkCalendar } from '../../src/calculator/index.ts';
import { loadCalendar, loadNotice } from '../../src/notices/index.ts';
import { fromSample, SAMPLE } from '../notices/index.ts';
import { assessing } from '../support/assessing.ts';

export { outcomesOf } from '../support/assessing.ts';

export const notice: FullNotice = await fromSample((content) => loadNotice(SAMPLE, content));
export const calendar: WorkCalendar = await fromSample(loadCalendar);

export const enough = { total: 90, professional: 60 };

/** Someone with a bachelor's degree to whom every rule says yes. */
export const { parsed, person, assessed, findingOf, changedNotice } = assessing(notice, {
  target: 'engineer',
  specialty: 'energy',
  employer: 'provincialEnterprise',
  route: 'education',
  education: 'bachelor',
  heldTitle: 'assistantEngineer',
  heldSince: '2020-05-01',
  credits: { 2024: enough, 2025: enough, 2026: enough },
  misconductOn: 'none',
});

/** Runs a Node process without any set-up, and gives what it prints. */
export async function plainNode(
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH ?? '', ...options.env },
    maxBuffer: 1e8,
  });
  return stdout;
}
