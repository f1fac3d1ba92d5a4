import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/calculator/index.ts';
import { notice } from '../content/2026/support.ts';
import { plainNode } from './support.ts';

const door = (folder: string) => new URL(`../../src/${folder}/index.ts`, import.meta.url).href;
const elsewhere = tmpdir();

describe('plain Node, from another folder', () => {
  test('imports the calculator as it is', async () => {
    const script = `
      const { assess, parseAnswers, explain, nextQuestion, isWorkday, planTimeline, encodeAnswers, decodeAnswers } =
        await import('${door('calculator')}');
      const all = { assess, parseAnswers, explain, nextQuestion, isWorkday, planTimeline, encodeAnswers, decodeAnswers };
      console.log(Object.values(all).every((one) => typeof one === 'function'));`;
    const printed = await plainNode(['--input-type=module', '-e', script], { cwd: elsewhere });
    expect(printed.trim()).toBe('true');
  });

  test('loads the notice and the calendar, and decides', async () => {
    const script = `
      const { loadNotice, loadCalendar } = await import('${door('notices')}');
      const { assess, isWorkday } = await import('${door('calculator')}');
      const notice = await loadNotice('2026');
      const { verdict, missing } = assess(notice, {});
      console.log(JSON.stringify([notice.number, verdict, missing[0], isWorkday(await loadCalendar(), '2026-09-20')]));`;
    const printed = await plainNode(['--input-type=module', '-e', script], { cwd: elsewhere });
    const [first] = assess(notice, {}).missing;
    expect(JSON.parse(printed)).toEqual([notice.number, 'incomplete', first, true]);
  });
});
