/** What is printed: the list with empty boxes, and the ledger of who was looked at for what. */
import words from 'virtual:words/units/checklist';
import { fill, type IsoDate } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import { type Item, type List, sourceName } from './lists.ts';
import { commonItems, eachItems, type Progress } from './state.ts';

const BOX = '□';
const TICKED = '☑';

export function BlankSheet({ list }: { list: List }) {
  return (
    <div class="check-sheet">
      <p class="check-title">{list.title}</p>
      <p>{words.blankHead}</p>
      {list.groups.map(({ id, title, each, items }) => (
        <div key={id}>
          <p class="check-group">
            {title}（{each ? words.each : words.batch}）
          </p>
          {items.map(({ id, says, mark, sources }) => (
            <p key={id} class="check-item">
              {BOX} {says} <Grounds {...{ mark, sources }} />
            </p>
          ))}
        </div>
      ))}
      <p class="check-sign">{words.sign}</p>
    </div>
  );
}

/** Whose word an item is, and where it is said. */
function Grounds({ mark, sources }: Pick<Item, 'mark' | 'sources'>) {
  return (
    <small>
      {words[mark]}
      {sources.map(({ label }) => `　${sourceName(mark, label)}`)}
    </small>
  );
}

interface LedgerProps {
  list: List;
  progress: Progress;
  /** Of the printing; undefined where the clock cannot be right. */
  today: IsoDate | undefined;
}

/** One row a person: how far, what is left, what is wanting. */
export function LedgerSheet({ list, progress: { people, ticks, by }, today }: LedgerProps) {
  const items = eachItems(list);
  return (
    <div class="check-sheet">
      <p class="check-title">{fill(words.ledgerTitle, { list: list.title })}</p>
      <table>
        <thead>
          <tr>
            {[words.name, words.done, words.left, words.note].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ name, note, ticks }, index) => {
            const left = items.filter(({ id }) => !ticks.includes(id));
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
              <tr key={index}>
                <th scope="row">{name}</th>
                <td>
                  {items.length - left.length}/{items.length}
                </td>
                <td>
                  {left.length === items.length
                    ? words.leftAll
                    : left.length === 0
                      ? words.leftNone
                      : leftIn(list, ticks)}
                </td>
                <td>{note}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="check-group">{words.batch}</p>
      {commonItems(list).map(({ id, says, ...from }) => (
        <p key={id} class="check-item">
          {ticks.includes(id) ? TICKED : BOX} {says} <Grounds {...from} />
        </p>
      ))}
      <p class="check-group">
        {words.items}（{words.each}）
      </p>
      {items.map(({ id, says, ...from }) => (
        <p key={id} class="check-item">
          · {says} <Grounds {...from} />
        </p>
      ))}
      <p>
        {fill(words.basis, { number: list.number, version: list.version })}
        {today && fill(words.printedOn, { date: inProse(today) })}
      </p>
      <p class="check-sign">{by ? fill(words.signBy, { by }) : words.sign}</p>
    </div>
  );
}

/** So many fit into a cell one by one; more are told by their groups. */
const FEW = 5;

function leftIn({ groups }: List, ticks: string[]): string {
  const left = groups
    .filter(({ each }) => each)
    .map(({ title, items }) => ({
      title,
      says: items.filter(({ id }) => !ticks.includes(id)).map(({ says }) => says),
    }))
    .filter(({ says }) => says.length > 0);
  const all = left.flatMap(({ says }) => says);
  return all.length > FEW
    ? left.map(({ title, says }) => fill(words.leftOf, { group: title, n: says.length })).join('；')
    : all.map((text) => text.replace(/。$/, '')).join('；');
}
