/**
 * `npm run bench`: assessments a second, beside other engines that decide the same rules about the same people.
 *
 * Figures are of processor time, not of the clock on the wall, and the contenders take turns: other work on the
 * machine then hits all of them alike. Nothing here can fail for being slow.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { loadNotice } from '../../../src/notices/index.ts';
import { ROOT, weigh } from '../bundle.ts';
import { people } from '../people.ts';
import { type Contender, contendersFor } from './contenders.ts';

/** Where the other engines are installed. */
const HERE = `${import.meta.dirname}/`;
const PEOPLE = 20_000;
/** How many of them the slow engines are timed on. */
const SAMPLE = 1_000;
const ROUNDS = 15;
/** Processor time that one turn should take, in milliseconds. */
const TURN = 150;

interface Row {
  name: string;
  perSecond: number;
  /** The middle half of the rounds lies between these. */
  quartiles: [number, number];
  timedOn: number;
  gzip?: number;
}

const notice = await loadNotice('2026');
const all = people(notice, PEOPLE);
const contenders = contendersFor(notice, all);

const counts = await compare(contenders);
console.log(`${PEOPLE} people, the same verdicts from all:`);
console.log(counts.map(([verdict, count]) => `${verdict} ${count}`).join(' · '));

const rows = await time(contenders);
const report = {
  node: process.version,
  processor: cpus()[0]?.model ?? '',
  notice: notice.version,
  people: PEOPLE,
  verdicts: Object.fromEntries(counts),
  rows,
  goals: goals(rows),
};
mkdirSync(join(ROOT, 'reports'), { recursive: true });
writeFileSync(join(ROOT, 'reports/bench.json'), `${JSON.stringify(report, null, 2)}\n`);
console.table(
  Object.fromEntries(
    rows.map(({ name, perSecond, quartiles, timedOn, gzip }) => [
      name,
      {
        'a second': perSecond,
        'middle half': quartiles.join(' – '),
        'times ours': Number((perSecond / (rows[0]?.perSecond ?? 1)).toPrecision(2)),
        'timed on': timedOn,
        'gzip bytes': gzip ?? '–',
      },
    ]),
  ),
);
for (const { goal, measured, reached } of report.goals) {
  console.log(`${reached ? '✓' : '✗'} ${goal}: ${measured}`);
}
console.log(`\n${JSON.stringify(report)}\n\nreports/bench.json`);

/** Throws unless all say the same about everybody and every verdict occurs. */
async function compare([ours, ...others]: Contender[]): Promise<[string, number][]> {
  const found = new Map<string, number>();
  for (let index = 0; index < PEOPLE; index += 1) {
    const verdict = await ours?.decide(index);
    found.set(String(verdict), (found.get(String(verdict)) ?? 0) + 1);
    for (const { name, decide } of others) {
      const other = await decide(index);
      if (other === verdict) continue;
      throw new Error(`${name}: ${other}, ours: ${verdict}, for ${JSON.stringify(all[index])}`);
    }
  }
  const lacking = Object.keys(notice.wording.verdicts).filter((verdict) => !found.has(verdict));
  if (lacking.length) throw new Error(`Nobody is ${lacking.join(', ')}`);
  return [...found].sort(([, a], [, b]) => b - a);
}

async function time(list: Contender[]): Promise<Row[]> {
  const plans = [];
  for (const contender of list) {
    const timedOn = contender.slow ? SAMPLE : PEOPLE;
    // Comparing has warmed everything up; one more pass shows how many fit into a turn.
    const once = await passes(contender, timedOn, 1);
    const count = Math.max(1, Math.round(TURN / once));
    plans.push({ contender, timedOn, count, rates: [] as number[] });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { contender, timedOn, count, rates } of plans) {
      const spent = await passes(contender, timedOn, count);
      rates.push((timedOn * count * 1000) / spent);
    }
  }
  const weights = new Map<string, number>();
  for (const { bundle } of list) {
    if (bundle && !weights.has(bundle)) weights.set(bundle, (await weigh(bundle, HERE)).gzip);
  }
  return plans.map(({ contender, timedOn, rates }): Row => {
    const gzip = contender.bundle === undefined ? undefined : weights.get(contender.bundle);
    rates.sort((a, b) => a - b);
    const at = (share: number) => rounded(rates[Math.floor((rates.length - 1) * share)] ?? 0);
    return {
      name: contender.name,
      perSecond: at(0.5),
      quartiles: [at(0.25), at(0.75)],
      timedOn,
      ...(gzip !== undefined && { gzip }),
    };
  });
}

/** Milliseconds of processor time for so many passes over the first people. */
async function passes({ decide }: Contender, upTo: number, count: number): Promise<number> {
  const start = process.cpuUsage();
  let asked = 0;
  for (let pass = 0; pass < count; pass += 1) {
    for (let index = 0; index < upTo; index += 1) {
      const verdict = decide(index);
      // Waiting costs too: only what is asynchronous pays for it.
      asked += typeof verdict === 'string' ? verdict.length : (await verdict).length;
    }
  }
  const { user, system } = process.cpuUsage(start);
  if (asked === 0) throw new Error('Nothing was decided');
  return (user + system) / 1000;
}

function goals(rows: Row[]): { goal: string; measured: string; reached: boolean }[] {
  const rate = (name: string) => rows.find((row) => row.name === name)?.perSecond ?? Number.NaN;
  const ours = rate('ours, with findings');
  const explained = rate('ours, every finding explained');
  const goal = (goal: string, ratio: number, reached: boolean) => ({
    goal,
    measured: `${ratio.toPrecision(3)}×`,
    reached,
  });
  // The first reads the answers as we do. The second has its facts laid out beforehand, and that is not in its time.
  const compiled = ours / rate('json-logic-engine, compiled');
  const laidOut = ours / rate('json-logic-engine, compiled, facts laid out');
  const limit = rate('hand-written') / ours;
  return [
    goal('ahead of compiled json-logic-engine', compiled, compiled > 1),
    goal('ahead of it even with its facts laid out', laidOut, laidOut > 1),
    goal('within 5× of the hand-written', limit, limit <= 5),
    ...['publicodes', 'json-rules-engine'].flatMap((name) => [
      goal(`at least 500× ${name}`, ours / rate(name), ours / rate(name) >= 500),
      goal(
        `explained at least 100× ${name}`,
        explained / rate(name),
        explained / rate(name) >= 100,
      ),
    ]),
  ];
}

/** Three figures: more would claim what was not measured. */
function rounded(n: number): number {
  return Number(n.toPrecision(3));
}
