import { describe, expect, test } from 'vitest';
import { assess, nextQuestion, parseAnswers } from '../../src/calculator/index.ts';
import { forAsking, forSelfCheck, loadCalendar } from '../../src/notices/index.ts';
import cases from '../cases/eligibility.json' with { type: 'json' };
import { notice } from './support.ts';

const whole = forSelfCheck(notice, await loadCalendar());
const light = forAsking(whole);

describe('forAsking', () => {
  test('decides and asks as the whole notice does', () => {
    let compared = 0;
    for (const { answers: input } of cases) {
      const parsed = parseAnswers(notice, input);
      if (!('answers' in parsed)) continue;
      const { findings, ...ours } = assess(light, parsed.answers);
      const { findings: theirs, ...wanted } = assess(whole, parsed.answers);
      expect(ours).toEqual(wanted);
      expect(findings.map(({ outcome }) => outcome)).toEqual(theirs.map(({ outcome }) => outcome));
      expect(nextQuestion(light, parsed.answers)?.id).toBe(nextQuestion(whole, parsed.answers)?.id);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(20);
  });

  test('keeps what the questions say, and leaves out what only a result says', () => {
    const asked = whole.questions.map((question) => ({
      ...question,
      options: question.options.map(
        ({ pointless: _, above: __, lastResort: ___, ...option }) => option,
      ),
    }));
    expect(light.questions).toEqual(asked);
    // A link made under other rules names the rules that came out otherwise.
    expect(light.rules.map(({ title }) => title)).toEqual(whole.rules.map(({ title }) => title));
    const text = JSON.stringify(light.rules.map(({ title: _, ...rest }) => rest));
    expect(text).not.toMatch(/[\u4e00-\u9fff]/);
    expect(light.wording.problems).toEqual(whole.wording.problems);
    expect(light.wording.verdicts.likely.label).toBe('初步符合');
  });
});
