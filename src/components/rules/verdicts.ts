/** The verdicts in the order in which they are tried (src/calculator/README.md: Verdict), in words that hold for every year's rules. */
import { fill, type Notice, type Verdict } from '../../calculator/index.ts';

export interface VerdictWay {
  verdict: Verdict;
  /** When it is the verdict, the ones before it not being so. */
  when: string;
  /** The same as a question to answer with 有 or 没有. */
  asks: string;
}

const WAYS: VerdictWay[] = [
  {
    verdict: 'outOfScope',
    when: '申报范围的条目（{scope}）里，有一条{unmet}。',
    asks: '申报范围的条目，有{unmet}的吗？',
  },
  {
    verdict: 'ineligible',
    when: '其他条目里，有一条按{notice}{unmet}。对照原文核对过的数，也算在内。',
    asks: '其他条目，有按{notice}（或已核对的原文）{unmet}的吗？',
  },
  {
    verdict: 'unlikely',
    when: '有一条{unmet}，但依据的只是参考口径。',
    asks: '有只按参考口径{unmet}的吗？',
  },
  {
    verdict: 'incomplete',
    when: '没有{unmet}的，但有一条还{unknown}。',
    asks: '有{unknown}的吗？',
  },
  {
    verdict: 'review',
    when: '都回答了，没有{unmet}的，但有一条{review}。',
    asks: '有{review}的吗？',
  },
  { verdict: 'likely', when: '适用的每一条都{met}。', asks: '适用的每一条都{met}' },
];

export function verdictWays({ rules, wording }: Notice): VerdictWay[] {
  const scope = rules.filter((rule) => rule.scope).map(({ title }) => title);
  const slots = {
    ...wording.outcomes,
    notice: wording.standings.notice.label,
    scope: scope.join('、'),
  };
  return WAYS.map(({ verdict, when, asks }) => ({
    verdict,
    when: fill(when, slots),
    asks: fill(asks, slots),
  }));
}
