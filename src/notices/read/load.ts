/** Reads a year's content from disk, checks it and makes the plain notice of it. Plain Node; no Astro. */
import { readdir } from 'node:fs/promises';
import {
  type Answers,
  type FullNotice,
  fill,
  isRealDate,
  type RosterWords,
  type WorkCalendar,
  weekday,
} from '../../calculator/index.ts';
import {
  fullNotice,
  type RosterPageWords,
  type TimelineWords,
  type UnitWords,
  WRITTEN,
  type WrittenPoint,
  type WrittenSearch,
} from '../../shapes/index.ts';
import { checkExamples } from '../check/examples.ts';
import { checkYear, type Files } from '../check/index.ts';
import { checkRoster } from '../check/roster.ts';
import { checkFinished } from '../check/unfinished.ts';
import { fillTree, slotsOf } from '../facts.ts';
import { ContentError, type ContentFile, type Path, type Problem, type Say } from '../problem.ts';
import { type AnswerGroup, answersOf, type Term, termsOf } from './answers.ts';
import { type Checklist, checklistsOf } from './checklists.ts';
import { documentsOf, labelOf, questionsOf, ruleOf } from './complete.ts';
import {
  allOf,
  checkFormat,
  readAnswerGroups,
  readContent,
  readRules,
  readYaml,
  yamlFilesIn,
} from './files.ts';
import { parseText } from './text.ts';

/** The project's own content. A bundled caller must pass the folder, because its own URL is elsewhere. */
const CONTENT = new URL('../../../content/', import.meta.url);

/**
 * The ids of all notices held, oldest first; the last is the current one.
 *
 * @example (await noticeIds()).includes('2026') // true
 */
export async function noticeIds(content: URL = CONTENT): Promise<string[]> {
  const entries = await readdir(new URL('notices/', content), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** What only the reference pages show of a notice: worked examples, what nobody here knows, and what people ask. */
export interface Reference {
  examples: Example[];
  openPoints: OpenPoint[];
  answers: AnswerGroup[];
  terms: Term[];
  checklists: Checklist[];
}

/** A person's answers, as far as one rule asks for them. */
export interface Example {
  rule: string;
  name: string;
  answers: Answers;
}

/** Something that has to be asked, because no document held here says it. */
export interface OpenPoint {
  point: string;
  /** The rule that it bears on. */
  rule?: string | undefined;
  /** The clause that leaves it open. */
  clause?: string | undefined;
  about?: string | undefined;
  /** Whom to ask, in this order: ids of actors or contacts. */
  ask: string[];
}

/**
 * One year's notice as plain JSON.
 *
 * @param id the folder's name under `content/notices/`, such as `2026`
 * @param content the content folder
 * @throws ContentError listing every mistake with file, line, field and what to write
 *
 * @example (await loadNotice('2026')).year // 2026
 */
export async function loadNotice(id: string, content: URL = CONTENT): Promise<FullNotice> {
  return (await loadYear(id, content)).notice;
}

/**
 * The words that widgets load with their code, by widget and part. Throws a ContentError as `loadNotice` does.
 *
 * @example typeof (await loadWidgetWords()) // 'object'
 */
export async function loadWidgetWords(
  content: URL = CONTENT,
): Promise<{ timeline: TimelineWords; units: UnitWords; rosterPage: RosterPageWords }> {
  const { data } = await readYaml(WRITTEN.wording, 'wording.yaml', content);
  const { timeline, units, rosterPage } = data;
  return { timeline, units, rosterPage };
}

/**
 * How rosters are read under a notice, held to the questions of all notices. Of a column whose question another year asks
 * nothing is taken but its name. Throws a ContentError as `loadNotice` does.
 *
 * @param held the notices of the same content
 *
 * @example (await loadRosterWords(await loadNotice('2026'), [])).columns[0].title // '姓名'
 */
export async function loadRosterWords(
  notice: Pick<FullNotice, 'questions'>,
  held: Pick<FullNotice, 'questions'>[],
  content: URL = CONTENT,
): Promise<RosterWords> {
  const { data, file } = await readYaml(WRITTEN.roster, 'roster.yaml', content);
  const questions = [notice, ...held].flatMap((one) => one.questions);
  const problems: Problem[] = [];
  checkRoster(data, { questions }, (path, message) =>
    problems.push({ file: file.name, path, message }),
  );
  if (problems.length) throw new ContentError(problems, [file]);
  const asked = new Set(notice.questions.map((one) => (one.type === 'amounts' ? one.key : one.id)));
  const columns = data.columns.map((column) => {
    const { question, values: _values, otherwise: _otherwise, ...named } = column;
    return question === undefined || asked.has(question) ? column : named;
  });
  // Through JSON, as a notice goes: nothing shared, no undefined.
  return JSON.parse(JSON.stringify({ ...data, columns }));
}

/**
 * What the search knows beside the pages' own words. Throws a ContentError as `loadNotice` does.
 *
 * @example (await loadSearchWords()).last.includes('embed') // true
 */
export async function loadSearchWords(content: URL = CONTENT): Promise<WrittenSearch> {
  return (await readYaml(WRITTEN.search, 'search.yaml', content)).data;
}

/**
 * What only the reference pages show of a year's notice. Throws a ContentError as `loadNotice` does.
 *
 * @example (await loadReference({ id: '2026' })).examples.length > 0 // true
 */
export async function loadReference(
  { id }: Pick<FullNotice, 'id'>,
  content: URL = CONTENT,
): Promise<Reference> {
  return (await loadYear(id, content)).reference;
}

async function loadYear(
  id: string,
  content: URL,
): Promise<{ notice: FullNotice; reference: Reference }> {
  const [year] = await allOf([readYear(id, content), checkFinished(id, content)]);
  return year;
}

async function readYear(
  id: string,
  content: URL,
): Promise<{ notice: FullNotice; reference: Reference }> {
  const { files, text } = await readFiles(id, content);
  const { facts, rules, open, answers, glossary, checklists } = files;
  const all: ContentFile[] = [
    ...[facts, files.questions, ...rules, files.materials, open, ...answers],
    ...[glossary, checklists, files.documents, files.wording],
  ].map(({ file }) => file);
  const problems: Problem[] = [];
  const sayIn =
    ({ file }: { file: ContentFile }, at: Path = []): Say =>
    (path, message) =>
      problems.push({ file: file.name, path: [...at, ...path], message });
  const stopAtProblems = () => {
    if (problems.length) throw new ContentError(problems, all);
  };

  const made = noticeOf(files, parseText(`content/notices/${id}/text.md`, text));
  checkYear({ ...files, notice: made, sayIn });
  if (made.id !== id) sayIn(facts)(['id'], `要和文件夹同名，写 "${id}"。`);
  stopAtProblems();

  fillIn(made);
  // Through JSON, so that what pages get is what islands and the browser get: no undefined, nothing shared.
  const notice = fullNotice.parse(JSON.parse(JSON.stringify(made)));
  const slots = slotsOf(notice);
  const openPoints: OpenPoint[] = [
    ...rules.flatMap(({ data }) =>
      (data.open ?? []).map((point) => ({ ...openPoint(point, slots), rule: data.id })),
    ),
    ...open.data.map((point) => openPoint(point, slots)),
  ];
  const reference: Reference = {
    examples: rules.flatMap((rule) =>
      checkExamples(notice, rule.data.id, rule.data.examples, sayIn(rule, ['examples'])),
    ),
    openPoints,
    answers: answers.map(({ data }) => answersOf(notice, openPoints, data)),
    terms: termsOf(notice, openPoints, glossary.data),
    checklists: checklistsOf(notice, openPoints, checklists.data),
  };
  stopAtProblems();
  return { notice, reference };
}

/** Who answers a point that names nobody */
const ASK = ['office'];
const openPoint = (
  { point, clause, about, ask = ASK }: WrittenPoint,
  slots: Record<string, string>,
): OpenPoint => ({
  point,
  ...(clause !== undefined && { clause }),
  ...(about !== undefined && { about: fill(about, slots) }),
  ask,
});

async function readFiles(id: string, content: URL): Promise<{ files: Files; text: string }> {
  const folder = `notices/${id}/`;
  // Its format first: in another one nothing else would be said rightly.
  const [text, facts] = await allOf([
    readContent(`${folder}text.md`, content),
    readYaml(WRITTEN.notice, `${folder}notice.yaml`, content, checkFormat),
  ]);
  const [questions, rules, materials, open, answers, glossary, checklists, documents, wording] =
    await allOf([
      readYaml(WRITTEN.questions, `${folder}questions.yaml`, content),
      readRules(folder, content),
      readYaml(WRITTEN.materials, `${folder}materials.yaml`, content),
      readYaml(WRITTEN.open, `${folder}open.yaml`, content),
      readAnswerGroups(folder, content),
      readYaml(WRITTEN.glossary, `${folder}glossary.yaml`, content),
      readYaml(WRITTEN.checklists, `${folder}checklists.yaml`, content),
      readYaml(WRITTEN.documents, 'documents.yaml', content),
      readYaml(WRITTEN.wording, 'wording.yaml', content),
    ]);
  const schedules = await yamlFilesIn('calendars/', content);
  return {
    text,
    files: {
      ...{ facts, questions, rules, materials, open, answers, glossary, checklists },
      ...{ documents, wording },
      schedules: schedules.map((name) => name.replace('.yaml', '')),
    },
  };
}

/** The notice before its facts are put into its words. */
function noticeOf(files: Files, clauses: FullNotice['clauses']): FullNotice {
  const { names, format: _, stages, ...facts } = files.facts.data;
  const [first, ...others] = stages;
  // The shape asks for one at least.
  if (!first) throw new RangeError('No stages');
  const questions = files.questions.data.flatMap((one) => questionsOf(one, files.facts.data));
  const {
    timeline: _timeline,
    units: _units,
    rosterPage: _rosterPage,
    ...wording
  } = files.wording.data;
  return {
    ...facts,
    stages: [first, ...others],
    version: `${facts.id}.${facts.revision}`,
    clauses,
    questions,
    rules: files.rules.map(({ data }) => ruleOf(data, { clauses, questions })),
    materials: {
      extras: files.materials.data.extras,
      items: files.materials.data.items.map((item) => ({
        ...item,
        clauseLabel: labelOf({ clauses }, item.clause),
      })),
    },
    documents: documentsOf(files.documents.data, { names }),
    wording,
  };
}

/** Puts the facts into the notice's words. */
function fillIn(notice: FullNotice): void {
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
    fillTree(rule.tree, { workdays, specialties });
  }
  for (const stage of notice.stages) stage.task = fill(stage.task, slots);
  for (const document of notice.documents) {
    if (document.where !== undefined) document.where = fill(document.where, slots);
  }
  for (const item of notice.materials.items) item.text = fill(item.text, slots);
}

/**
 * The working-day schedules of all years held. Throws a ContentError as `loadNotice` does.
 *
 * @example Object.keys((await loadCalendar()).years).includes('2026') // true
 */
export async function loadCalendar(content: URL = CONTENT): Promise<WorkCalendar> {
  const documents = await readYaml(WRITTEN.documents, 'documents.yaml', content);
  const names = await yamlFilesIn('calendars/', content);
  const ids = documents.data.map(({ id }) => id);
  const years = await allOf(names.map((name) => loadSchedule(name, ids, content)));
  return { years: Object.fromEntries(years) };
}

type Schedule = WorkCalendar['years'][string];

async function loadSchedule(
  name: string,
  documents: string[],
  content: URL,
): Promise<[year: string, Schedule]> {
  const { data, file } = await readYaml(WRITTEN.calendar, `calendars/${name}`, content);
  const problems: Problem[] = [];
  const say: Say = (path, message) => problems.push({ file: file.name, path, message });
  const inYear = (path: Path, date: string) => {
    if (!isRealDate(date) || Number(date.slice(0, 4)) !== data.year) {
      say(path, `要写 ${data.year} 年的日期。`);
    }
  };
  data.off.forEach(({ from, to }, index) => {
    inYear(['off', index, 'from'], from);
    inYear(['off', index, 'to'], to);
    if (from > to) say(['off', index, 'to'], 'to 不能早于 from。');
  });
  data.worked.forEach((date, index) => {
    inYear(['worked', index], date);
    if (isRealDate(date) && ![0, 6].includes(weekday(date))) {
      say(['worked', index], `${date} 不是周末。worked 只写调休上班的周六、周日。`);
    }
  });
  if (!documents.includes(data.document)) {
    say(['document'], `content/documents.yaml 里没有 ${data.document}，请先在那里写上。`);
  }
  if (name !== `${data.year}.yaml`) say(['year'], `要和文件名一致，写 ${name.slice(0, 4)}。`);
  if (problems.length) throw new ContentError(problems, [file]);
  const { document, off, worked } = data;
  return [String(data.year), { document, holidays: off, worked }];
}
