import words from 'virtual:words/rosterPage/result';
import { fill, type Notice } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import type { ScreenedRow } from '../../roster/index.ts';
import { knownDay, todayInShanghai } from '../shared/today.ts';
import { cellsUnder, TITLES } from './cells.ts';

interface Props {
  notice: Notice;
  rows: ScreenedRow[];
  next: boolean;
}

/** The list on paper, with the day, the version of the rules and how certain it is. */
export function PrintedList({ notice, rows, next }: Props) {
  const today = knownDay(notice, todayInShanghai());
  const cellsOf = cellsUnder(notice, next);
  const year = next ? notice.year + 1 : notice.year;
  return (
    <section class="roster-printed">
      <h2>{fill(words.printTitle, { year })}</h2>
      <p>
        {today ? fill(words.printMade, { date: inProse(today), n: rows.length }) : words.noDay}
        {next && fill(words.printAssumed, { next: year })}
      </p>
      <table>
        <thead>
          <tr>
            {TITLES.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [number, name, ...others] = cellsOf(row);
            return (
              <tr key={row.at}>
                <td>{number}</td>
                <th scope="row">{name}</th>
                {others.map((text, at) => (
                  <td key={TITLES[at + 2]}>{text}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{words.printFoot}</p>
      <p>{fill(words.basis, { number: notice.number, version: notice.version })}</p>
    </section>
  );
}
