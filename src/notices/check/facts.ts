/** What is wrong with a year's facts: whether they name what there is, and lie where they can. */
import type { IsoDate } from '../../calculator/index.ts';
import { slotsOf, wrongSlots } from '../facts.ts';
import type { Path } from '../problem.ts';
import { checkHeld } from './held.ts';
import { areUnique, isClause, isDocument, notYet, type Year } from './year.ts';

export function checkFacts(year: Year): void {
  const { notice, facts, documents } = year;
  const say = year.sayIn(facts);
  const clause = (path: Path, id: string) => void isClause(year, say, path, id);

  for (const key of ['service', 'evidence'] as const) {
    clause(['cutoffs', key, 'clause'], notice.cutoffs[key].clause);
  }
  for (const key of ['specialties', 'whoMayApply', 'publicity'] as const) {
    clause([key, 'clause'], notice[key].clause);
  }
  for (const key of ['stages', 'sanctions', 'contacts'] as const) {
    notice[key].forEach((entry, index) => void clause([key, index, 'clause'], entry.clause));
  }
  for (const [id, named] of Object.entries(facts.data.names)) {
    clause(['names', id], named);
    isDocument(year, say, ['names', id], id);
  }
  notYet(notice, notice.revisedOn, say, ['revisedOn']);
  areUnique(say, ['stages'], notice.stages);
  areUnique(say, ['contacts'], notice.contacts);
  areUnique(say, ['specialties', 'list'], notice.specialties.list);
  areUnique(year.sayIn(documents), [], documents.data);

  const actors = Object.keys(notice.wording.actors);
  const actor = (path: Path, id: string) => {
    if (!actors.includes(id)) say(path, `没有这个角色，可以写：${actors.join('、')}。`);
  };
  notice.sanctions.forEach(({ who }, index) => actor(['sanctions', index, 'who'], who));
  const slots = Object.keys(slotsOf(notice));
  let previous = '';
  for (const [index, stage] of notice.stages.entries()) {
    actor(['stages', index, 'actor'], stage.actor);
    for (const message of wrongSlots(stage.task, slots)) say(['stages', index, 'task'], message);
    if (index === 0 && !stage.opens) {
      say(['stages', 0], '第一个阶段要写 opens（开始日期）。');
    }
    if (stage.opens && stage.opens > stage.closes) {
      say(['stages', index, 'closes'], 'closes（截止日期）不能早于 opens（开始日期）。');
    }
    if (stage.closes < previous) {
      say(['stages', index, 'closes'], '各阶段要按截止日期从早到晚写。');
    }
    previous = stage.closes;
  }
  if (!notice.stages.some(({ id }) => id === notice.publicity.stage)) {
    say(['publicity', 'stage'], '要写 stages 里的一个 id。');
  }
  checkHeld(
    notice,
    documents.data.map(({ id }) => id),
    say,
    year.sayIn(documents),
  );
  checkWhere(year);
}

/** Days and years that could not be those of this notice, however its clauses read. */
function checkWhere({ notice, facts, schedules, sayIn }: Year): void {
  const say = sayIn(facts);
  const { id, year, issuedOn, revisedOn, cutoffs, stages } = notice;
  if (String(year) !== id) say(['year'], `要和 id 一致，写 ${id}。`);
  const [{ opens }] = stages;
  if (opens && issuedOn > opens) {
    say(['issuedOn'], `通知的日期不能晚于开始申报的 ${opens}。`);
  }
  if (revisedOn < issuedOn) say(['revisedOn'], `不能早于通知的日期 ${issuedOn}。`);
  const near = (path: Path, on: IsoDate) => {
    if ([year, year + 1].includes(Number(on.slice(0, 4)))) return true;
    say(path, `要在 ${year} 年，或者 ${year + 1} 年。`);
    return false;
  };
  stages.forEach((stage, index) => {
    for (const end of ['opens', 'closes'] as const) {
      const on = stage[end];
      if (on === undefined || !near(['stages', index, end], on)) continue;
      const of = on.slice(0, 4);
      if (schedules.includes(of)) continue;
      say(
        ['stages', index, end],
        `本站还没有 ${of} 年的节假日安排，算不出工作日。国务院公布以后，先加 content/calendars/${of}.yaml。`,
      );
    }
  });
  near(['cutoffs', 'service', 'on'], cutoffs.service.on);
  near(['cutoffs', 'evidence', 'on'], cutoffs.evidence.on);
}
