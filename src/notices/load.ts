/** Reads a year's content from disk, checks it and makes the plain notice of it. Plain Node; no Astro. */
import { readdir, readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type {
  Cite,
  FullNotice,
  Node,
  Notice,
  Option,
  Question,
  Rule,
  SelfCheckNotice,
  SourceDocument,
  TimedNotice,
  Wording,
  WorkCalendar,
} from '../calculator/index.ts';
import { fill, isRealDate, planTimeline, weekday } from '../calculator/index.ts';
import { checkNotice } from './checks.ts';
import { checkProse, fillTree, slotsOf, wrongSlots } from './facts.ts';
import { ContentError, type ContentFile, type Problem, parseYaml } from './problem.ts';
import {
  type OpenPoint,
  openPoints,
  parseExamples,
  type Reference,
  type WrittenPoint,
} from './reference.ts';
import {
  calendarSchema,
  documentsSchema,
  FORMAT,
  materialsSchema,
  noticeSchema,
  openSchema,
  questionsSchema,
  ruleSchema,
  wordingSchema,
} from './schema.ts';
import { parseText } from './text.ts';

/** The project's own content. A bundled caller must pass the folder, because its own URL is elsewhere. */
const CONTENT = new URL('../../content/', import.meta.url);

/** The ids of all notices held, oldest first; the last is the current one. */
export async function noticeIds(content: URL = CONTENT): Promise<string[]> {
  const entries = await readdir(new URL('notices/', content), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * One year's notice as plain JSON.
 *
 * @param id the folder's name under `content/notices/`, such as `2026`
 * @param content the content folder
 * @throws ContentError listing every mistake with file, line, field and what to write
 */
export async function loadNotice(id: string, content: URL = CONTENT): Promise<FullNotice> {
  const folder = `notices/${id}/`;
  const text = await readContent(`${folder}text.md`, content);
  // Its format first: in another one nothing else would be said rightly.
  const facts = await readYaml(`${folder}notice.yaml`, content, noticeSchema, checkFormat);
  const [questions, rules, materials, documents, wording] = await Promise.all([
    readYaml(`${folder}questions.yaml`, content, questionsSchema),
    readRules(folder, content),
    readYaml(`${folder}materials.yaml`, content, materialsSchema),
    readYaml('documents.yaml', content, documentsSchema),
    readYaml('wording.yaml', content, wordingSchema),
  ]);
  const { names, format: _, ...rest } = facts.data;
  const held = documents.data as SourceDocument[];

  const questionAt = new Map<string, number>();
  const asked = questions.data.flatMap((question, index): Question[] => {
    const expanded = expand(question, facts.data);
    for (const { id } of expanded) questionAt.set(id, index);
    return expanded;
  });
  const notice = {
    ...rest,
    version: `${rest.id}.${rest.revision}`,
    clauses: parseText(`content/${folder}text.md`, text),
    questions: asked,
    rules: rules.map(({ data: { examples, open, ...rule } }) => ({
      ...rule,
      open: open?.filter(({ inTable }) => inTable).map(({ point }) => point),
    })) as Rule[],
    materials: materials.data,
    documents: [
      ...held.map((document) => ({ ...document, clause: names[document.id] })),
      ...Object.keys(names)
        .filter((name) => !held.some(({ id }) => id === name))
        .map((name) => ({
          id: name,
          kind: 'document',
          title: name,
          usedFor: '',
          clause: names[name],
        })),
    ],
    wording: wording.data as FullNotice['wording'],
  } as FullNotice;

  const problems = checkNotice(notice, {
    notice: facts.file.name,
    questions: questions.file.name,
    rules: rules.map(({ file }) => file.name),
    materials: materials.file.name,
    wording: wording.file.name,
    questionAt,
    documents: held,
    documentsFile: documents.file.name,
  });
  for (const { file, data } of [questions, ...rules, materials, wording]) {
    checkProse(notice, data, (path, message) => problems.push({ file: file.name, path, message }));
  }
  checkProse(notice, { stages: facts.data.stages.map(({ task }) => ({ task })) }, (path, message) =>
    problems.push({ file: facts.file.name, path, message }),
  );
  if (notice.id !== id) {
    problems.push({ file: facts.file.name, path: ['id'], message: `要和文件夹同名，写 "${id}"。` });
  }
  const schedules = await readdir(new URL('calendars/', content));
  facts.data.stages.forEach((stage, index) => {
    for (const end of ['opens', 'closes'] as const) {
      const year = stage[end]?.slice(0, 4);
      if (!year || schedules.includes(`${year}.yaml`)) continue;
      problems.push({
        file: facts.file.name,
        path: ['stages', index, end],
        message: `本站还没有 ${year} 年的节假日安排，算不出工作日。国务院公布以后，先加 content/calendars/${year}.yaml。`,
      });
    }
  });
  held.forEach(({ id }, index) => {
    if (held.findIndex((other) => other.id === id) < index) {
      problems.push({
        file: documents.file.name,
        path: [index, 'id'],
        message: `${id} 写了两次。`,
      });
    }
  });
  if (problems.length) {
    const sources = [facts, questions, ...rules, materials, documents, wording];
    throw new ContentError(
      problems,
      sources.map(({ file }) => file),
    );
  }

  const slots = slotsOf(notice);
  for (const question of notice.questions) {
    question.title = fill(question.title, slots);
    question.why = fill(question.why, slots);
    if (question.help !== undefined) question.help = fill(question.help, slots);
  }
  // Days are put into reasons when they are given: a notice that is moved on by a year keeps its words.
  const { workdays = '', specialties = '' } = slots;
  for (const rule of notice.rules) {
    rule.asks = fill(rule.asks, slots);
    label(rule.cites, notice);
    completeTree(rule.tree, notice);
    fillTree(rule.tree, { workdays, specialties });
  }
  for (const stage of notice.stages) stage.task = fill(stage.task, slots);
  for (const document of notice.documents) {
    if (document.where !== undefined) document.where = fill(document.where, slots);
  }
  for (const item of notice.materials.items) {
    item.text = fill(item.text, slots);
    item.clauseLabel = labelOf(notice, item.clause);
  }
  // Through JSON, so that what pages get is what islands and the browser get: no undefined, nothing shared.
  return JSON.parse(JSON.stringify(notice)) as FullNotice;
}

/**
 * The part of a notice that is sent to the browser: what the calculator and the widgets use, with only those
 * documents to which a result may point.
 */
export function forBrowser(notice: FullNotice): Notice {
  const { specialties, whoMayApply, sanctions, materials, clauses, ...rest } = notice;
  const { status, ...wording } = notice.wording;
  const named = new Set(
    notice.rules.flatMap(({ basis = [], originals = [] }) => [...basis, ...originals]),
  );
  return {
    ...rest,
    wording,
    // Reviewing is the maintainers' affair.
    rules: rest.rules.map((rule) => ({ ...rule, reviewed: { on: '', clauses: '' } })),
    documents: rest.documents.filter(({ id }) => named.has(id)).map(asNamed),
  };
}

/** A document as a result names it. What for, only the page about documents says. */
function asNamed({ originalHeld, clause, ...rest }: SourceDocument): SourceDocument {
  return { ...rest, usedFor: '' };
}

/**
 * What the self-check is sent: as for any widget, and the materials with the documents that they name, and the days
 * that follow from the working-day calendar, which therefore need not be sent.
 *
 * @throws RangeError for a year whose working days are not held
 */
export function forSelfCheck(notice: FullNotice, calendar: WorkCalendar): SelfCheckNotice {
  const light = forBrowser(notice);
  const named = new Set([
    ...light.documents.map(({ id }) => id),
    ...notice.materials.items.flatMap(({ documents = [] }) => documents),
  ]);
  // Neither day depends on today.
  const plan = planTimeline(notice, calendar, { today: notice.issuedOn });
  const { latestPosting } = plan.publicity;
  return {
    ...light,
    documents: notice.documents.filter(({ id }) => named.has(id)).map(asNamed),
    materials: notice.materials,
    lastWorkdays: Object.fromEntries(plan.stages.map((stage) => [stage.id, stage.lastWorkday])),
    ...(latestPosting && { latestPosting }),
  };
}

/** What the timeline needs of a notice: it asks and decides nothing, so it does without the greater part. */
export function forTimeline(notice: FullNotice): TimedNotice {
  const { id, year, number, version, revision, revisedOn, issuedOn } = notice;
  const { cutoffs, stages, publicity, rules, wording } = notice;
  return {
    ...{ id, year, number, version, revision, revisedOn, issuedOn, cutoffs, stages, publicity },
    rules: rules.map(({ id, title }) => ({ id, title })),
    wording: { actors: wording.actors },
  };
}

/**
 * What of it the questions need, for a page that fetches the rest once there is a result: the trees decide alike, but
 * nothing can be explained, cited or listed.
 */
export function forAsking(notice: SelfCheckNotice): SelfCheckNotice {
  const { verdicts } = notice.wording;
  const labels = <T extends { label: string }>(texts: Record<string, T>, empty: Omit<T, 'label'>) =>
    Object.fromEntries(Object.entries(texts).map(([id, { label }]) => [id, { ...empty, label }]));
  return {
    ...notice,
    askingOnly: true,
    title: '',
    issuer: '',
    documents: [],
    contacts: [],
    materials: { extras: [], items: [] },
    lastWorkdays: {},
    stages: notice.stages.map((stage) => ({
      ...stage,
      ...{ title: '', actor: '', task: '', clause: '' },
    })) as Notice['stages'],
    questions: notice.questions.map((question) => ({
      ...question,
      options: question.options.map(({ pointless, above, lastResort, ...option }) => option),
    })),
    rules: notice.rules.map(({ id, title, scope, standing, appliesWhen, tree }) => ({
      ...{ id, title, scope, standing, appliesWhen },
      ...{ asks: '', cites: [], reviewed: { on: '', clauses: '' } },
      tree: withoutWords(tree),
    })),
    wording: {
      ...notice.wording,
      standings: {} as Wording['standings'],
      verdicts: labels(verdicts, { summary: '', next: '' }) as typeof verdicts,
      accordingTo: {} as Wording['accordingTo'],
      earliestYear: { label: '', madeUp: '', conditions: '' },
      actors: {},
      ...{ unanswered: '', onReference: '', decidedBy: '', noMatter: '' },
      spans: { years: '', months: '', days: '' },
    },
  };
}

/** A tree that decides the same and says nothing. */
function withoutWords(tree: Node): Node {
  return JSON.parse(
    JSON.stringify(tree, (key, value) => {
      if (key === 'cites' || key === 'part') return undefined;
      return ['reason', 'remedy', 'thisYear', 'earlier'].includes(key) && typeof value === 'string'
        ? ''
        : value;
    }),
  );
}

/**
 * What only the reference pages show of a year's notice. Throws a ContentError as `loadNotice` does.
 *
 * @param notice as `loadNotice` returned it
 */
export async function loadReference(
  notice: FullNotice,
  content: URL = CONTENT,
): Promise<Reference> {
  const folder = `notices/${notice.id}/`;
  const [rules, others] = await Promise.all([
    readRules(folder, content),
    readYaml(`${folder}open.yaml`, content, openSchema),
  ]);
  const problems: Problem[] = [];
  const sayIn =
    ({ name }: ContentFile, at: Problem['path'] = []) =>
    (path: Problem['path'], message: string) =>
      problems.push({ file: name, path: [...at, ...path], message });

  const slots = slotsOf(notice);
  const pointsOf = (
    file: ContentFile,
    at: Problem['path'],
    points: WrittenPoint[],
    rule?: string,
  ): OpenPoint[] => {
    const say = sayIn(file, at);
    points.forEach(({ about = '' }, index) => {
      for (const message of wrongSlots(about, Object.keys(slots))) say([index, 'about'], message);
    });
    return openPoints(notice, points, say, rule).map((point) => ({
      ...point,
      ...(point.about !== undefined && { about: fill(point.about, slots) }),
    }));
  };
  checkProse(notice, others.data, sayIn(others.file));
  const reference: Reference = {
    examples: rules.flatMap(({ data, file }) =>
      parseExamples(notice, data.id, data.examples, sayIn(file, ['examples'])),
    ),
    openPoints: [
      ...rules.flatMap(({ data, file }) => pointsOf(file, ['open'], data.open ?? [], data.id)),
      ...pointsOf(others.file, [], others.data),
    ],
  };
  if (problems.length) {
    throw new ContentError(problems, [...rules.map(({ file }) => file), others.file]);
  }
  return JSON.parse(JSON.stringify(reference)) as Reference;
}

/** The working-day schedules of all years held. Throws a ContentError as `loadNotice` does. */
export async function loadCalendar(content: URL = CONTENT): Promise<WorkCalendar> {
  const documents = await readYaml('documents.yaml', content, documentsSchema);
  const calendar: WorkCalendar = { years: {} };
  const names = (await readdir(new URL('calendars/', content))).filter((name) =>
    name.endsWith('.yaml'),
  );
  for (const name of names.sort()) {
    const { data, file } = await readYaml(`calendars/${name}`, content, calendarSchema);
    const problems: Problem[] = [];
    const inYear = (path: (string | number)[], date: string) => {
      if (!isRealDate(date) || Number(date.slice(0, 4)) !== data.year) {
        problems.push({ file: file.name, path, message: `要写 ${data.year} 年的日期。` });
      }
    };
    data.off.forEach(({ from, to }, index) => {
      inYear(['off', index, 'from'], from);
      inYear(['off', index, 'to'], to);
      if (from > to) {
        problems.push({
          file: file.name,
          path: ['off', index, 'to'],
          message: 'to 不能早于 from。',
        });
      }
    });
    data.worked.forEach((date, index) => {
      inYear(['worked', index], date);
      if (isRealDate(date) && ![0, 6].includes(weekday(date))) {
        const message = `${date} 不是周末。worked 只写调休上班的周六、周日。`;
        problems.push({ file: file.name, path: ['worked', index], message });
      }
    });
    if (!documents.data.some(({ id }) => id === data.document)) {
      problems.push({
        file: file.name,
        path: ['document'],
        message: `content/documents.yaml 里没有 ${data.document}，请先在那里写上。`,
      });
    }
    if (name !== `${data.year}.yaml`) {
      problems.push({
        file: file.name,
        path: ['year'],
        message: `要和文件名一致，写 ${name.slice(0, 4)}。`,
      });
    }
    if (problems.length) throw new ContentError(problems, [file]);
    calendar.years[data.year] = {
      document: data.document,
      holidays: data.off,
      worked: data.worked,
    };
  }
  return calendar;
}

/** One question a year for `each`; options shared with the notice's lists filled in. */
function expand(
  question: z.infer<typeof questionsSchema>[number],
  facts: z.infer<typeof noticeSchema>,
): Question[] {
  if (question.type === 'choice') {
    const { optionsFrom, ...rest } = question;
    const shared: Option[] = optionsFrom
      ? facts[optionsFrom].list.map(({ id, name }) => ({ value: id, label: name }))
      : [];
    return [{ ...rest, screen: rest.screen ?? rest.id, options: [...shared, ...rest.options] }];
  }
  if (question.type === 'date') {
    // Nothing that has to be complete by the cutoff can begin after it.
    const latest = question.latest ?? facts.cutoffs.service.on;
    return [{ ...question, latest, screen: question.screen ?? question.id }];
  }
  const { each, ...rest } = question;
  return each.map((year) => ({
    ...rest,
    id: `${rest.id}.${year}`,
    key: rest.id,
    part: String(year),
    screen: rest.screen ?? rest.id,
    // Of the year asked for, before the notice's own.
    title: fill(rest.title, { year }),
  }));
}

/** Fills in what other files say: the clauses' names, and of least amounts how they are read from the answers. */
function completeTree(node: Node, notice: FullNotice): void {
  if (node.cites) label(node.cites, notice);
  if ('branches' in node) for (const branch of node.branches) completeTree(branch, notice);
  if (!('each' in node)) return;
  const asked = notice.questions.find((one) => one.type === 'amounts' && one.key === node.each);
  if (asked?.type !== 'amounts') return;
  for (const least of node.least) {
    const derived = asked.derived?.find(({ id }) => id === least.amount);
    if (derived) Object.assign(least, { of: derived.of, less: derived.less });
    const part = derived ?? asked.amounts.find(({ id, within }) => id === least.amount && within);
    if (part) least.part = part.name ?? part.label;
  }
}

function label(cites: Cite[], notice: FullNotice): void {
  for (const cite of cites) {
    cite.label = labelOf(notice, cite.clause);
  }
}

const labelOf = (notice: FullNotice, clause: string): string =>
  notice.clauses.find(({ id }) => id === clause)?.label ?? clause;

/** A year's rules, one a file, in the order of the numbers with which the files' names begin. */
async function readRules(folder: string, content: URL): Promise<Read<typeof ruleSchema>[]> {
  const where = `${folder}rules/`;
  const names = await readdir(new URL(where, content)).catch(() => []);
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  if (files.length === 0) {
    const message = '没有规则。至少写一条，一条一个文件，例如 01-specialty.yaml。';
    throw new ContentError([{ file: `content/${where}`, path: [], message }], []);
  }
  return Promise.all(
    files.map(async (name) => {
      const rule = await readYaml(`${where}${name}`, content, ruleSchema);
      const { id } = rule.data;
      if (!/^\d\d-/.test(name) || name.slice(3) !== `${id}.yaml`) {
        const number = /^\d\d/.exec(name)?.[0] ?? String(files.length).padStart(2, '0');
        const message = `文件名要由两位数的次序和 id 组成，把文件改名为 ${number}-${id}.yaml，或者改正 id。`;
        throw new ContentError([{ file: rule.file.name, path: ['id'], message }], [rule.file]);
      }
      return rule;
    }),
  );
}

/** Stops at a year that is written in another format than this code reads. */
function checkFormat({ name, data, lineOf }: ContentFile): void {
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : 0;
  if (format === FORMAT) return;
  const message =
    format === 0
      ? `没有写格式的编号。这一年按现在的格式写的，在最前面加一行 format: ${FORMAT}；是以前的，看 CHANGELOG.md 怎样改。`
      : `这里的格式是 ${format}，这份代码读的是 ${FORMAT}。比它新的，更新代码；比它旧的，看 CHANGELOG.md 怎样改。`;
  throw new ContentError(
    [{ file: name, path: format === 0 ? [] : ['format'], message }],
    [{ name, data, lineOf }],
  );
}

interface Read<S extends z.ZodType> {
  data: z.infer<S>;
  file: ContentFile;
}

async function readYaml<S extends z.ZodType>(
  path: string,
  content: URL,
  schema: S,
  before: (file: ContentFile) => void = () => {},
): Promise<Read<S>> {
  const file = parseYaml(`content/${path}`, await readContent(path, content));
  before(file);
  const parsed = schema.safeParse(file.data);
  if (parsed.success) return { data: parsed.data, file };
  const { issues } = parsed.error;
  // A misspelt key is told where it stands; that the one that was meant is missing says it again.
  const meant = issues.flatMap(({ code, path, message }) =>
    code === 'unrecognized_keys'
      ? [...message.matchAll(/是不是 (\w+)？/g)].map(([, key = '']) => [...path, key].join('.'))
      : [],
  );
  const told = issues.filter(
    ({ code, path }) => code === 'unrecognized_keys' || !meant.includes(path.join('.')),
  );
  throw new ContentError(
    told.map(({ message, ...issue }) => ({
      file: file.name,
      // A key that should not be there is told at the key itself.
      path: [
        ...issue.path,
        ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
      ] as (string | number)[],
      message,
    })),
    [file],
  );
}

async function readContent(path: string, content: URL): Promise<string> {
  try {
    return await readFile(new URL(path, content), 'utf8');
  } catch {
    const problem = { file: `content/${path}`, path: [], message: '没有这个文件，请补上。' };
    throw new ContentError([problem], []);
  }
}
