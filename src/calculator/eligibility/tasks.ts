import type { Answers, Notice, Task } from '../types.ts';
import { advise } from './advice.ts';
import { assess } from './assess.ts';

/**
 * What would make a person eligible, as things with a day: what to do before submitting, the credits of which year to
 * make up, and the days on which years are complete or a ban is over. It names kinds, rules and days only, never what
 * the person answered. Empty where nothing is wanting or nothing would help.
 *
 * @example tasksOf(notice, answers) // []
 */
export function tasksOf(notice: Notice, answers: Answers): Task[] {
  const { findings } = assess(notice, answers);
  const shortfalls = new Map(findings.map(({ rule, shortfall }) => [rule, shortfall]));
  const beforeSubmitting = notice.stages[0].closes;
  return advise(notice, answers).changes.flatMap(({ rule, by, years, asks }): Task[] => {
    // What takes years once it is done is nothing for a day of this year.
    if (by === 'never' || years !== undefined) return [];
    const ask: Task = { kind: 'do', rule, on: beforeSubmitting };
    const shortfall = shortfalls.get(rule);
    switch (shortfall?.kind) {
      case 'years':
        return [{ kind: 'years', rule, on: shortfall.reachedOn }];
      case 'ban':
        return [{ kind: 'ban', rule, on: shortfall.endsOn }];
      case 'amounts': {
        const short = shortfall.inYears.filter(
          ({ year }) => year < notice.year === (by === 'time'),
        );
        return [
          ...short.map(({ year }): Task => ({ kind: 'amounts', rule, year, on: beforeSubmitting })),
          ...(asks ? [ask] : []),
        ];
      }
      default:
        return [ask];
    }
  });
}
