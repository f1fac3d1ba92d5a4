/**
 * The last step of `npm run mutate`: the score, and whether every survivor is explained in survivors.yaml.
 *
 * Exits with 1 when the score is below 95, a survivor has no explanation, or an explanation has no survivor. Only a run
 * over all files can say the last; a run over some is compared for those alone.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Mutant {
  status: string;
  mutatorName: string;
  replacement?: string;
  location: { start: { line: number } };
}
interface Explained {
  file: string;
  code: string;
  why: string;
}

const LEAST = 95;
const nameOf = (path: string) => path.replace(/^src\/calculator\//, '');
const { files } = JSON.parse(readFileSync('reports/mutation.json', 'utf8')) as {
  files: Record<string, { source: string; mutants: Mutant[] }>;
};
const explained = parse(
  readFileSync(new URL('survivors.yaml', import.meta.url), 'utf8'),
) as Explained[];

const used = new Set<Explained>();
const unexplained: string[] = [];
let killed = 0;
let survived = 0;
for (const [path, { source, mutants }] of Object.entries(files)) {
  const file = nameOf(path);
  const lines = source.split('\n');
  for (const { status, mutatorName, replacement, location } of mutants) {
    if (status === 'Killed' || status === 'Timeout') killed += 1;
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    survived += 1;
    const line = lines[location.start.line - 1]?.trim() ?? '';
    const why = explained.find((entry) => entry.file === file && line.includes(entry.code));
    if (why) used.add(why);
    else
      unexplained.push(
        `${file}:${location.start.line} ${mutatorName}: ${line} → ${replacement ?? ''}`,
      );
  }
}
const looked = new Set(Object.keys(files).map(nameOf));
const idle = explained.filter((entry) => looked.has(entry.file) && !used.has(entry));
const score = (killed * 100) / (killed + survived);

for (const line of unexplained) console.log(`not explained: ${line}`);
for (const { file, code } of idle) console.log(`no longer needed: ${file}: ${code}`);
console.log(
  JSON.stringify({
    killed,
    survived,
    score: Number(score.toFixed(2)),
    unexplained: unexplained.length,
    idle: idle.length,
  }),
);
if (score < LEAST || unexplained.length || idle.length) process.exitCode = 1;
