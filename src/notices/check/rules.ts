/** What is wrong with the rules: with what they rest on, and with their trees. */
import type {
  Branch,
  EachNode,
  Explanation,
  Node,
  Question,
  ReviewedRule,
} from '../../calculator/index.ts';
import { clausesBehind, nodesOf } from '../clauses.ts';
import { inChinese, leastOf, slotsOf, wrongSlots } from '../facts.ts';
import type { Path, Say } from '../problem.ts';
import { fingerprint, plainText } from '../read/text.ts';
import { noQuestion, noValue } from './questions.ts';
import { isClause, isDocument, notYet, type Year } from './year.ts';

/** What any reason or remedy may use. */
const EVERYWHERE = [
  ...['year', 'by', 'serviceCutoff', 'evidenceCutoff', 'windowOpens', 'windowCloses'],
  ...['workdays', 'specialties'],
];

export function checkRules(year: Year): void {
  year.rules.forEach((read, index) => {
    const rule = year.notice.rules[index];
    if (rule) checkRule(year, rule, index, year.sayIn(read));
  });
}

function checkRule(year: Year, rule: ReviewedRule, index: number, say: Say): void {
  const { notice } = year;
  for (const key of ['basis', 'originals'] as const) {
    rule[key]?.forEach((id, n) => void isDocument(year, say, [key, n], id));
    if (rule.standing === 'reference' && !rule[key]?.length) {
      say(['standing'], '参考口径要写明 basis（数值出处）和 originals（原文在哪份文件）。');
    }
  }
  if (notice.rules.findIndex(({ id }) => id === rule.id) < index) {
    say(['id'], `规则 ${rule.id} 写了两次。`);
  }
  checkCites(year, say, ['cites'], rule.cites);
  checkReview(year, rule, say);
  checkYears(year, rule, say);
  for (const message of wrongSlots(rule.asks, Object.keys(slotsOf(notice)))) say(['asks'], message);

  const when = rule.appliesWhen;
  const narrowed = new Map<string, string[]>();
  if (when) {
    narrowed.set(when.question, when.is);
    const earlier = notice.rules
      .slice(0, index)
      .some(({ tree }) => 'ask' in tree && tree.ask === when.question);
    // Otherwise nobody would be asked, and a result could be called good while a rule has not been looked at.
    if (!earlier) {
      say(['appliesWhen', 'question'], '要写前面某条规则开头就问的题。');
    }
    const question = questionAt(year, say, ['appliesWhen', 'question'], when.question);
    const values = question ? valuesOf(question) : [];
    for (const value of when.is) {
      if (!values.includes(value)) say(['appliesWhen', 'is'], noValue(when.question, value));
    }
  }
  const years = nodesOf(rule.tree).flatMap((node) => ('years' in node ? (node.years ?? []) : []));
  checkNode({ year, say, path: ['tree'], narrowed, seen: [], years }, rule.tree);
}

function checkCites(
  year: Year,
  say: Say,
  path: Path,
  cites: { clause: string; quote: string }[],
): void {
  cites.forEach(({ clause, quote }, index) => {
    if (!isClause(year, say, [...path, index, 'clause'], clause)) return;
    const found = year.notice.clauses.find(({ id }) => id === clause);
    if (found && !plainText(found).includes(quote.replace(/\s/g, ''))) {
      say([...path, index, 'quote'], `条款 ${clause} 里没有这句话，要照抄原文。`);
    }
  });
}

/**
 * A rule rests on its clauses' words; when they change, somebody has to look at the rule again. Nobody can have done so
 * before the notice was out, nor on a day that is still to come.
 */
function checkReview({ notice }: Year, rule: ReviewedRule, say: Say): void {
  const { id, reviewed } = rule;
  const behind = clausesBehind(notice, rule);
  const now = fingerprint(notice.clauses.filter((clause) => behind.includes(clause.id)));
  if (reviewed.clauses === now) {
    const { on } = reviewed;
    const at = ['reviewed', 'on'];
    if (on < notice.issuedOn)
      say(at, `通知 ${notice.issuedOn} 才发，${on} 还不能复核。写复核的那一天。`);
    notYet(notice, on, say, at);
    return;
  }
  const why = /^[0-9a-f]{12}$/.test(reviewed.clauses)
    ? `${behind.join('、')} 的文字变了。`
    : `还没有对照 ${behind.join('、')} 复核过。`;
  say(
    ['reviewed', 'clauses'],
    `${why}复核规则 ${id} 后，写 reviewed: { on: 复核日期, clauses: "${now}" }。`,
  );
}

/** What the notice itself says of years has to stand in its clauses: 3 年. */
function checkYears({ notice }: Year, rule: ReviewedRule, say: Say): void {
  if (rule.standing !== 'notice') return;
  const behind = clausesBehind(notice, rule).map((id) =>
    notice.clauses.find((clause) => clause.id === id),
  );
  for (const node of nodesOf(rule.tree)) {
    if (!('years' in node) || node.verified) continue;
    const words = new RegExp(`(?<!\\d)${node.years}年`);
    if (behind.some((clause) => clause && words.test(plainText(clause)))) continue;
    say(['tree'], `规则 ${rule.id} 写着 ${node.years} 年，它引的条款里没有。两处要一致。`);
  }
}

// ── A tree ──────────────────────────────────────────────────────────────────────────────────────────────────

interface Here {
  year: Year;
  say: Say;
  path: Path;
  /** The values that a question can still have after the branches taken. */
  narrowed: Map<string, string[]>;
  /** Question ids asked on the way, which its texts may name. */
  seen: string[];
  /** All that the rule's tree counts. */
  years: number[];
}

function checkNode(here: Here, node: Node): void {
  const { year, say, path, narrowed, seen } = here;
  if (node.cites) checkCites(year, say, [...path, 'cites'], node.cites);
  if (node.verified) notYet(year.notice, node.verified.on, say, [...path, 'verified', 'on']);
  checkTyped(here, node);
  if ('ask' in node) checkAsk(here, node);
  else if ('outcome' in node) checkTexts(here, [], node, node.years === undefined ? [] : ['years']);
  else if ('since' in node) {
    checkDate(here, 'since', node.since);
    const after = { ...here, seen: [...seen, node.since] };
    checkTexts(after, ['met'], node.met, ['years', 'served']);
    checkTexts(after, ['unmet'], node.unmet, ['years', 'served', 'short', 'reachedOn']);
  } else if ('barred' in node) {
    checkDate(here, 'barred', node.barred);
    const asked = year.notice.questions.find(({ id }) => id === node.barred);
    if (asked?.type === 'date' && asked.mayLackDay) {
      say([...path, 'barred'], `${asked.id} 写了 mayLackDay。从哪一天算起要紧的日期，不能缺日。`);
    }
    // Unlike `since`, this node does not stop to ask.
    if (!narrowed.has(node.barred)) {
      say([...path, 'barred'], `要写在 ask: ${node.barred} 的 is: date 分支里。`);
    }
    for (const key of ['met', 'metInWindow', 'unmet'] as const) {
      checkTexts(here, [key], node[key], ['years', 'endsOn', 'allowedFrom']);
    }
  } else checkEach(here, node);
}

/** A figure by which a node decides comes into its words from the node: typed, it would stay when the node changes. */
function checkTyped({ say, path, years }: Here, node: Node): void {
  if ('ask' in node) return;
  const written: [pattern: RegExp, write: string][] = [];
  if ('least' in node) {
    for (const { amount, value } of node.least)
      written.push([new RegExp(`(?<![\\d.])${value}(?![\\d.])`), `{${amount}}`]);
  } else {
    const own = node.years === undefined ? years : [node.years];
    for (const n of new Set(own))
      written.push([
        new RegExp(`(?<![\\d.])(?:${n}|${inChinese(n)}) ?年(?!度)`),
        node.years === undefined ? `{years} 年，并给这一支写上 years: ${n}` : '{years} 年',
      ]);
  }
  const look = (value: unknown, at: Path): void => {
    if (typeof value === 'string') {
      const text = value.normalize('NFKC');
      for (const [pattern, write] of written) {
        const [found] = pattern.exec(text) ?? [];
        if (found !== undefined) say([...path, ...at], `“${found}”不要手写，写 ${write}。`);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (!NO_WORDS.includes(key)) look(inner, [...at, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  look(node, []);
}
/** Of a node what holds no words of this site. */
const NO_WORDS = ['cites', 'is', 'verified', 'value', 'part'];

function checkAsk(here: Here, { ask, branches }: Extract<Node, { ask: string }>): void {
  const { year, say, path, narrowed, seen } = here;
  const question = questionAt(year, say, [...path, 'ask'], ask);
  if (!question) return;
  checkCover(here, branches, narrowed.get(ask) ?? valuesOf(question), ask);
  branches.forEach((branch, index) => {
    const at = [...path, 'branches', index];
    if (branch.is.includes('date')) {
      const onDate =
        ('barred' in branch && branch.barred === ask) ||
        ('since' in branch && branch.since === ask);
      // Any other step would decide without looking at the date.
      if (!onDate || branch.is.length > 1) {
        say(at, `is: date 要单独写，分支里写 barred: ${ask} 或 since: ${ask}。`);
      }
    }
    checkNode(
      {
        ...here,
        path: at,
        narrowed: new Map(narrowed).set(ask, branch.is),
        seen: [...seen, ask],
      },
      branch,
    );
  });
}

function checkEach(here: Here, node: EachNode): void {
  const { year, say, path } = here;
  const [first] = year.notice.questions.filter((q) => q.type === 'amounts' && q.key === node.each);
  if (first?.type !== 'amounts') {
    say([...path, 'each'], `没有 ${node.each} 这道 amounts 题。`);
    return;
  }
  const ids = [...first.amounts, ...(first.derived ?? [])].map(({ id }) => id);
  const values = Object.keys(leastOf(node.least));
  const inRemedies = [
    ...[...EVERYWHERE, ...values],
    ...['eachYear', 'more', 'among', 'freeFrom', 'short'],
  ];
  node.least.forEach(({ amount, reason, remedy }, index) => {
    const at = [...path, 'least', index];
    if (!ids.includes(amount)) say([...at, 'amount'], `要写 ${ids.join('、')} 之一。`);
    checkSlots(say, [...at, 'reason'], reason, [...inRemedies, 'have', 'need']);
    checkSlots(say, [...at, 'remedy', 'thisYear'], remedy.thisYear, inRemedies);
    checkSlots(say, [...at, 'remedy', 'earlier'], remedy.earlier, inRemedies);
  });
  const wholes = first.amounts.filter(({ within }) => within === undefined);
  if (wholes.length > 1 && JSON.stringify(node.least).includes('{more}')) {
    say(
      [...path, 'least'],
      `{more} 只能用在只有一个总数的题里，这里有：${wholes.map(({ id }) => id).join('、')}。`,
    );
  }
  checkCover(
    here,
    node.branches,
    first.options.map(({ value }) => value),
    node.each,
  );
  node.branches.forEach((branch, index) =>
    checkTexts(here, ['branches', index], branch, ['eachYear', ...values]),
  );
  checkTexts(here, ['met'], node.met, values);
}

/** Every value exactly once: no answer is left without a branch, and no branch is dead. */
function checkCover(
  { say, path }: Here,
  branches: Pick<Branch, 'is'>[],
  values: string[],
  asked: string,
): void {
  const given = branches.flatMap(({ is }) => is);
  const missing = values.filter((value) => !given.includes(value));
  if (missing.length) {
    say([...path, 'branches'], `${asked} 还缺分支：${missing.join('、')}。`);
  }
  branches.forEach(({ is }, index) => {
    for (const value of is) {
      const at = [...path, 'branches', index, 'is'];
      if (!values.includes(value)) say(at, noValue(asked, value));
      else if (given.filter((other) => other === value).length > 1) {
        say(at, `${value} 写了两次。`);
      }
    }
  });
}

function checkDate({ year, say, path, narrowed }: Here, key: string, id: string): void {
  const at = [...path, key];
  const question = questionAt(year, say, at, id);
  if (!question) return;
  const onlyDates = narrowed.get(id)?.every((value) => value === 'date') ?? false;
  if (question.type !== 'date') say(at, `${id} 不是日期题。`);
  else if (question.options.length && !onlyDates) {
    say(at, `${id} 也可以不答日期，要写在 ask: ${id} 的 is: date 分支里。`);
  }
}

function checkTexts({ say, path, seen }: Here, at: Path, texts: Explanation, more: string[]): void {
  for (const key of ['reason', 'remedy'] as const) {
    checkSlots(say, [...path, ...at, key], texts[key] ?? '', [...EVERYWHERE, ...seen, ...more]);
  }
}

function checkSlots(say: Say, path: Path, text: string, allowed: string[]): void {
  for (const message of wrongSlots(text, allowed)) say(path, message);
}

function questionAt({ notice }: Year, say: Say, path: Path, id: string): Question | undefined {
  const question = notice.questions.find((one) => one.id === id);
  if (!question) say(path, noQuestion(id));
  return question;
}

/** The values that an answer may have in a branch: the options, and `date` for any date. */
function valuesOf(question: Question): string[] {
  const values = question.options.map(({ value }) => value);
  return question.type === 'date' ? [...values, 'date'] : values;
}
