import words from 'virtual:words/rosterPage/result';
import { useMemo, useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import { letterOf } from '../../roster/index.ts';
import { nameOf, type PlacedProblem } from './list.ts';

interface Props {
  problems: PlacedProblem[];
  /** Whether the table shows only who has such cells. */
  isChosen: boolean | undefined;
  onChoose: () => void;
  /** Opens a row, by its number. */
  onOpen: (at: number) => void;
}

/** The cells to be looked at, one after the other. */
export function ProblemList({ problems, isChosen, onChoose, onOpen }: Props) {
  const [at, setAt] = useState(0);
  const people = useMemo(() => new Set(problems.map((one) => one.at)).size, [problems]);
  const place = Math.min(at, problems.length - 1);
  const problem = problems[place];
  if (!problem) return <p class="tc-quiet">{words.noProblems}</p>;
  return (
    <details class="roster-problems">
      <summary>{fill(words.problems, { people, n: problems.length })}</summary>
      <section class="tc-stack" aria-label={words.problemsTitle}>
        <div role="status" class="roster-cell-problem">
          <p>
            <b>{nameOf(problem, words.unnamed)}</b>{' '}
            {fill(words.problem, {
              row: problem.at,
              column: letterOf(problem.column),
              title: problem.title,
            })}
          </p>
          <Problem problem={problem} />
        </div>
        <div class="tc-buttons">
          <button
            type="button"
            class="tc-button"
            disabled={place === 0}
            onClick={() => setAt(place - 1)}
          >
            {words.before}
          </button>
          <button
            type="button"
            class="tc-button"
            disabled={place === problems.length - 1}
            onClick={() => setAt(place + 1)}
          >
            {words.after}
          </button>
          <span class="tc-quiet roster-of">
            {fill(words.of, { at: place + 1, n: problems.length })}
          </span>
          <button type="button" class="tc-button" onClick={() => onOpen(problem.at)}>
            {fill(words.openRow, { name: nameOf(problem, words.unnamed) })}
          </button>
        </div>
        <label class="roster-option">
          <input type="checkbox" checked={isChosen ?? false} onChange={onChoose} />
          <span>{words.onlyProblems}</span>
        </label>
      </section>
    </details>
  );
}

/** What stands in a cell, how it was taken, and what would be understood. */
export function Problem({ problem: { kind, text, message } }: { problem: PlacedProblem }) {
  return (
    <p>
      <span class={`tc-tag tc-tag-${kind === 'check' ? 'quiet' : 'open'}`}>{words[kind]}</span>{' '}
      {text && fill(words.written, { text })}
      {message}
    </p>
  );
}
