/** What is wrong with the words that all years share. */
import type { ProblemId, StatusWording } from '../../calculator/index.ts';
import { problemIds } from '../../shapes/index.ts';
import { wrongSlots } from '../facts.ts';
import type { Path } from '../problem.ts';
import type { Year } from './year.ts';

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
/** What the code puts into the list for the next year; what is not here has no slots. */
const PREPARE_SLOTS: Record<string, string[]> = {
  title: ['year'],
  assumed: ['year'],
  ofYear: ['rule', 'year'],
  ahead: ['year', 'amounts'],
  amount: ['name', 'value'],
  by: ['date'],
  past: ['date'],
  from: ['date'],
  reached: ['date'],
  notBefore: ['year'],
  madeOn: ['date'],
  source: ['number', 'version'],
};
/** What the code puts into the sentences of a result; what is not here has no slots. */
const RESULT_SLOTS: Record<string, string[]> = {
  until: ['closes', 'opens'],
  upcoming: ['opens', 'closes'],
  left: ['opens', 'closes', 'left'],
  lacksYears: ['years', 'short'],
  lacksBan: ['endsOn'],
  lacksAmounts: ['year', 'parts'],
  more: ['n', 'rules'],
  open: ['rules'],
  by: ['day'],
  post: ['workdays'],
  least: ['year', 'amounts'],
  check: ['year', 'amounts'],
  takes: ['years'],
  from: ['day'],
  lostYear: ['lacks'],
  askAll: ['n', 'rules'],
  again: ['next'],
  assumed: ['next'],
  prepare: ['next'],
  say: ['target'],
  alsoAsk: ['n'],
  alsoUnmet: ['n'],
  met: ['n'],
  unanswered: ['n'],
  stagesOver: ['year'],
  settledOpen: ['year'],
  allSuffice: ['n'],
  oneNoMatter: ['questions'],
  way: ['options'],
  asks: ['n'],
  basis: ['number', 'version'],
  checked: ['on'],
};
/** What the code puts into each of the sentences on how the year stands today. */
const ASKING_SLOTS: Partial<Record<string, string[]>> = {
  length: ['n'],
  outside: ['who'],
  taken: ['date'],
  short: ['list'],
  derived: ['name', 'n'],
  noAmounts: ['labels'],
};
const STATUS_SLOTS: Record<string, string[]> & Record<keyof StatusWording, string[]> = {
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

/** So that a mistyped slot never reaches a reader. */
export function checkWording({ notice: { wording }, wording: read, sayIn }: Year): void {
  const say = sayIn(read);
  const check = (path: Path, text: string, allowed: string[]) => {
    for (const message of wrongSlots(text, allowed)) say(path, message);
  };
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
      ['madeUp', 'thisYear'].includes(key)
        ? ['year', 'later', 'until', 'todo', 'closes']
        : ['year'],
    );
  }
  check(['unanswered'], wording.unanswered, ['questions']);
  check(['onReference'], wording.onReference, ['all', 'n', 'rules']);
  for (const [key, text] of Object.entries(wording.result)) {
    check(['result', key], text, RESULT_SLOTS[key] ?? []);
  }
  check(['decidedBy'], wording.decidedBy, ['question']);
  check(['noMatter'], wording.noMatter, ['questions']);
  check(['settled'], wording.settled, ['year', 'verdict']);
  for (const [key, text] of Object.entries(wording.asking)) {
    check(['asking', key], text, ASKING_SLOTS[key] ?? []);
  }
  check(['named'], wording.named, ['title', 'message']);
  for (const [key, text] of Object.entries(wording.accordingTo)) {
    check(['accordingTo', key], text, []);
  }
  check(['among'], wording.among, ['parts']);
  for (const [key, text] of Object.entries(wording.status)) {
    check(['status', key], text, STATUS_SLOTS[key] ?? []);
  }
  const { groups, ...prepare } = wording.prepare;
  for (const [key, text] of Object.entries(prepare)) {
    check(['prepare', key], text, PREPARE_SLOTS[key] ?? []);
  }
  for (const [state, texts] of Object.entries(groups)) {
    for (const [key, text] of Object.entries(texts)) {
      check(['prepare', 'groups', state, key], text, key === 'event' ? ['title'] : []);
    }
  }
  for (const [key, text] of Object.entries(wording.spans)) check(['spans', key], text, ['n']);
  for (const id of problemIds) {
    check(['problems', id], wording.problems[id], PROBLEM_SLOTS[id]);
  }
}
