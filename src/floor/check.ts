/** Holds what was built against the oldest browsers. */
import { allowedInScripts, allowedInStyles, isAllowed } from './allowed.ts';
import { type Use, usesIn } from './scripts.ts';
import { usesInStyles } from './styles.ts';

/** One piece of a built file: a script, or a style sheet. */
export interface Piece {
  /** Where it stands, from the root of what was built. */
  file: string;
  kind: 'script' | 'styles';
  text: string;
}

/** What to write instead, where the answer is always the same. */
const CURES: [RegExp, string][] = [
  [/^\.toSorted /, '[...list].sort(…)'],
  [/^\.toReversed /, '[...list].reverse()'],
  [/^\.toSpliced /, 'slice() and concat()'],
  [/^\.with /, 'list.map(…)'],
  [/^\.findLast/, 'list.filter(…).at(-1)'],
  [/\.groupBy$/, 'a loop that fills a Map'],
  [/\.(fromAsync|withResolvers)$/, 'new Promise(…) or a loop with await'],
  [
    /^\.(union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom) /,
    'filter(…) with has(…)',
  ],
  [/^lookbehind /, 'a group that takes in what stands before'],
  [/^nested rules$/, 'each selector in full'],
];

/** One line for each thing that a browser at the floor lacks and that no entry of `allowed.ts` explains. */
export function problemsIn({ file, kind, text }: Piece): string[] {
  const [uses, allowed] =
    kind === 'script' ? [usesIn(text), allowedInScripts] : [usesInStyles(text), allowedInStyles];
  return uses
    .filter(({ what }) => !isAllowed(allowed, what, file))
    .map((use) => `${file}: ${problem(use)}`);
}

function problem({ what, since }: Use): string {
  const cure = CURES.find(([pattern]) => pattern.test(what))?.[1];
  const instead = cure ? `; write ${cure}` : '';
  return `${what} needs ${since}${instead}`;
}

/** Stops the build where there are problems. */
export function demand(problems: string[]): void {
  if (problems.length === 0) return;
  throw new Error(
    [
      'The oldest browsers that package.json names (browserslist) lack what these files use:',
      ...problems.map((line) => `  ${line}`),
      'Write it otherwise. Where it does no harm without, say why in src/floor/allowed.ts.',
    ].join('\n'),
  );
}
