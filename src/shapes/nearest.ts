/** The known word that somebody probably meant; undefined when none is near. */
export function nearest(word: string, known: string[]): string | undefined {
  const [best] = known
    .map((other) => ({ other, apart: distance(word.toLowerCase(), other.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart);
  return best && best.apart <= Math.max(1, Math.floor(word.length / 3)) ? best.other : undefined;
}

/** How many letters have to be put in, taken away or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, letter] of [...a].entries()) {
    const above = row;
    row = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (above[j] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(changed, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}
