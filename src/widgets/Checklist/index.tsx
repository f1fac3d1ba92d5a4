import '../shared/widget.css';
import './checklist.css';
import words from 'virtual:words/units/checklist';
import { useRef } from 'preact/hooks';
import { Guard } from '../shared/Guard.tsx';
import { useTranslators } from '../shared/translators.ts';
import { ItemLine } from './ItemLine.tsx';
import type { List } from './lists.ts';

export type { Item } from './lists.ts';

interface Props {
  list: List;
}

/** What a unit or an office looks at. Its HTML is the whole list with boxes to tick, on a screen or on paper. */
export default function ChecklistWidget(props: Props) {
  return (
    <Guard>
      <Place {...props} />
    </Guard>
  );
}

function Place({ list }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useTranslators(root);
  return (
    <div class="tc-widget not-content checklist" ref={root}>
      <div class="tc-buttons">
        <button type="button" class="tc-button tc-button-primary" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
      {list.groups.map(({ id, title, each, items }) => (
        <section key={id} aria-labelledby={`check-${id}`}>
          <h2 id={`check-${id}`}>
            {title} <small>{each ? words.each : words.batch}</small>
          </h2>
          <ul>
            {items.map((item) => (
              <ItemLine key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
