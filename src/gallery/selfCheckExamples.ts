/** The self-check: its opening, each question with each mistake, each verdict, and what links and changes bring about. */
import {
  type Answer,
  type Answers,
  addDays,
  answerTo,
  assess,
  type DateQuestion,
  encodeAnswers,
  type FullNotice,
  fill,
  nextQuestion,
  parseAnswer,
  type Question,
  type Verdict,
  withAnswer,
} from '../calculator/index.ts';
import type { Action, Example } from './example.ts';

const SUBMIT: Action = { press: '继续' };
const RESULT = '.self-check-record';

export function selfCheckExamples(notice: FullNotice): Example[] {
  const [{ opens = notice.issuedOn, closes }] = notice.stages;
  const example = (
    id: string,
    name: string,
    answers: Answers | string,
    rest: Partial<Example> & Pick<Example, 'ready'>,
  ): Example => {
    const fragment = typeof answers === 'string' ? answers : linkTo(notice, answers);
    return {
      id,
      name: `自查：${name}`,
      widget: 'selfCheck',
      path: `/${notice.id}/self-check/${fragment && `#${fragment}`}`,
      steps: [],
      today: addDays(opens, 14),
      ...rest,
    };
  };

  const fitting = fittingIn(notice);
  const results = resultsIn(notice);
  const opening = { ready: '.self-check-before' };
  const note = { ready: '.self-check-note' };
  const examples = [example('opening', '开始以前', '', opening)];

  for (const [screen, answers] of waysToScreens(notice, peopleIn(notice))) {
    const first = notice.questions.find((question) => question.screen === screen);
    if (!first) continue;
    const { title } = first;
    const begin: Action[] = Object.keys(answers).length > 0 ? [] : [{ press: '开始自查' }];
    examples.push(
      example(`question-${screen}`, title, answers, {
        steps: begin,
        ready: `[data-question="${first.id}"]`,
      }),
      example(`mistake-${screen}-empty`, `${title}没有回答就继续`, answers, {
        steps: [...begin, SUBMIT],
        ready: '.tc-error',
      }),
    );
    for (const { id, name, steps, value } of mistakesIn(first)) {
      const parsed = parseAnswer(notice, first, value);
      if (!('issue' in parsed)) continue;
      examples.push(
        example(`mistake-${screen}-${id}`, `${title}${name}`, answers, {
          steps: [...begin, ...steps, SUBMIT],
          ready: '.tc-error',
          says:
            first.type === 'date' && first.mayLackDay && id === 'text'
              ? notice.wording.asking.noDateNorMonth
              : parsed.issue.message,
        }),
      );
    }
  }

  const partly: Answers = { target: 'engineer', specialty: 'informationTechnology' };
  const [clause] = notice.questions;
  const amounts = notice.questions.find(({ type }) => type === 'amounts');
  const unless = (answers: Answers, ...keys: string[]): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));
  examples.push(
    example('question-clause', '就地看条文', '', {
      steps: [{ press: '开始自查' }, { press: '为什么问' }],
      ready: '.self-check-clause',
      says: clause?.why ?? '',
    }),
    example('question-answers', '答到一半，看已答的题', partly, {
      steps: [{ press: '已答' }],
      ready: '.self-check-foot details[open] .self-check-answers',
    }),
    example('question-settled', '结果已定，还在答题', settledIn(notice), {
      steps: [{ press: '接着答' }],
      ready: '.self-check:has(.self-check-form) .self-check-note',
    }),
  );
  if (amounts?.type === 'amounts') {
    const before = unless(fitting, amounts.key);
    examples.push(
      example('question-short', '边填边看差多少', before, {
        steps: amounts.amounts.map(({ id, least }) => ({
          type: String(least + 40),
          into: `${amounts.id}-${id}`,
        })),
        ready: '.self-check-short:not(:empty)',
      }),
      example('question-unsure', '学时选“不清楚”', before, {
        steps: [{ choose: '不清楚' }],
        ready: '.self-check-toggle :checked',
      }),
    );
  }

  for (const [verdict, answers] of Object.entries(results)) {
    // Where questions are left, a link leads to them, and the result is one press further.
    const isWhole = assess(notice, answers).settled;
    examples.push(
      example(
        `result-${verdict}`,
        `结果，${notice.wording.verdicts[verdict as Verdict].label}`,
        answers,
        {
          steps: isWhole ? [] : [{ press: '先看目前的结果' }],
          ready: RESULT,
          says: fill(notice.wording.verdicts[verdict as Verdict].summary, { year: notice.year }),
          print: true,
        },
      ),
    );
  }
  examples.push(
    example('result-closed', '结果，申报已经截止', fitting, {
      today: addDays(closes, 1),
      ready: RESULT,
      says: '逾期不再受理',
      print: true,
    }),
    example('result-materials', '结果，材料清单里勾了两项', fitting, {
      steps: [
        { press: '材料清单' },
        ...notice.materials.extras.slice(0, 2).map(({ label }) => ({ choose: label })),
      ],
      ready: `.self-check-checklist :checked`,
      print: true,
    }),
    example('result-share', '结果，分享链接以前', fitting, {
      steps: [{ press: '分享链接' }],
      ready: '.self-check-share .self-check-note',
    }),
  );

  const change = (question: string, option: string): Action[] => {
    const { title = '', options = [] } = notice.questions.find(({ id }) => id === question) ?? {};
    const label = options.find(({ value }) => value === option)?.label ?? option;
    return [{ press: '您的回答' }, { press: `修改：${title}` }, { choose: label }, SUBMIT];
  };
  const changed = `.self-check [role=status] > .self-check-note`;
  examples.push(
    example('change-idle', '改了答案，有的回答用不到了', fitting, {
      steps: change('education', 'doctor'),
      ready: changed,
      says: '现在用不到',
    }),
    example('change-fresh', '改了答案，多出要答的', fitting, {
      steps: change('route', 'skilled'),
      ready: changed,
      says: '多出要答的',
    }),
    example('change-verdict', '改了答案，结果变了', fitting, {
      steps: change('employer', 'government'),
      ready: changed,
      says: '结果从',
    }),
    example('change-asking', '正在改答案', fitting, {
      steps: change('employer', 'government').slice(0, 2),
      ready: '[data-question=employer]',
      says: '不改了',
    }),
  );

  const keep: Action[] = [{ press: '保存在本机' }];
  examples.push(
    example('kept', '保存了，还没答完', partly, {
      steps: keep,
      ready: '.self-check-save',
      says: '清除本机保存的',
    }),
    example('kept-older', '保存以后又答了', partly, {
      steps: [...keep, { choose: '省属企业' }, SUBMIT],
      ready: '[data-question=work]',
      says: '之后改的还没存',
    }),
    example('kept-offer', '本机存着回答', fitting, {
      steps: [...keep, { press: '重新开始' }],
      ready: '.self-check-saved',
      says: '接着上次的回答',
    }),
    example('kept-resumed', '接着上次的回答', fitting, {
      steps: [...keep, { press: '重新开始' }, { press: '接着上次的回答' }],
      ready: RESULT,
      says: '本机存着',
    }),
  );

  const older = (answers: Answers, verdict: Verdict) =>
    linkTo(notice, answers)
      .replace(/^v=[^&]*/, 'v=2000.1')
      .replace(/&r=[^&]*/, `&r=${verdict}`);
  const link = (version: string) =>
    `v=${version}&target=engineer&education=wizard&nickname=x&%ff=1`;
  examples.push(
    example('link-older', '旧版规则做的链接，结果变了', older(results.unlikely, 'likely'), {
      ready: '.self-check:has(.self-check-record) .self-check-note',
      says: '当时没有问题',
      print: true,
    }),
    example('link-older-same', '旧版规则做的链接，结果没变', older(fitting, 'likely'), {
      ready: '.self-check:has(.self-check-record) .self-check-note',
      says: '结果没有变',
    }),
    example('link-broken', '坏了一部分的链接', link(notice.version), note),
    example('link-nothing', '什么也读不出的链接', 'nickname=1', note),
  );
  return examples;
}

const linkTo = (notice: FullNotice, answers: Answers): string =>
  Object.keys(answers).length > 0 ? encodeAnswers(notice, answers) : '';

/** A person who meets everything; the others differ in what their example is about. */
function fittingIn(notice: FullNotice): Answers {
  const { year, questions } = notice;
  const credits = questions.flatMap((one) =>
    one.type === 'amounts' && one.key === 'credits' ? [one.part] : [],
  );
  let fitting: Answers = {
    target: 'engineer',
    specialty: 'informationTechnology',
    employer: 'provincialEnterprise',
    work: 'engineering',
    inService: 'yes',
    route: 'education',
    education: 'bachelor',
    heldTitle: 'assistantEngineer',
    heldSince: `${year - 10}-12-31`,
    credits: Object.fromEntries(credits.map((part) => [part, { total: 96, professional: 72 }])),
    misconductOn: 'none',
  };
  // What another year asks as well.
  for (let more = nextQuestion(notice, fitting); more; more = nextQuestion(notice, fitting)) {
    const first = more.options[0]?.value;
    if (first === undefined) break;
    fitting = withAnswer(fitting, more, first);
  }
  return fitting;
}

/** Together they are asked every question. */
function peopleIn(notice: FullNotice): Answers[] {
  const fitting = fittingIn(notice);
  const { year } = notice;
  return [
    { ...fitting, employer: 'centralInstitution', entrusted: 'yes' },
    { ...fitting, employer: 'provincialInstitution', postApproved: 'yes' },
    { ...fitting, target: 'assistantEngineer', startedWorkOn: `${year - 6}-01-01` },
    { ...fitting, route: 'skilled', skillLevel: 'technician', skillSince: `${year - 6}-01-01` },
  ];
}

/** One person for each verdict. */
function resultsIn(notice: FullNotice): Record<Verdict, Answers> {
  const fitting = fittingIn(notice);
  const { year } = notice;
  const { misconductOn: _, ...unfinished } = fitting;
  return {
    outOfScope: { target: 'engineer', specialty: 'other' },
    ineligible: { ...fitting, misconductOn: `${year - 2}-05-02` },
    unlikely: { ...fitting, heldSince: `${year - 3}-03-01` },
    incomplete: unfinished,
    review: { ...fitting, employer: 'centralInstitution', entrusted: 'yes' },
    likely: fitting,
  };
}

/** A person whose result stands although some questions have no answer. */
function settledIn(notice: FullNotice): Answers {
  const { misconductOn: _, ...unfinished } = fittingIn(notice);
  return { ...unfinished, employer: 'provincialInstitution', postApproved: 'no' };
}

interface Mistake {
  id: string;
  name: string;
  steps: Action[];
  /** What the form takes it for, which the calculator refuses with the words to be seen. */
  value: unknown;
}

/** What can be typed wrongly into a question; none where it only has options. */
function mistakesIn(question: Question): Mistake[] {
  if (question.type === 'date') return dateMistakes(question);
  if (question.type !== 'amounts') return [];
  const typed = (id: string, name: string, texts: Record<string, string>): Mistake => ({
    id,
    name,
    steps: Object.entries(texts).map(([amount, type]) => ({
      type,
      into: `${question.id}-${amount}`,
    })),
    value: Object.fromEntries(
      Object.entries(texts).map(([amount, text]) => [
        amount,
        /^[\d.]+$/.test(text) ? Number(text) : text,
      ]),
    ),
  });
  const [whole, part] = question.amounts;
  if (!whole || !part) return [];
  const fill = (a: string | number, b: string | number) => ({
    [whole.id]: String(a),
    [part.id]: String(b),
  });
  return [
    typed('text', '填的不是数', fill('九十', whole.least)),
    typed('range', '超出范围', fill(whole.most + whole.step, whole.least)),
    typed('step', '填得太细', fill(whole.least + 90 + whole.step / 2, whole.least)),
    typed('within', '部分比总数多', fill(whole.least + 90, whole.least + 100)),
  ];
}

function dateMistakes(question: DateQuestion): Mistake[] {
  const typed = (id: string, name: string, text: string): Mistake => ({
    id,
    name,
    steps: [
      ...(question.options.length > 0 ? [{ choose: question.dateLabel ?? '填日期' }] : []),
      { type: text, into: `${question.id}-date` },
    ],
    value: text,
  });
  return [
    typed('text', '填的不是日期', '去年年底'),
    typed('missing', '填了没有的日子', `${Number(question.latest.slice(0, 4)) - 1}-02-30`),
    typed('early', '太早', addDays(question.earliest, -1)),
    typed('late', '太晚', addDays(question.latest, 1)),
  ];
}

/** For each screen of questions the answers that lead to it. */
function waysToScreens(notice: FullNotice, people: Answers[]): Map<string, Answers> {
  const ways = new Map<string, Answers>();
  for (const person of people) {
    let given: Answers = {};
    for (;;) {
      const question = nextQuestion(notice, given);
      if (!question) break;
      if (!ways.has(question.screen)) ways.set(question.screen, given);
      // What this year asks and these people do not know of is answered with its first option.
      const answer: Answer | undefined = answerTo(person, question) ?? question.options[0]?.value;
      if (answer === undefined) break;
      given = withAnswer(given, question, answer);
    }
  }
  return ways;
}
