/** What a schema cannot see: that the files of one notice agree with each other. */
import type {
  Branch,
  Clause,
  Explanation,
  FullNotice,
  Node,
  ProblemId,
  Question,
  Rule,
  SourceDocument,
  StatusWording,
} from '../calculator/index.ts';
import { clausesBehind, nodesOf } from './clauses.ts';
import {
  checkFacts as checkFactsInClauses,
  checkWhere,
  leastOf,
  slotsOf,
  wrongSlots,
} from './facts.ts';
import { checkMaterials } from './materials.ts';
import type { Problem } from './problem.ts';
import { fingerprint, plainText } from './text.ts';

type Path = (string | number)[];

/** What the code puts into each of the sentences on how the year stands today. */
const STATUS_SLOTS: Record<keyof StatusWording, string[]> = {
  period: ['opens', 'closes'],
  until: ['closes'],
  dates: ['year', 'stage', 'period'],
  before: ['year', 'stage', 'period', 'opens', 'days'],
  open: ['year', 'stage', 'period', 'closes', 'days'],
  lastDay: ['year', 'stage', 'period', 'closes'],
  running: ['year', 'first', 'stage', 'closes'],
  after: ['year', 'stage', 'period'],
  clockOff: ['today'],
  prepare: [],
  newer: ['year'],
};

export interface Files {
  notice: string;
  questions: string;
  /** One for each rule. */
  rules: string[];
  materials: string;
  wording: string;
  /** Where each expanded question stands in its file. */
  questionAt: Map<string, number>;
  documents: SourceDocument[];
  documentsFile: string;
}

const PROBLEM_SLOTS: Record<ProblemId, string[]> = {
  notAnObject: ['field'],
  unreadable: ['field'],
  unknownQuestion: ['field'],
  notAnOption: ['field'],
  notADate: ['field'],
  dateOutOfRange: ['field', 'earliest', 'latest'],
  notAmounts: ['field', 'labels'],
  amountOutOfRange: ['field', 'label', 'least', 'most'],
  amountStep: ['field', 'label', 'step'],
  amountExceeds: ['field', 'label', 'other'],
  linkTooLong: ['field'],
  repeated: ['field'],
};
const EVERYWHERE = [
  ...['year', 'by', 'serviceCutoff', 'evidenceCutoff', 'windowOpens', 'windowCloses'],
  ...['workdays', 'specialties'],
];

export function checkNotice(notice: FullNotice, files: Files): Problem[] {
  const problems: Problem[] = [];
  const say = (file: string, path: Path, message: string) => problems.push({ file, path, message });
  const clauses = new Map(notice.clauses.map((clause) => [clause.id, clause]));
  const clause = (file: string, path: Path, id: string): Clause | undefined => {
    const found = clauses.get(id);
    if (!found) {
      say(file, path, `通知里没有条款 ${id}。可以写：${[...clauses.keys()].join('、')}。`);
    }
    return found;
  };

  const everySlot = Object.keys(slotsOf(notice));

  checkFacts();
  checkFactsInClauses(
    notice,
    files.documents.map(({ id }) => id),
    (path, message) => say(files.notice, path, message),
    (path, message) => say(files.documentsFile, path, message),
  );
  checkWhere(notice, (path, message) => say(files.notice, path, message));
  checkWording();
  checkQuestions();
  let inRule = '';
  for (const [index, rule] of notice.rules.entries()) {
    inRule = files.rules[index] ?? '';
    checkRule(rule, index);
  }
  checkEveryQuestionIsAsked();
  checkMaterials(
    notice,
    files.documents.map(({ id }) => id),
    (path, message) => say(files.materials, path, message),
  );
  return problems;

  function checkFacts(): void {
    const at = files.notice;
    for (const key of ['service', 'evidence'] as const) {
      clause(at, ['cutoffs', key, 'clause'], notice.cutoffs[key].clause);
    }
    for (const key of ['specialties', 'whoMayApply', 'publicity'] as const) {
      clause(at, [key, 'clause'], notice[key].clause);
    }
    for (const key of ['stages', 'sanctions', 'contacts'] as const) {
      notice[key].forEach((entry, index) => void clause(at, [key, index, 'clause'], entry.clause));
    }
    const actors = Object.keys(notice.wording.actors);
    const actor = (path: Path, id: string) => {
      if (!actors.includes(id)) say(at, path, `没有这个角色，可以写：${actors.join('、')}。`);
    };
    notice.sanctions.forEach(({ who }, index) => actor(['sanctions', index, 'who'], who));
    let previous = '';
    for (const [index, stage] of notice.stages.entries()) {
      actor(['stages', index, 'actor'], stage.actor);
      slots(at, ['stages', index, 'task'], stage.task, everySlot);
      if (index === 0 && !stage.opens) {
        say(at, ['stages', 0], '第一个阶段要写 opens（开始日期）。');
      }
      if (stage.opens && stage.opens > stage.closes) {
        say(at, ['stages', index, 'closes'], 'closes（截止日期）不能早于 opens（开始日期）。');
      }
      if (stage.closes < previous) {
        say(at, ['stages', index, 'closes'], '各阶段要按截止日期从早到晚写。');
      }
      previous = stage.closes;
    }
    if (!notice.stages.some(({ id }) => id === notice.publicity.stage)) {
      say(at, ['publicity', 'stage'], '要写 stages 里的一个 id。');
    }
    const known = new Set(files.documents.map(({ id }) => id));
    for (const { id, clause: named } of notice.documents) {
      if (named !== undefined) clause(at, ['names', id], named);
      if (!known.has(id)) {
        say(at, ['names', id], `content/documents.yaml 里没有 ${id}，请先在那里写上。`);
      }
    }
    for (const [key, list] of Object.entries({
      stages: notice.stages,
      contacts: notice.contacts,
      'specialties.list': notice.specialties.list,
    })) {
      unique(at, key.split('.'), list);
    }
  }

  function unique(file: string, path: Path, list: { id: string }[], base = 0): void {
    list.forEach(({ id }, index) => {
      if (list.findIndex((other) => other.id === id) < index) {
        say(file, [...path, base + index, 'id'], `${id} 写了两次。`);
      }
    });
  }

  /** What the code puts into each text, so that a mistyped slot never reaches a reader. */
  function checkWording(): void {
    const { wording } = notice;
    const check = (path: Path, text: string, allowed: string[]) =>
      slots(files.wording, path, text, allowed);
    for (const [verdict, texts] of Object.entries(wording.verdicts)) {
      for (const [key, text] of Object.entries(texts)) {
        check(['verdicts', verdict, key], text, ['year']);
      }
    }
    for (const [standing, texts] of Object.entries(wording.standings)) {
      for (const [key, text] of Object.entries(texts)) {
        check(['standings', standing, key], text, standing === 'verified' ? ['on'] : []);
      }
    }
    for (const [key, text] of Object.entries(wording.earliestYear)) {
      check(
        ['earliestYear', key],
        text,
        key === 'madeUp' ? ['year', 'later', 'until', 'todo'] : ['year'],
      );
    }
    check(['unanswered'], wording.unanswered, ['questions']);
    check(['onReference'], wording.onReference, ['rules']);
    check(['decidedBy'], wording.decidedBy, ['question']);
    check(['noMatter'], wording.noMatter, ['questions']);
    check(['settled'], wording.settled, ['verdict']);
    check(['named'], wording.named, ['title', 'message']);
    for (const [key, text] of Object.entries(wording.accordingTo)) {
      check(['accordingTo', key], text, []);
    }
    check(['among'], wording.among, ['parts']);
    for (const [key, text] of Object.entries(wording.status)) {
      check(['status', key], text, STATUS_SLOTS[key as keyof StatusWording]);
    }
    for (const [key, text] of Object.entries(wording.spans)) check(['spans', key], text, ['n']);
    for (const [key, text] of Object.entries(wording.problems)) {
      check(['problems', key], text, PROBLEM_SLOTS[key as ProblemId]);
    }
  }

  function checkQuestions(): void {
    for (const question of notice.questions) {
      const path = [files.questionAt.get(question.id) ?? 0];
      clause(files.questions, [...path, 'clause'], question.clause);
      for (const key of ['title', 'why', 'help'] as const) {
        slots(files.questions, [...path, key], question[key] ?? '', everySlot);
      }
      const values = question.options.map(({ value }) => value);
      for (const [index, value] of values.entries()) {
        if (values.indexOf(value) < index) {
          say(files.questions, [...path, 'options'], `选项 ${value} 写了两次。`);
        }
      }
      question.options.forEach(({ pointless, above }, index) => {
        if (above !== undefined && !values.includes(above))
          unknownValue(files.questions, [...path, 'options', index, 'above'], question.id, above);
        if (!pointless) return;
        const at = [...path, 'options', index, 'pointless'];
        const other = find(pointless.question, files.questions, [...at, 'question']);
        for (const value of other ? pointless.is : []) {
          if (!other?.options.some((one) => one.value === value))
            unknownValue(files.questions, [...at, 'is'], pointless.question, value);
        }
      });
      if (notice.questions.filter(({ id }) => id === question.id).length > 1) {
        say(files.questions, [...path, 'id'], `题目 ${question.id} 写了两次。`);
      }
      if (question.type === 'date' && question.earliest > question.latest) {
        say(files.questions, [...path, 'latest'], 'latest 不能早于 earliest。');
      }
      if (question.type === 'amounts') {
        const named = yearsIn(clauses.get(question.clause));
        if (named.length && !named.includes(Number(question.part))) {
          say(
            files.questions,
            [...path, 'each'],
            `条款 ${question.clause} 写着 ${named.join('、')} 年，没有 ${question.part} 年。两处要一致。`,
          );
        }
        if (Number(question.part) > notice.year) {
          say(files.questions, [...path, 'each'], `不能晚于 ${notice.year} 年。`);
        }
        const ids = question.amounts.map(({ id }) => id);
        question.amounts.forEach(({ within }, index) => {
          if (within !== undefined && !ids.slice(0, index).includes(within)) {
            say(files.questions, [...path, 'amounts', index, 'within'], '要写前面的一个数的 id。');
          }
        });
        question.derived?.forEach(({ id, of, less }, index) => {
          const where = [...path, 'derived', index];
          if (ids.includes(id)) say(files.questions, [...where, 'id'], `${id} 已经是要填的数。`);
          if (!ids.includes(of))
            say(files.questions, [...where, 'of'], `要写 ${ids.join('、')} 之一。`);
          // Otherwise it could come out below nothing.
          if (!question.amounts.some((amount) => amount.id === less && amount.within === of))
            say(files.questions, [...where, 'less'], `要写 within: ${of} 的一个数的 id。`);
        });
      }
    }
  }

  function checkRule(rule: Rule, index: number): void {
    const at = inRule;
    const known = new Set(files.documents.map(({ id }) => id));
    for (const key of ['basis', 'originals'] as const) {
      rule[key]?.forEach((id, n) => {
        if (!known.has(id)) {
          say(at, [key, n], `content/documents.yaml 里没有 ${id}，请先在那里写上。`);
        }
      });
      if (rule.standing === 'reference' && !rule[key]?.length) {
        say(at, ['standing'], '参考口径要写明 basis（数值出处）和 originals（原文在哪份文件）。');
      }
    }
    if (notice.rules.findIndex(({ id }) => id === rule.id) < index) {
      say(at, ['id'], `规则 ${rule.id} 写了两次。`);
    }
    checkCites(rule.cites, ['cites']);
    checkReview(rule);
    checkYears(rule);
    slots(at, ['asks'], rule.asks, everySlot);

    const when = rule.appliesWhen;
    const narrowed = new Map<string, string[]>();
    if (when) {
      narrowed.set(when.question, when.is);
      const earlier = notice.rules
        .slice(0, index)
        .some(({ tree }) => 'ask' in tree && tree.ask === when.question);
      // Otherwise nobody would be asked, and a result could be called good while a rule has not been looked at.
      if (!earlier) {
        say(at, ['appliesWhen', 'question'], '要写前面某条规则开头就问的题。');
      }
      const question = find(when.question, at, ['appliesWhen', 'question']);
      const values = question ? valuesOf(question) : [];
      for (const value of when.is) {
        if (!values.includes(value)) unknownValue(at, ['appliesWhen', 'is'], when.question, value);
      }
    }
    checkNode(rule.tree, ['tree'], narrowed, []);
  }

  /** A rule rests on its clauses' words; when they change, somebody has to look at the rule again. */
  function checkReview(rule: Rule): void {
    const { id, reviewed } = rule;
    const behind = clausesBehind(notice, rule);
    const now = fingerprint(notice.clauses.filter((clause) => behind.includes(clause.id)));
    if (reviewed.clauses === now) return;
    say(
      inRule,
      ['reviewed', 'clauses'],
      `${/^[0-9a-f]{12}$/.test(reviewed.clauses) ? `${behind.join('、')} 的文字变了。` : `还没有对照 ${behind.join('、')} 复核过。`}复核规则 ${id} 后，写 reviewed: { on: 复核日期, clauses: "${now}" }。`,
    );
  }

  /** What the notice itself says of years has to stand in its clauses: 3 年. */
  function checkYears(rule: Rule): void {
    if (rule.standing !== 'notice') return;
    const behind = clausesBehind(notice, rule).map((id) => clauses.get(id));
    for (const node of nodesOf(rule.tree)) {
      if (!('years' in node) || node.verified) continue;
      const words = new RegExp(`(?<!\\d)${node.years}年`);
      if (behind.some((clause) => clause && words.test(plainText(clause)))) continue;
      say(
        inRule,
        ['tree'],
        `规则 ${rule.id} 写着 ${node.years} 年，它引的条款里没有。两处要一致。`,
      );
    }
  }

  function checkCites(cites: { clause: string; quote: string }[], path: Path): void {
    cites.forEach((cite, index) => {
      const found = clause(inRule, [...path, index, 'clause'], cite.clause);
      if (found && !plainText(found).includes(cite.quote.replace(/\s/g, ''))) {
        say(inRule, [...path, index, 'quote'], `条款 ${cite.clause} 里没有这句话，要照抄原文。`);
      }
    });
  }

  /** @param seen question ids asked on the way, which its texts may name */
  function checkNode(
    node: Node,
    path: Path,
    narrowed: Map<string, string[]>,
    seen: string[],
  ): void {
    const at = inRule;
    if (node.cites) checkCites(node.cites, [...path, 'cites']);
    const texts = (where: Path, text: Explanation, figures: string[]) => {
      for (const key of ['reason', 'remedy'] as const) {
        const value = text[key];
        if (value !== undefined) {
          slots(at, [...path, ...where, key], value, [...EVERYWHERE, ...seen, ...figures]);
        }
      }
    };

    if ('ask' in node) {
      const question = find(node.ask, at, [...path, 'ask']);
      if (!question) return;
      cover(node.branches, narrowed.get(node.ask) ?? valuesOf(question), node.ask, path);
      node.branches.forEach((branch, index) => {
        if (!branch.is.includes('date')) return;
        const onDate =
          ('barred' in branch && branch.barred === node.ask) ||
          ('since' in branch && branch.since === node.ask);
        // Any other step would decide without looking at the date.
        if (!onDate || branch.is.length > 1) {
          say(
            at,
            [...path, 'branches', index],
            `is: date 要单独写，分支里写 barred: ${node.ask} 或 since: ${node.ask}。`,
          );
        }
      });
      node.branches.forEach((branch, index) => {
        checkNode(
          branch,
          [...path, 'branches', index],
          new Map(narrowed).set(node.ask, branch.is),
          [...seen, node.ask],
        );
      });
    } else if ('outcome' in node) {
      texts([], node, node.years === undefined ? [] : ['years']);
    } else if ('since' in node) {
      dateQuestion(node.since, [...path, 'since'], narrowed);
      seen = [...seen, node.since];
      texts(['met'], node.met, ['years', 'served']);
      texts(['unmet'], node.unmet, ['years', 'served', 'short', 'reachedOn']);
    } else if ('barred' in node) {
      dateQuestion(node.barred, [...path, 'barred'], narrowed);
      // Unlike `since`, this node does not stop to ask.
      if (!narrowed.has(node.barred)) {
        say(at, [...path, 'barred'], `要写在 ask: ${node.barred} 的 is: date 分支里。`);
      }
      for (const key of ['met', 'metInWindow', 'unmet'] as const) {
        texts([key], node[key], ['years', 'endsOn', 'allowedFrom']);
      }
    } else {
      const questions = notice.questions.filter((q) => q.type === 'amounts' && q.key === node.each);
      const [first] = questions;
      if (first?.type !== 'amounts') {
        say(at, [...path, 'each'], `没有 ${node.each} 这道 amounts 题。`);
        return;
      }
      const ids = [...first.amounts, ...(first.derived ?? [])].map(({ id }) => id);
      node.least.forEach((least, index) => {
        const where = [...path, 'least', index];
        if (!ids.includes(least.amount))
          say(at, [...where, 'amount'], `要写 ${ids.join('、')} 之一。`);
        const values = Object.keys(leastOf(node.least));
        const allowed = [
          ...EVERYWHERE,
          ...values,
          'eachYear',
          'more',
          'among',
          'freeFrom',
          'short',
        ];
        slots(at, [...where, 'reason'], least.reason, [...allowed, 'have', 'need']);
        slots(at, [...where, 'remedy'], least.remedy.thisYear, allowed);
        slots(at, [...where, 'remedy'], least.remedy.earlier, allowed);
      });
      const wholes = first.amounts.filter(({ within }) => within === undefined);
      if (wholes.length > 1 && JSON.stringify(node.least).includes('{more}'))
        say(
          at,
          [...path, 'least'],
          `{more} 只能用在只有一个总数的题里，这里有：${wholes.map(({ id }) => id).join('、')}。`,
        );
      cover(
        node.branches,
        first.options.map(({ value }) => value),
        node.each,
        path,
      );
      node.branches.forEach((branch, index) => texts(['branches', index], branch, ['eachYear']));
      texts(['met'], node.met, Object.keys(leastOf(node.least)));
    }
  }

  /** Every value exactly once: no answer is left without a branch, and no branch is dead. */
  function cover(
    branches: Pick<Branch, 'is'>[],
    values: string[],
    asked: string,
    path: Path,
  ): void {
    const given = branches.flatMap(({ is }) => is);
    const missing = values.filter((value) => !given.includes(value));
    if (missing.length) {
      say(inRule, [...path, 'branches'], `${asked} 还缺分支：${missing.join('、')}。`);
    }
    branches.forEach(({ is }, index) => {
      for (const value of is) {
        const where = [...path, 'branches', index, 'is'];
        if (!values.includes(value)) unknownValue(inRule, where, asked, value);
        else if (given.filter((other) => other === value).length > 1) {
          say(inRule, where, `${value} 写了两次。`);
        }
      }
    });
  }

  function unknownValue(file: string, path: Path, question: string, value: string): void {
    say(file, path, `${question} 没有 ${value} 这个选项，或者走不到这里。`);
  }

  function dateQuestion(id: string, path: Path, narrowed: Map<string, string[]>): void {
    const question = find(id, inRule, path);
    if (!question) return;
    const onlyDates = narrowed.get(id)?.every((value) => value === 'date') ?? false;
    if (question.type !== 'date') say(inRule, path, `${id} 不是日期题。`);
    else if (question.options.length && !onlyDates) {
      say(inRule, path, `${id} 也可以不答日期，要写在 ask: ${id} 的 is: date 分支里。`);
    }
  }

  function find(id: string, file: string, path: Path): Question | undefined {
    const question = notice.questions.find((q) => q.id === id);
    if (!question) say(file, path, `questions.yaml 里没有题目 ${id}。`);
    return question;
  }

  function slots(file: string, path: Path, text: string, allowed: string[]): void {
    for (const message of wrongSlots(text, allowed)) say(file, path, message);
  }

  function checkEveryQuestionIsAsked(): void {
    const asked = new Set(notice.rules.flatMap(({ tree }) => askedIn(tree)));
    for (const question of notice.questions) {
      const name = question.type === 'amounts' ? question.key : question.id;
      if (!asked.has(name)) {
        say(
          files.questions,
          [files.questionAt.get(question.id) ?? 0, 'id'],
          `没有规则用到 ${name}，请删去或写进规则。`,
        );
      }
    }
  }
}

/** The values that an answer may have in a branch: the options, and `date` for any date. */
function valuesOf(question: Question): string[] {
  const values = question.options.map(({ value }) => value);
  return question.type === 'date' ? [...values, 'date'] : values;
}

function askedIn(node: Node): string[] {
  if ('ask' in node) return [node.ask, ...node.branches.flatMap(askedIn)];
  if ('since' in node) return [node.since];
  return 'each' in node ? [node.each] : [];
}

/** The years that a clause names: 2024-2026 is three. */
function yearsIn(clause: Clause | undefined): number[] {
  const text = clause ? plainText(clause) : '';
  return [...text.matchAll(/(?<!\d)(20\d\d)[-–—至](20\d\d)(?!\d)/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => Number(from) + n),
  );
}
