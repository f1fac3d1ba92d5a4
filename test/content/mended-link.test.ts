import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAnswers, encodeAnswers } from '../../src/calculator/index.ts';
import { forTimeline } from '../../src/notices/index.ts';
import { decodePlan, encodePlan, type PlanState } from '../../src/plan/index.ts';
import { mendedLink } from '../../src/widgets/shared/mendedLink.ts';
import { anyAnswers, dateBetween } from '../calculator/arbitraries.ts';
import { notice as full, person } from '../calculator/support.ts';

const notice = forTimeline(full);
const PAGE = 'https://guide.example/2026/self-check/';
/** As links were written before they said how much they hold. */
const older = (fragment: string) =>
  fragment.replace(/^(v|plan)=([\w.-]*)(~|%7E)\d+/, '$1=$2').replace(/&end=1$/, '');

type Mangling = (link: string) => string;
const hash = (of: Mangling) => (link: string) => {
  const [page = '', ...rest] = link.split('#');
  return `${page}#${of(rest.join('#'))}`;
};
const append = (text: string) => (link: string) => link + text;

/** What is done to the whole of what stands behind the #, each at most once, in this order. */
const WHOLE: Record<string, Mangling> = {
  encoded: hash(encodeURIComponent),
  'encoded twice': hash((text) => encodeURIComponent(encodeURIComponent(text))),
  'as HTML writes it': hash((text) => text.replaceAll('&', '&amp;')),
  'as HTML writes it twice': hash((text) => text.replaceAll('&', '&amp;amp;')),
  'as HTML writes it by number': hash((text) => text.replaceAll('&', '&#38;')),
  'only what joins fields encoded': hash((text) => text.replaceAll('&', '%26')),
  'percent signs encoded': hash((text) => text.replaceAll('%', '%25')),
  'tildes encoded': hash((text) => text.replaceAll('~', '%7E')),
  'tildes encoded small': hash((text) => text.replaceAll('~', '%7e')),
  'two #': hash((text) => `#${text}`),
  'an encoded # behind it': hash((text) => `%23${text}`),
  'a byte order mark': hash((text) => `\u{feff}${text}`),
  'a break of the line': hash((text) => `${text.slice(0, 20)}\r\n${text.slice(20)}`),
  'a space of no width': hash((text) => `${text.slice(0, 20)}%E2%80%8B${text.slice(20)}`),
  'a tracker in front': hash((text) => `from=singlemessage&${text}`),
  'a tracker in the query': (link) => link.replace('#', '?from=timeline&isappinstalled=0#'),
};
/** What is put at the end. */
const TAILS = [
  '',
  '。',
  '）',
  '，',
  '%E3%80%82',
  ')',
  '.',
  ' ',
  '%20',
  '"',
  '。你看看',
  '#wechat_redirect',
  '%23wechat_redirect',
  '&from=groupmessage&isappinstalled=0',
  '?from=singlemessage',
  '&shareTo=qq',
  '&tdsourcetag=s_pctim_aiomsg',
  '&utm_source=chat&utm_medium=x',
  '&nsukey=abc%2B%3D',
  '&quite_unknown=1',
];
const tails = fc.array(fc.constantFrom(...TAILS), { maxLength: 3 });
/** Manglings that do the same thing in two ways are not combined: nobody could undo that. */
const wholes = fc
  .tuple(
    fc.constantFrom('', 'tildes encoded', 'tildes encoded small'),
    fc.constantFrom('', 'a break of the line', 'a space of no width'),
    fc.constantFrom(
      '',
      'as HTML writes it',
      'as HTML writes it twice',
      'as HTML writes it by number',
      'only what joins fields encoded',
    ),
    fc.constantFrom('', 'encoded', 'encoded twice'),
    fc.constantFrom('', 'two #', 'an encoded # behind it', 'a byte order mark'),
    fc.constantFrom('', 'a tracker in front', 'a tracker in the query'),
  )
  .map((names) => names.flatMap((name) => WHOLE[name] ?? []));

const mangled = (link: string, ways: Mangling[]) => ways.reduce((text, way) => way(text), link);
const read = (link: string) => {
  const found = mendedLink(link);
  if (found?.kind !== 'answers') throw new Error(`No answers in ${link}`);
  return { ...decodeAnswers(full, found.fragment), isCut: found.isCut };
};
const readPlan = (link: string) => {
  const found = mendedLink(link);
  if (found?.kind !== 'plan') throw new Error(`No plan in ${link}`);
  return { ...decodePlan(notice, found.fragment), isCut: found.isCut };
};

const name = fc
  .string({
    unit: fc.constantFrom('审', '核', 'a', ' ', '~', '&', '=', '#', '%', '，', '）', '+'),
    minLength: 1,
    maxLength: 16,
  })
  .map((text) => `步${text.replace(/\s+/g, ' ')}骤`);
const plans: fc.Arbitrary<Partial<PlanState>> = fc.record(
  {
    role: fc.constantFrom('applicant', 'employer', 'office'),
    submittedOn: dateBetween('2026-01-01', '2027-12-31'),
    postedOn: dateBetween('2026-01-01', '2027-12-31'),
    countPostingDay: fc.constant(true),
    steps: fc.tuple(name, name).map(([before, own]) => [
      { name: before, workdays: 2 },
      { name: own, workdays: 5, publicity: true },
    ]),
    waiting: fc.integer({ min: 0, max: 99_999 }),
  },
  { requiredKeys: [] },
);

describe('answers in a link', () => {
  test('come through every single mangling and every end', () => {
    const given = person({ credits: { 2024: { total: 90, professional: 60.5 } } });
    const link = `${PAGE}#${encodeAnswers(full, given)}`;
    for (const [what, way] of Object.entries(WHOLE))
      expect(read(way(link)), what).toMatchObject({ answers: given, dropped: [], isCut: false });
    for (const tail of TAILS)
      expect(read(link + tail), tail).toMatchObject({ answers: given, dropped: [], isCut: false });
  });

  test('come through every combination', () => {
    fc.assert(
      fc.property(anyAnswers(), wholes, tails, (given, ways, ends) => {
        const link = mangled(`${PAGE}#${encodeAnswers(full, given)}`, [
          ...ways,
          ...ends.map(append),
        ]);
        expect(read(link)).toMatchObject({ answers: given, dropped: [], isCut: false });
      }),
      { numRuns: 400 },
    );
  });

  test('come from older links as well, but for trackers that nobody knows', () => {
    const known = TAILS.filter((tail) => !/\?|unknown/.test(tail));
    fc.assert(
      fc.property(anyAnswers(4), wholes, fc.constantFrom(...known), (given, ways, tail) => {
        const fragment = older(encodeAnswers(full, given));
        const link = mangled(`${PAGE}#${fragment}`, [...ways, append(tail)]);
        expect(read(link)).toMatchObject({ answers: given, dropped: [], isCut: false });
      }),
      { numRuns: 300 },
    );
  });

  test('cut anywhere never say anything else, and never go without a word', () => {
    fc.assert(
      fc.property(
        anyAnswers(3),
        wholes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, ways, share) => {
          const whole = mangled(`${PAGE}#${encodeAnswers(full, given)}`, ways);
          const start = whole.indexOf('#') + 1;
          const found = mendedLink(
            whole.slice(0, start + Math.floor((whole.length - start) * share)),
          );
          if (found?.kind !== 'answers') return;
          const { answers, version } = decodeAnswers(full, found.fragment);
          for (const [key, answer] of Object.entries(answers)) {
            if (typeof answer === 'object') expect(given[key]).toMatchObject(answer);
            else expect(answer).toEqual(given[key]);
          }
          const isLess = Object.keys(answers).length < Object.keys(given).length;
          // Cut within the version nothing says yet that something should follow: then there are no answers at all.
          if (isLess && version)
            expect(found.isCut || Object.keys(answers).length === 0).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('are the same once they are mended again', () => {
    fc.assert(
      fc.property(anyAnswers(3), wholes, fc.nat(300), (given, ways, cut) => {
        const whole = mangled(`${PAGE}#${encodeAnswers(full, given)}`, ways);
        const found = mendedLink(whole.slice(0, whole.length - cut));
        if (found?.kind === 'answers')
          expect(mendedLink(`${PAGE}#${found.fragment}`)).toEqual(found);
      }),
    );
  });

  test('are still missed, read again, where nothing but their number was left', () => {
    const found = mendedLink(`${PAGE}#v=2026.2~9&`);
    expect(found).toMatchObject({ kind: 'answers', isCut: true });
    if (found?.kind === 'answers') expect(mendedLink(`${PAGE}#${found.fragment}`)).toEqual(found);
  });

  test('that were lost from the middle are missed', () => {
    const link = `${PAGE}#${encodeAnswers(full, person({}))}`;
    expect(read(link.replace(/&education=\w+/, '')).isCut).toBe(true);
  });
});

describe('a plan in a link', () => {
  const safe = (given: Partial<PlanState>) => JSON.parse(JSON.stringify(given));

  test('comes through every single mangling and every end', () => {
    const given = {
      role: 'employer',
      postedOn: '2026-07-20',
      steps: [
        { name: '审核（A&b=1）', workdays: 2 },
        { name: '公示 100%', workdays: 5, publicity: true },
      ],
    };
    const link = `${PAGE}#${encodePlan(notice, given)}`;
    for (const [what, way] of Object.entries(WHOLE))
      expect(readPlan(way(link)), what).toMatchObject({ plan: given, dropped: 0, isCut: false });
    for (const tail of TAILS)
      expect(readPlan(link + tail), tail).toMatchObject({ plan: given, dropped: 0, isCut: false });
  });

  test('comes through every combination', () => {
    fc.assert(
      fc.property(plans, wholes, tails, (given, ways, ends) => {
        const link = mangled(`${PAGE}#${encodePlan(notice, given)}`, [
          ...ways.filter((way) => !String(way).includes('slice(0, 20)')),
          ...ends.map(append),
        ]);
        expect(readPlan(link)).toMatchObject({ plan: safe(given), dropped: 0, isCut: false });
      }),
      { numRuns: 300 },
    );
  });

  test('is missed when the link was cut', () => {
    const link = `${PAGE}#${encodePlan(notice, { role: 'employer', postedOn: '2026-07-20' })}`;
    for (const cut of [1, 2, 3, 4, 6, 8, 20])
      expect(readPlan(link.slice(0, -cut)).isCut, link.slice(0, -cut)).toBe(cut > 5);
  });

  test('comes from older links, names that end in punctuation too', () => {
    const given = {
      role: 'employer',
      steps: [{ name: '公示（五天）', workdays: 5, publicity: true }],
    };
    const link = `${PAGE}#${older(encodePlan(notice, given))}`;
    expect(readPlan(link)).toMatchObject({ plan: given, dropped: 0, isCut: false });
    expect(readPlan(`${link}&from=timeline`)).toMatchObject({ plan: given, dropped: 0 });
  });
});

describe('what is no link of ours', () => {
  test.each([
    '',
    '#_top',
    '#公示怎么数',
    '#clause-4.2.1',
    '#timeline-take',
    '#wechat_redirect',
    '#from=timeline',
  ])('is passed over: %j', (fragment) => expect(mendedLink(PAGE + fragment)).toBeUndefined());

  test.each(['#', '#v', '#p', '#plan', '#v%3', '#plan%', '#。', '#%E3%80%82', '#%20', '#%23'])(
    'but began as one, or had nothing left: %j',
    (fragment) => expect(mendedLink(PAGE + fragment)).toEqual({ kind: 'broken' }),
  );

  test('is never a reason to fail or to wait, whatever it is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '%',
        '%25',
        '%23',
        '#',
        '&',
        '&amp;',
        '=',
        '%3D',
        'v',
        'plan',
        'end',
        '~',
        '%E4',
        '<img onerror=x>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        mendedLink(`${PAGE}#${pieces.join('')}`);
      }),
      { numRuns: 400 },
    );
    for (const text of ['%25', '&amp;', '%', '#', 'a=', '%26a=', '%2525253D', '.'])
      mendedLink(`${PAGE}#v=1&${text.repeat(6000)}`);
  });
});
