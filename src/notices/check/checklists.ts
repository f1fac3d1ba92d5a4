/** What is wrong with the checklists of units and offices. */
import { SOURCES } from '../../shapes/index.ts';
import { answerSlots } from '../facts.ts';
import { checkPart, checkText, FIGURE } from './answers.ts';
import { areUnique, type Year } from './year.ts';

export function checkChecklists(year: Year): void {
  const { checklists, notice } = year;
  const say = year.sayIn(checklists);
  const roles = Object.keys(notice.wording.actors);
  const slots = Object.keys(answerSlots(notice));
  checklists.data.forEach(({ role, groups }, index) => {
    if (!roles.includes(role)) {
      say([index, 'role'], `没有角色 ${role}。可以写：${roles.join('、')}。`);
    }
    if (checklists.data.findIndex((other) => other.role === role) < index) {
      say([index, 'role'], `${role} 的清单写了两次。`);
    }
    areUnique(say, [index, 'groups'], groups);
    // Ticks know an item by its id alone, in whichever group it stands.
    const seen = new Set<string>();
    groups.forEach(({ items }, g) => {
      items.forEach(({ id, elsewhere, ...part }, i) => {
        const path = [index, 'groups', g, 'items', i];
        if (seen.has(id)) say([...path, 'id'], `${id} 写了两次。`);
        seen.add(id);
        if (elsewhere === undefined) {
          checkPart(year, part, (at, message) => say([...path, ...at], message));
          return;
        }
        const sources = [...SOURCES, 'says' as const].filter((key) => part[key] !== undefined);
        if (sources.length > 0) {
          say(path, `elsewhere 是别处的做法，不和 ${sources.join('、')} 一起写。`);
        }
        checkText(say, [...path, 'elsewhere'], elsewhere, slots, FIGURE);
      });
    });
  });
}
