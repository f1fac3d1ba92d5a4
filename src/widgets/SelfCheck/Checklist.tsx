import {
  type Answers,
  fill,
  type IsoDate,
  type Material,
  materialsFor,
  type SelfCheckNotice,
} from '../../calculator/index.ts';
import type { Links } from '../shared/result/links.ts';

interface Props {
  notice: SelfCheckNotice;
  links: Links;
  answers: Answers;
  ticks: ReadonlySet<string>;
  onTick: (id: string) => void;
  /** Undefined where the device's clock cannot be right. */
  today: IsoDate | undefined;
}

/** What these answers make a person get ready, to be ticked off. Ticks live in the tab and go onto paper. */
export function Checklist({ notice, links, answers, ticks, onTick, today }: Props) {
  const items = materialsFor(notice.materials, answers, ticks);
  const box = (id: string, text: string) => (
    <label class="self-check-tick">
      <input type="checkbox" name={id} checked={ticks.has(id)} onChange={() => onTick(id)} />
      <span>{text}</span>
    </label>
  );
  const rows = (list: Material[]) => (
    <ul class="self-check-list">
      {list.map((item) => (
        <li key={item.id}>
          {box(item.id, item.text)}
          <p class="tc-quiet self-check-standing">
            <a href={links.clause(item.clause)} data-tip>{`通知 ${item.clauseLabel}`}</a>
            <Where notice={notice} links={links} ids={item.documents ?? []} />
          </p>
        </li>
      ))}
    </ul>
  );
  return (
    <div class="tc-stack self-check-checklist">
      <Over notice={notice} today={today} />
      <p>
        按您的回答列出，只列通知写到的。全部要求看职称平台附件“评审材料填报要求”。勾选只留在这个标签页里，打印时一起印上。
      </p>
      {byActor(items).map(([actor, list]) => (
        <div key={actor}>
          <h4>{notice.wording.actors[actor]}</h4>
          {rows(list)}
        </div>
      ))}
      {notice.materials.extras.length > 0 && (
        <fieldset class="self-check-field">
          <legend>
            <h4>还有这些吗</h4>
          </legend>
          {notice.materials.extras.map(({ id, label }) => (
            <div key={id}>{box(id, label)}</div>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** Once the year is over its days are there to prepare by, and this says so. */
export function Over({ notice, today }: Pick<Props, 'notice' | 'today'>) {
  return today !== undefined && notice.stages.every(({ closes }) => closes < today) ? (
    <p>{fill(notice.wording.result.stagesOver, { year: notice.year })}</p>
  ) : null;
}

/** In the order in which the actors come first. */
export function byActor(items: Material[]): [string, Material[]][] {
  const actors = [...new Set(items.map(({ actor }) => actor))];
  return actors.map((actor) => [actor, items.filter((item) => item.actor === actor)]);
}

/** Where the thing is got: outside where the notice gives an address, else where this site says how. */
function Where({ notice, links, ids }: { notice: SelfCheckNotice; links: Links; ids: string[] }) {
  const documents = notice.documents.filter(({ id }) => ids.includes(id));
  return (
    <>
      {documents.map(({ id, title, shortTitle = title, url }) =>
        url ? (
          <a key={id} href={url} target="_blank" rel="noopener noreferrer">
            {shortTitle}（另开窗口）
          </a>
        ) : (
          <a key={id} href={links.document(id)}>
            {shortTitle}
          </a>
        ),
      )}
    </>
  );
}
