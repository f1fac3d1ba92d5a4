/** Advice beside a brute-force definition of it, and in notices that differ from this year's. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  type AskNode,
  advise,
  assess,
  explain,
  isDecisive,
  type Node,
  type Notice,
  type OtherWay,
  screensLeft,
  type Verdict,
  withAnswer,
} from '../../src/calculator/index.ts';
import { people } from '../bench/people.ts';
import { answersInScope } from './arbitraries.ts';
import { choice, madeUp, rule } from './made-up.ts';
import { changedNotice, enough, notice, person } from './support.ts';

const RANK: Verdict[] = ['outOfScope', 'ineligible', 'unlikely', 'incomplete', 'review', 'likely'];
const rank = ({ verdict }: { verdict: Verdict }) => RANK.indexOf(verdict);

function decisive(differently: Record<string, unknown>): string[] {
  const assessment = assess(notice, person(differently));
  return assessment.findings
    .filter((finding) => isDecisive(notice, assessment, finding))
    .map(({ rule }) => rule);
}

describe('the findings that made the verdict', () => {
  const noTitle = { heldTitle: 'none' };
  test.each([
    ['outOfScope', { ...noTitle, employer: 'other', specialty: 'unsure' }, ['employer']],
    [
      'ineligible',
      { ...noTitle, employer: 'provincialInstitution', postApproved: 'no' },
      ['postApproval'],
    ],
    [
      'outOfScope',
      { employer: 'provincialInstitution', postApproved: 'no', specialty: 'other' },
      ['specialty'],
    ],
    ['unlikely', { ...noTitle, specialty: 'unsure' }, ['qualification']],
    ['incomplete', { specialty: 'unsure', misconductOn: undefined }, ['integrity']],
    ['review', { specialty: 'unsure' }, ['specialty']],
    ['likely', {}, []],
  ])('of %s are those that are as bad', (verdict, differently, rules) => {
    expect(assess(notice, person(differently)).verdict).toBe(verdict);
    expect(decisive(differently)).toEqual(rules);
  });
});

test('no finding makes a good verdict what it is', () => {
  const assessment = assess(notice, person());
  const made = assessment.findings.map((finding) => isDecisive(notice, assessment, finding));
  expect(new Set(made)).toEqual(new Set([false]));
});

describe('the one answer that decides', () => {
  test('is not given at all while questions are open, whatever was asked before them', () => {
    for (const open of [{ heldSince: undefined }, { misconductOn: undefined }]) {
      expect(advise(notice, person(open))).not.toHaveProperty('decidedBy');
    }
  });

  const short = { total: 60, professional: 60 };

  test('is none where another rule says no beside a year that is short', () => {
    const answers = person({
      heldTitle: 'none',
      credits: { 2024: enough, 2025: short, 2026: enough },
    });
    expect(advise(notice, answers)).not.toHaveProperty('decidedBy');
  });

  test('is none where one more finding turns on two years, of which neither alone would do', () => {
    const untilThen = { route: 'skilled', skillLevel: 'technician', skillSince: '2026-12-31' };
    const credits = { 2024: enough, 2025: short, 2026: short };
    expect(advise(notice, person(untilThen)).decidedBy).toBe('skillSince');
    expect(advise(notice, person({ ...untilThen, credits }))).not.toHaveProperty('decidedBy');
  });

  test('is the year that is short, also where something else was asked before the years', () => {
    const nested = changedNotice((copy) => {
      const rule = copy.rules.find(({ id }) => id === 'continuingEducation')!;
      const is = ['engineer', 'assistantEngineer'];
      rule.tree = { ask: 'target', branches: [{ ...rule.tree, is }] };
    });
    const answers = person({ credits: { 2024: enough, 2025: short, 2026: enough } });
    expect(advise(nested, answers).decidedBy).toBe('credits.2025');
  });

  test('is the year that is short, also where another answer given before would make up for it', () => {
    const nested = changedNotice((copy) => {
      const rule = copy.rules.find(({ id }) => id === 'continuingEducation')!;
      rule.tree = {
        ask: 'target',
        branches: [
          { ...rule.tree, is: ['engineer'] },
          { is: ['assistantEngineer'], outcome: 'met', reason: '不看学时。' },
        ],
      };
    });
    const answers = person({ credits: { 2024: enough, 2025: short, 2026: enough } });
    expect(advise(nested, answers).decidedBy).toBe('credits.2025');
  });

  test('is none where a rule asks nothing, and then nobody can change anything', () => {
    const closed = changedNotice((copy) => {
      copy.rules.find(({ id }) => id === 'integrity')!.tree = {
        outcome: 'unmet',
        reason: '今年停办。',
      };
    });
    const { changes, ...rest } = advise(closed, person());
    expect(changes).toEqual([{ rule: 'integrity', by: 'never', text: '今年停办。' }]);
    expect(rest).not.toHaveProperty('decidedBy');
  });
});

describe('what is said about a change', () => {
  const short = person({ heldTitle: 'none' });
  const told = (of = notice) => {
    const finding = assess(of, short).findings.find(({ rule }) => rule === 'qualification')!;
    return { change: advise(of, short).changes[0], text: explain(of, finding) };
  };

  test('is the remedy where the person can do it', () => {
    const { change, text } = told();
    expect(text.remedy).toBeTruthy();
    expect(change).toMatchObject({ rule: 'qualification', by: 'person', text: text.remedy });
  });

  test('is the reason where nothing can be done', () => {
    const fixed = changedNotice((copy) => {
      for (const question of copy.questions) question.changes = 'never';
    });
    const { change, text } = told(fixed);
    expect(change).toMatchObject({ rule: 'qualification', by: 'never', text: text.reason });
  });

  test('says how many years have to follow it', () => {
    expect(told().change?.years).toBe(4);
    expect(advise(notice, person({ specialty: 'unsure' })).changes[0]).not.toHaveProperty('years');
    expect(
      advise(notice, person({ employer: 'provincialInstitution', postApproved: 'no' })).changes[0],
    ).not.toHaveProperty('years');
  });

  test('is the reason where there is no remedy', () => {
    const silent = changedNotice((copy) => {
      const text = JSON.stringify(copy.rules).replaceAll(/,"remedy":"[^"]*"/g, '');
      copy.rules = JSON.parse(text);
    });
    const { change, text } = told(silent);
    expect(text.remedy).toBeUndefined();
    expect(change?.text).toBe(text.reason);
  });
});

describe('other ways', () => {
  /** Every other choice, in this notice of target and route, from the plainest definition. */
  function expected(answers: Answers, of = notice): OtherWay[] {
    const choices = of.questions.filter(({ changes }) => changes === 'choice');
    let all: OtherWay['changed'][] = [[]];
    for (const { id, options } of choices) {
      const others = options.filter(
        ({ value, pointless, above }) =>
          value !== answers[id] &&
          !pointless?.is.includes(String(answers[pointless.question])) &&
          !(above && answers[id] === above && rank(assess(of, answers)) < RANK.indexOf('review')),
      );
      all = all.flatMap((changed) => [
        changed,
        ...others.map(({ value }) => [...changed, { question: id, answer: value }]),
      ]);
    }
    const ways = all.map((changed): OtherWay => {
      const with_ = changed.reduce(
        (given, { question, answer }) =>
          withAnswer(given, choices.find(({ id }) => id === question)!, answer),
        answers,
      );
      const { verdict } = assess(of, with_);
      return {
        changed,
        verdict,
        asks: screensLeft(of, with_),
        ...(isLastResort({ changed }) && { lastResort: true }),
        ...(verdict === assess(of, answers).verdict &&
          yearsToFollow(of, with_) < yearsToFollow(of, answers) && { sooner: true }),
      };
    });
    const now = rank(assess(of, answers));
    const key = (change: OtherWay['changed'][number]) => JSON.stringify(change);
    const partOf = (part: OtherWay, whole: OtherWay) =>
      part.changed.length < whole.changed.length &&
      part.changed.every((change) => whole.changed.map(key).includes(key(change)));
    return ways.filter(
      (way) =>
        (rank(way) > now || way.sooner) &&
        !ways.some(
          (part) =>
            (rank(part) > now || part.sooner) && partOf(part, way) && rank(part) >= rank(way),
        ),
    );
  }

  /** The most full years that have to follow what is to be done first, read from the trees along each finding's path. */
  const yearsToFollow = (of: Notice, answers: Answers): number =>
    Math.max(
      0,
      ...assess(of, answers).findings.map(({ rule, path }) => {
        let node: Node | undefined = of.rules.find(({ id }) => id === rule)?.tree;
        while (node && 'ask' in node) {
          const { ask, branches }: AskNode = node;
          const answer = path.find(({ question }) => question === ask)?.answer;
          node = branches.find(({ is }) => is.includes(String(answer)));
        }
        return node && 'outcome' in node && 'years' in node ? Number(node.years ?? 0) : 0;
      }),
    );

  const isLastResort = ({ changed }: Pick<OtherWay, 'changed'>) =>
    changed.some(({ answer }) => answer === 'exceptional');
  const sorted = (ways: OtherWay[]) =>
    ways.toSorted(
      (a, b) =>
        Number(isLastResort(a)) - Number(isLastResort(b)) ||
        rank(b) - rank(a) ||
        a.changed.length - b.changed.length,
    );

  test('are all that are better than now, and of which no part is as good; the best first', () => {
    fc.assert(
      fc.property(answersInScope(1), (answers) => {
        fc.pre(['ineligible', 'unlikely', 'review'].includes(assess(notice, answers).verdict));
        expect(advise(notice, answers).otherWays).toEqual(sorted(expected(answers)));
      }),
      { numRuns: 300 },
    );
  });

  test('are these for people of every kind, also where a change of both is better than of one', () => {
    const wanting = people(notice, 1500).filter((answers) =>
      ['ineligible', 'unlikely', 'review'].includes(assess(notice, answers).verdict),
    );
    let both = 0;
    let reordered = 0;
    for (const answers of wanting) {
      const found = expected(answers);
      const ways = sorted(found);
      if (ways.some(({ changed }) => changed.length > 1)) both += 1;
      if (ways.some((way, index) => way !== found[index])) reordered += 1;
      expect(advise(notice, answers).otherWays).toEqual(ways);
    }
    expect(both).toBeGreaterThan(0);
    expect(reordered).toBeGreaterThan(0);
  });

  /** A notice in which people choose more than a target and a route. */
  const choosing = (...ids: string[]) =>
    changedNotice((copy) => {
      for (const question of copy.questions)
        if (ids.includes(question.id)) question.changes = 'choice';
    });

  test('are these, too, in a notice with more to choose, and answers of one name to two questions', () => {
    const more = choosing('heldTitle', 'skillLevel');
    const wanting = people(more, 400).filter((answers) =>
      ['ineligible', 'unlikely', 'review'].includes(assess(more, answers).verdict),
    );
    let many = 0;
    for (const answers of wanting.slice(0, 60)) {
      const ways = sorted(expected(answers, more));
      if (new Set(ways.map(({ changed }) => changed.length)).size > 1) many += 1;
      expect(advise(more, answers).otherWays).toEqual(ways);
    }
    expect(many).toBeGreaterThan(0);
  });

  /** Rules as they come: a few choices, asked for in any order, with any outcome. */
  const leaf = fc
    .constantFrom('met', 'unmet', 'review')
    .map((outcome): Node => ({ outcome, reason: '。' }) as Node);
  const CHOICES: [id: string, values: string[]][] = [
    ['target', ['low', 'high', 'top']],
    ['route', ['usual', 'exceptional']],
    ['one', ['yes', 'no']],
    ['other', ['yes', 'no', 'unsure']],
  ];
  const { tree } = fc.letrec<{ tree: Node; ask: Node }>((tie) => ({
    tree: fc.oneof({ depthSize: 'medium', maxDepth: 4 }, leaf, tie('ask')),
    ask: fc.constantFrom(...CHOICES).chain(([ask, values]) =>
      fc.tuple(...values.map(() => tie('tree'))).map(
        (nodes): Node => ({
          ask,
          branches: nodes.map((node, at) => ({ ...node, is: [values[at] as string] })),
        }),
      ),
    ),
  }));
  const choosers = fc.record({
    trees: fc.array(tree, { minLength: 1, maxLength: 3 }),
    /** What two of the choices say of themselves. */
    above: fc.constantFrom('low', 'high', undefined),
    pointless: fc.boolean(),
    answers: fc.record(
      Object.fromEntries(
        CHOICES.map(([id, values]) => [id, fc.constantFrom(...values, undefined)]),
      ),
    ),
  });

  test('are these under rules of any kind, also where choices were not asked for', () => {
    let most = 0;
    fc.assert(
      fc.property(choosers, ({ trees, above, pointless, answers: given }) => {
        const of = madeUp(
          CHOICES.map(([id, values]) =>
            choice(id, values, {
              changes: 'choice',
              options: values.map((value) => ({
                value,
                label: value,
                ...(above && id === 'target' && value === 'top' && { above }),
                ...(pointless &&
                  id === 'one' &&
                  value === 'yes' && { pointless: { question: 'target', is: ['low'] } }),
                ...(value === 'exceptional' && { lastResort: true }),
              })) as never,
            }),
          ),
          trees.map((tree, at) => rule(`rule${at}`, tree)),
        );
        const answers = Object.fromEntries(
          Object.entries(given).filter(([, answer]) => answer !== undefined),
        ) as Answers;
        const { verdict } = assess(of, answers);
        fc.pre(['ineligible', 'unlikely', 'review'].includes(verdict));
        const { otherWays } = advise(of, answers);
        expect(otherWays).toEqual(sorted(expected(answers, of)));
        most = Math.max(most, ...otherWays.map(({ changed }) => changed.length));
      }),
      { numRuns: 500 },
    );
    expect(most).toBeGreaterThan(1);
  });

  test('that change more are kept where what they change less gives a worse verdict', () => {
    const unsure = { employer: 'centralEnterprise', entrusted: 'unsure' };
    const answers = person({ heldTitle: 'none', ...unsure });
    const titled = { question: 'heldTitle', answer: 'assistantEngineer' };
    const { otherWays } = advise(choosing('heldTitle', 'entrusted'), answers);
    expect(otherWays).toContainEqual({ changed: [titled], verdict: 'review', asks: 0 });
    expect(otherWays).toContainEqual({
      changed: [{ question: 'entrusted', answer: 'yes' }, titled],
      verdict: 'likely',
      asks: 0,
    });
  });

  test('never tell those who fall short of the lower title to try the higher one', () => {
    const short = {
      target: 'assistantEngineer',
      education: 'bachelor',
      startedWorkOn: '2026-05-01',
    };
    const { otherWays } = advise(notice, person({ ...short, heldSince: '2015-01-01' }));
    expect(JSON.stringify(otherWays)).not.toContain('"engineer"');
  });

  test('name the exceptional route last, whatever it comes to', () => {
    const open = { credits: undefined, heldTitle: 'none', skillLevel: undefined };
    const { otherWays } = advise(notice, person(open));
    expect(otherWays.length).toBeGreaterThan(1);
    expect(otherWays.map(({ lastResort }) => lastResort === true)).toEqual(
      otherWays.map((_, index) => index === otherWays.length - 1),
    );
  });

  test('that change less come before those that change more for as good a verdict', () => {
    const ways = advise(
      notice,
      person({ credits: undefined, heldTitle: 'none', skillLevel: undefined }),
    );
    const order = ways.otherWays
      .filter((way) => !isLastResort(way))
      .map((way) => [rank(way), way.changed.length]);
    expect(order.length).toBeGreaterThan(1);
    expect(order).toEqual([...order].sort(([a = 0, m = 0], [b = 0, n = 0]) => b - a || m - n));
  });
});

describe('questions that do not matter', () => {
  test('are the open ones once the notice says no, whatever is answered to them', () => {
    const no = { employer: 'provincialInstitution', postApproved: 'no' };
    const answers = person({ ...no, misconductOn: undefined });
    expect(assess(notice, answers).verdict).toBe('ineligible');
    expect(advise(notice, answers).noMatter).toEqual(['misconductOn']);
  });

  test('leave out a year that only plenty of credits would settle', () => {
    const lenient = changedNotice((copy) => {
      for (const { tree } of copy.rules) {
        if ('each' in tree) for (const least of tree.least) least.otherwise = 'review';
      }
    });
    const answers = person({ credits: { 2024: enough, 2025: 'unsure', 2026: enough } });
    expect(assess(lenient, answers).verdict).toBe('review');
    expect(advise(lenient, answers).noMatter).toEqual([]);
  });
});
