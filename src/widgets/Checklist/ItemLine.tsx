import words from 'virtual:words/units/checklist';
import { Tag, type Tone } from '../shared/Tag.tsx';
import { type Item, type Mark, sourceName } from './lists.ts';

/** Only what the notice says is as quiet as a fact; what is to be checked stands out. */
const TONES: Record<Mark, Tone> = {
  notice: 'quiet',
  reference: 'open',
  manual: 'open',
  ours: 'quiet',
  elsewhere: 'quiet',
};

interface Props {
  item: Item;
  ticked: boolean;
  onTick: (on: boolean) => void;
}

/** One thing to look at: a box to tick, whose word it is, and where that is said. */
export function ItemLine({ item: { id, says, mark, sources }, ticked, onTick }: Props) {
  return (
    <li>
      <label>
        <input
          type="checkbox"
          data-item={id}
          checked={ticked}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
        <span>{says}</span>
      </label>
      <p>
        <Tag tone={TONES[mark]}>{words[mark]}</Tag>{' '}
        {sources.map(({ label, href }) => (
          <a key={href} href={href}>
            {sourceName(mark, label)}
          </a>
        ))}
      </p>
    </li>
  );
}
