import words from 'virtual:words/rosterPage/result';
import { fill, type Notice } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import type { ScreenedRow } from '../../roster/index.ts';
import { knownDay, todayInShanghai } from '../shared/today.ts';
import { byWhen, nameOf, resultOf } from './list.ts';

interface Props {
  notice: Notice;
  rows: ScreenedRow[];
  next: boolean;
}

/** The list on paper, with the day, the version of the rules and how certain it is. */
export function PrintedList({ notice, rows, next }: Props) {
  const today = knownDay(notice, todayInShanghai());
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
            {[words.row, words.name, words.department, words.verdict, words.short, words.by].map(
              (title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.at}>
              <td>{row.at}</td>
              <th scope="row">{nameOf(row, words.unnamed)}</th>
              <td>{row.department}</td>
              <td>{resultOf(notice, row, next, words)}</td>
              <td>{row.short}</td>
              <td>{byWhen(notice, row, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.printFoot}</p>
      <p>{fill(words.basis, { number: notice.number, version: notice.version })}</p>
    </section>
  );
}
