/** What is wrong with the questions and answers: with what they rest on, and with figures that somebody typed. */
import { SOURCES, type WrittenAnswer, type WrittenAnswerPart } from '../../shapes/index.ts';
import { endOf, slotsAt } from '../ends.ts';
import { answerSlots, wrongSlots } from '../facts.ts';
import type { Path, Say } from '../problem.ts';
import { plainText } from '../read/text.ts';
import { areUnique, isClause, isDocument, type Year } from './year.ts';

/** A figure: in an answer it has to come from a fact or a rule, or to stand in a quotation. */
export const FIGURE =
  /\d+|(?<![下这那每])[〇零一二两三四五六七八九十]+ ?(年(?!度)|个?(年度|工作日|学时))/;
/** Of a question, which is in people's words, only what would be of another year tomorrow. */
const YEAR = /\d{4}/;

export function checkAnswers(year: Year): void {
  const seen: string[] = [];
  const isNew = (say: Say, path: Path, name: string) => {
    if (seen.includes(name)) say(path, `${name} 写了两次。`);
    seen.push(name);
  };
  for (const read of year.answers) {
    const say = year.sayIn(read);
    // Groups and questions are anchors on one page.
    isNew(say, ['id'], read.data.id);
    read.data.questions.forEach((one, index) => {
      isNew(say, ['questions', index, 'id'], one.id);
      isNew(say, ['questions', index, 'question'], one.question);
      checkQuestion(year, one, year.sayIn(read, ['questions', index]));
    });
  }
}

/** A word may be explained on this site's own account alone. */
export function checkTerms(year: Year): void {
  const say = year.sayIn(year.glossary);
  areUnique(say, [], year.glossary.data);
  const seen: string[] = [];
  const named = new Map<string, string>();
  year.glossary.data.forEach((one, index) => {
    const { id, means, links, term, also = [], spelled = [term], notIn = [] } = one;
    // Whoever looks a word up finds one explanation.
    for (const word of new Set([term, ...also])) {
      const first = named.get(word);
      if (first === undefined) named.set(word, id);
      else
        say([index, word === term ? 'term' : 'also'], `“${word}”在 ${first} 里已经有了，留一处。`);
    }
    for (const word of spelled) {
      // Of a term that stands twice it has been said already.
      const isNew = (named.get(word) ?? id) === id;
      if (isNew && seen.includes(word))
        say([index, 'spelled'], `${word} 写了两次，只能解释成一个意思。`);
      seen.push(word);
    }
    for (const word of notIn) {
      if (spelled.some((spelling) => word !== spelling && word.includes(spelling))) continue;
      say([index, 'notIn'], `“${word}”里没有 ${spelled.join('、')}，请删去。`);
    }
    means.forEach((part, n) => {
      checkPart(year, part, year.sayIn(year.glossary, [index, 'means', n]));
    });
    checkLinks(year, links, year.sayIn(year.glossary, [index]));
    if (also.includes(term)) say([index, 'also'], `${term} 已经是 term，请从 also 里删去。`);
  });
}

function checkQuestion(year: Year, one: WrittenAnswer, say: Say): void {
  const slots = answerSlots(year.notice);
  checkText(say, ['question'], one.question, Object.keys(slots), YEAR);
  one.answer.forEach((part, index) => {
    checkPart(year, part, (path, message) => say(['answer', index, ...path], message));
  });

  const open = one.answer.filter(({ point, notStated }) => point ?? notStated);
  if (one.answer.every(({ ours }) => ours !== undefined)) {
    say(['answer'], '不能只有 ours。写明依据，或者写 notStated：通知没有写什么。');
  }
  if (open.length > 0 && one.bring === undefined) {
    say(['bring'], '有没写明的，就要写 bring：问的时候备好什么。');
  }
  if (open.some(({ point }) => point === undefined) && one.ask === undefined) {
    say(['ask'], '有 notStated，就要写 ask：问谁。');
  }
  checkAsk(year, one.ask ?? [], say);
  one.words.forEach((word, index) => {
    if (one.words.indexOf(word) < index) say(['words', index], `${word} 写了两次。`);
  });
  checkLinks(year, one.links, say);
  checkAsker(year, one, say);
}

/** Whom the self-check's result shows a question, by answers that can be given. */
function checkAsker({ notice }: Year, { asker, links }: WrittenAnswer, say: Say): void {
  if (asker && !links.some((link) => link.startsWith('rules/'))) {
    say(['asker'], '写 asker，links 里就要有 rules/规则：从哪条规则的结果看到它。');
  }
  for (const [id, values] of Object.entries(asker ?? {})) {
    const options = notice.questions.find((one) => one.id === id)?.options;
    if (!options) {
      const ids = notice.questions.map((one) => one.id).join('、');
      say(['asker', id], `没有题目 ${id}。可以写：${ids}。`);
    }
    const known = options?.map(({ value }) => value) ?? values;
    values.forEach((value, index) => {
      if (known.includes(value)) return;
      say(['asker', id, index], `题目 ${id} 没有 ${value} 这个回答。可以写：${known.join('、')}。`);
    });
  }
}

function checkAsk({ notice }: Year, ask: string[], say: Say): void {
  const known = [...Object.keys(notice.wording.actors), ...notice.contacts.map(({ id }) => id)];
  ask.forEach((who, index) => {
    if (!/^\w+$/.test(who) || known.includes(who)) return;
    say(['ask', index], `不知道 ${who} 是谁，可以写：${known.join('、')}，或者直接写中文。`);
  });
}

/** Pages are looked for when the site is built; rules and documents are known here. */
function checkLinks(year: Year, links: string[], say: Say): void {
  links.forEach((link, index) => {
    const [kind, id = ''] = link.split('/');
    if (kind === 'documents') isDocument(year, say, ['links', index], id);
    if (kind !== 'rules') return;
    const rules = year.notice.rules.map((rule) => rule.id);
    if (rules.includes(id)) return;
    say(
      ['links', index],
      `没有规则 ${id}。可以写：${rules.map((one) => `rules/${one}`).join('、')}。`,
    );
  });
}

/** What goes with each source beside it. */
const TOGETHER: Partial<Record<keyof WrittenAnswerPart, string[]>> = {
  says: ['clause', 'rule', 'documents'],
  quote: ['clause'],
  when: ['rule'],
  outcome: ['rule'],
};

/** Holds a part to the one source that it names. */
export function checkPart(year: Year, part: WrittenAnswerPart, say: Say): void {
  const sources = SOURCES.filter((source) => part[source] !== undefined);
  const [source] = sources;
  if (!source || sources.length > 1) {
    say([], `每段回答要写、且只写一个：${SOURCES.join('、')}。`);
    return;
  }
  for (const [key, allowed] of Object.entries(TOGETHER)) {
    const isWritten = part[key as keyof WrittenAnswerPart] !== undefined;
    if (isWritten && !allowed.includes(source)) {
      say([key], `${key} 和 ${allowed.join('、')} 一起写，这里是 ${source}。`);
    }
  }
  if (TOGETHER.says?.includes(source) && part.says === undefined) {
    say([], `有 ${source}，还要写 says：答的话。`);
  }

  const slots = Object.keys(answerSlots(year.notice));
  for (const key of ['notStated', 'ours'] as const) {
    checkText(say, [key], part[key] ?? '', slots, FIGURE);
  }
  if (part.rule === undefined) checkText(say, ['says'], part.says ?? '', slots, FIGURE);
  else checkRulePart(year, { ...part, rule: part.rule }, say);
  part.documents?.forEach((id, index) => void isDocument(year, say, ['documents', index], id));
  if (part.clause !== undefined && isClause(year, say, ['clause'], part.clause)) {
    const clause = year.notice.clauses.find(({ id }) => id === part.clause);
    const quote = part.quote?.replace(/\s/g, '') ?? '';
    if (clause && !plainText(clause).includes(quote)) {
      say(['quote'], `条款 ${part.clause} 里没有这句话，要照抄原文。`);
    }
  }
  const points = [...year.rules.flatMap(({ data }) => data.open ?? []), ...year.open.data];
  if (part.point !== undefined && !points.some(({ point }) => point === part.point)) {
    say(['point'], `没有待核事项“${part.point}”。照抄规则文件或 open.yaml 里的 point。`);
  }
}

/** Holds what is said by a rule to where the rule leads. */
function checkRulePart(
  { notice }: Year,
  { rule: id, when = {}, outcome, says = '' }: WrittenAnswerPart & { rule: string },
  say: Say,
): void {
  const rule = notice.rules.find((one) => one.id === id);
  if (!rule) {
    say(['rule'], `没有规则 ${id}。可以写：${notice.rules.map((one) => one.id).join('、')}。`);
    return;
  }
  const end = endOf(rule, when);
  const { node, asked } = end;
  if ('ask' in node) {
    const values = node.branches.flatMap(({ is }) => is).join('、');
    const written = when[node.ask];
    const wrong = written === undefined ? '' : `没有 ${written} 这个回答。`;
    say(['when'], `${wrong}规则 ${id} 这里要写 ${node.ask}，可以写：${values}。`);
    return;
  }
  const unused = Object.keys(when).filter((key) => !asked.includes(key));
  if (unused.length > 0) say(['when'], `规则 ${id} 走不到 ${unused.join('、')}，请删去。`);
  const found = 'outcome' in node ? node.outcome : undefined;
  if (outcome !== found) {
    say(
      ['outcome'],
      found === undefined
        ? `规则 ${id} 走到这里还没有结果，请删去 outcome。`
        : `规则 ${id} 走到这里是 ${found}，请写 outcome: ${found}，再看答的话对不对。`,
    );
  }
  const slots = { ...answerSlots(notice), ...slotsAt(notice, rule, end) };
  checkText(say, ['says'], says, Object.keys(slots), FIGURE);
}

export function checkText(
  say: Say,
  path: Path,
  text: string,
  slots: string[],
  figure: RegExp,
): void {
  for (const message of wrongSlots(text, slots)) say(path, message);
  // A full-width digit is a figure as well.
  const [typed] = figure.exec(text.replace(/\{[^}]*\}/g, '').normalize('NFKC')) ?? [];
  if (typed !== undefined) {
    say(path, `“${typed}”不要手写：从 notice.yaml 或规则里来的，写 {…}；照抄条款的，写 quote。`);
  }
}
