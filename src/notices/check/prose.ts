/** Finds facts that somebody typed into prose. */
import type { FullNotice } from '../../calculator/index.ts';
import { slotsOf } from '../facts.ts';
import type { Path, Say } from '../problem.ts';

/** The keys of content whose words are no prose: they name, quote or hold a fact themselves. */
const NO_PROSE = [
  'quote',
  'value',
  'id',
  'clause',
  'url',
  'number',
  'answers',
  'is',
  'on',
  'earliest',
  'latest',
];

/** Finds facts that somebody typed into a file's prose, where a slot would follow them when they change. */
export function checkProse(notice: FullNotice, data: unknown, say: Say): void {
  const { workdays } = notice.publicity;
  const slots = slotsOf(notice);
  // What falls on the same day is offered together: only a person knows which is meant.
  const names = Object.keys(slots).filter((name) => /(Cutoff|Opens|Closes)$/.test(name));
  const days = Map.groupBy(names, (name) => slots[name] ?? '');
  const typed: [pattern: RegExp, write: string][] = [
    [new RegExp(`(?<!\\d)${workdays} ?个工作日`), '{workdays} 个工作日'],
    [new RegExp(`(?<!\\d)${notice.specialties.list.length} ?个专业`), '{specialties} 个专业'],
    [new RegExp(`(?<!\\d)${notice.year} ?年度`), '{year} 年度'],
    ...[...days].map(([date, named]): [RegExp, string] => {
      const [, month, day] = date.split('-').map(Number);
      const write = named.map((name) => `{${name}}`).join(' 或 ');
      return [new RegExp(`${date}|(?<!\\d)${month} ?月 ?${day} ?日`), write];
    }),
  ];
  walk(data, []);

  function walk(value: unknown, path: Path): void {
    if (typeof value === 'string') {
      const found = typed
        .map(([pattern, write]) => ({ words: pattern.exec(value)?.[0], write }))
        .find(({ words }) => words !== undefined);
      if (found) say(path, `“${found.words}”是 notice.yaml 里的，这里写 ${found.write}。`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (!NO_PROSE.includes(key))
          walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  }
}
