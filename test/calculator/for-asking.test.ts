import { describe, expect, test } from 'vitest';
import { assess, nextQuestion } from '../../src/calculator/index.ts';
import { forAsking, forSelfCheck } from '../../src/notices/index.ts';
import { people } from '../bench/people.ts';
import { calendar, notice } from './support.ts';

const whole = forSelfCheck(notice, calendar);
const light = forAsking(whole);

describe('forAsking', () => {
  test('decides and asks as the whole notice does', () => {
    for (const answers of people(notice, 300)) {
      const { findings, ...ours } = assess(light, answers);
      const { findings: theirs, ...wanted } = assess(whole, answers);
      expect(ours).toEqual(wanted);
      expect(findings.map(({ outcome }) => outcome)).toEqual(theirs.map(({ outcome }) => outcome));
      expect(nextQuestion(light, answers)?.id).toBe(nextQuestion(whole, answers)?.id);
    }
  });

  test('keeps what the questions say, and leaves out what only a result says', () => {
    // Why is fetched when it is asked for.
    const asked = whole.questions.map(({ why: _why, ...question }) => ({
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
    // What has no words is not there, rather than empty.
    expect(JSON.stringify(light)).not.toContain('""');
    expect(light.wording.problems).toEqual(whole.wording.problems);
    expect(light.wording.verdicts.likely.label).toBe(whole.wording.verdicts.likely.label);
  });
});
