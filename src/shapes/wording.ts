/** Words shared by all years, in wording.yaml. */
import { z } from 'zod';
import { id, labels, named, noted, strict, text } from './base.ts';
import { rosterPageWords } from './rosterPageWords.ts';
import { timelineWords } from './timelineWords.ts';
import { unitWords } from './unitWords.ts';

export const outcome = named('Outcome', z.enum(['met', 'unmet', 'unknown', 'review']));
export const verdict = named(
  'Verdict',
  z.enum(['outOfScope', 'ineligible', 'unlikely', 'incomplete', 'review', 'likely']),
);
export const source = named(
  'Source',
  z.enum(['notice', 'provincial', 'national', 'manual', 'verified']),
  'On whose word a reason rests: a reference is the province’s or the nation’s, by the document that it was taken from.',
);
export const problemId = named(
  'ProblemId',
  z.enum([
    'notAnObject',
    'unreadable',
    'unknownQuestion',
    'notAnOption',
    'notADate',
    'dateOutOfRange',
    'notAmounts',
    'amountOutOfRange',
    'amountStep',
    'amountExceeds',
    'linkTooLong',
    'repeated',
  ]),
);
export const problemIds = problemId.options;

export const standings = z.record(
  z.enum(['notice', 'reference', 'manual', 'verified']),
  strict({ label: text, meaning: text }),
);

const result = named(
  'ResultWording',
  labels([
    'until',
    'upcoming',
    'left',
    'lacksYears',
    'lacksBan',
    'lacksAmounts',
    'more',
    'open',
    'toDo',
    'by',
    'now',
    'from',
    'notBefore',
    'wait',
    'post',
    'least',
    'check',
    'takes',
    'lostYear',
    'askAll',
    'plans',
    'later',
    'again',
    'newest',
    'assumed',
    'goOn',
    'prepare',
    'timeline',
    'tasksOnTimeline',
    'toPlatform',
    'why',
    'remedy',
    'toAsk',
    'whom',
    'askFirst',
    'howToAsk',
    'say',
    'alsoAsk',
    'alsoUnmet',
    'met',
    'unanswered',
    'stages',
    'stagesOver',
    'materials',
    'asked',
    'allAsked',
    'answers',
    'change',
    'neverEnough',
    'oneSuffices',
    'allSuffice',
    'ifTheRest',
    'oneNoMatter',
    'settledOpen',
    'notAsked',
    'ways',
    'way',
    'asks',
    'lastResort',
    'sooner',
    'basis',
    'checked',
    'noDay',
    'noAddress',
  ]),
  'What a result says beside the words of the rules.',
);

const words = {
  outcomes: z.record(outcome, text),
  standings,
  accordingTo: noted(z.record(source, text), 'How a reason says on whose word it rests.'),
  among: noted(text, 'What of a whole is to be made up of which parts.'),
  verdicts: noted(
    z.record(verdict, strict({ label: text, summary: text, closed: text, next: text })),
    '`closed` in place of `summary` once applications are closed.',
  ),
  earliestYear: noted(
    strict({ label: text, open: text, thisYear: text, madeUp: text, conditions: text }),
    '`open` while questions are left, `thisYear` while making up does for this year, `madeUp` while it does for the next.',
  ),
  actors: z.record(id, text),
  unanswered: text,
  onReference: text,
  decidedBy: text,
  noMatter: text,
  settled: text,
  asking: noted(
    labels([
      'length',
      'outside',
      'tapping',
      'taken',
      'noDate',
      'noDateNorMonth',
      'short',
      'enough',
      'derived',
      'oneByOne',
      'noAmounts',
    ]),
    'While questions are asked.',
  ),
  result,
  named: noted(text, 'A problem among several, with the question that has it.'),
  spans: labels(['years', 'months', 'days']),
  problems: z.record(problemId, text),
};
export const wording = named(
  'Wording',
  strict(words),
  'Words shared by all years, from `content/wording.yaml`.',
);

const status = named(
  'StatusWording',
  labels([
    'period',
    'until',
    'dates',
    'before',
    'open',
    'lastDay',
    'running',
    'after',
    'clockOff',
    'prepare',
    'newer',
  ]),
  'How the year stands today: for pages, and what is made with them.',
);
const prepare = named(
  'PrepareWording',
  strict({
    title: text,
    assumed: text,
    groups: z.record(
      z.enum(['toDo', 'byTime', 'notByThen', 'ask', 'holds']),
      strict({ title: text, about: text, event: text }),
    ),
    ofYear: text,
    enough: text,
    unanswered: text,
    ahead: text,
    amount: text,
    by: text,
    past: text,
    from: text,
    reached: text,
    notBefore: text,
    calendar: text,
    copy: text,
    copied: text,
    print: text,
    change: text,
    madeOn: text,
    noAddress: text,
    source: text,
    lost: text,
    waiting: text,
    invitation: text,
    toSelfCheck: text,
    unreadable: text,
    plan: text,
    toTimeline: text,
  }),
  'What the list for the next year says beside the rules’ own words.',
);
export const fullWording = named('FullWording', strict({ ...words, status, prepare }));

/** The file: some widgets' words reach them as modules of their own (src/bundles/words.ts), and no notice holds those. */
export const writtenWording = strict({
  ...words,
  status,
  prepare,
  timeline: timelineWords,
  units: unitWords,
  rosterPage: rosterPageWords,
});
