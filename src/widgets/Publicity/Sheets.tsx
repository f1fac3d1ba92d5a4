/** The notice and the record as they look on paper; on the screen they stand in a frame. */
import words from 'virtual:words/units/publicity';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NoticeText } from './texts.ts';

/** Paper on the screen. */
export function Paper({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="publicity-paper" aria-label={label}>
      {children}
    </section>
  );
}

interface NoticeProps {
  text: NoticeText;
  /** Whether it is still marked as what it is: a sample that the unit has to check. */
  isSample: boolean;
}

export function NoticeSheet({ text, isSample }: NoticeProps) {
  const { title, body, columns, rows, after, reach, unit, signedOn } = text;
  return (
    <div class="publicity-sheet">
      {isSample && <p class="publicity-sample">{words.sample}</p>}
      <p class="publicity-title">
        {/* Where it names two titles, its line ends between them. */}
        {title.match(/[^、]+、?/g)?.map((one) => (
          <span key={one}>{one}</span>
        ))}
      </p>
      <p class="publicity-indent">{body}</p>
      <Columns {...{ columns, rows }} />
      {after.map((paragraph) => (
        <p key={paragraph} class="publicity-indent">
          {paragraph}
        </p>
      ))}
      <p class="publicity-reach">{reach.map((one) => [<span key={one}>{one}</span>, ' '])}</p>
      <div class="publicity-sign">
        <p>
          {unit}
          {words.seal}
        </p>
        <p>{signedOn}</p>
      </div>
    </div>
  );
}

/** From so many columns on letters are smaller, so that all of them fit an upright sheet. */
const MANY = 8;

/** Who is named. Where the screen has no room for all columns, they are moved by themselves, and that is said. */
function Columns({ columns, rows }: Pick<NoticeText, 'columns' | 'rows'>) {
  const frame = useRef<HTMLDivElement>(null);
  const [isWide, setWide] = useState(false);
  // After each drawing: what stands in the cells makes them wide as well.
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const observer = new ResizeObserver(() => setWide(current.scrollWidth > current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  });
  return (
    <>
      {isWide && <p class="publicity-slide tc-quiet">{words.slide}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds what is filled in */}
      <div
        class="publicity-columns"
        ref={frame}
        role="group"
        aria-label={words.people}
        // What scrolls has to take the focus, to be moved by keys as well.
        tabIndex={isWide ? 0 : undefined}
      >
        <table class={columns.length >= MANY ? 'publicity-many' : undefined}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells[0]}>
                {cells.map((cell, index) => (
                  <td key={columns[index]} class={SHORT.test(cell) ? 'tc-whole' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A name, a word, a day: never torn, however narrow its column. Longer ones may be. */
const SHORT = /^(?:.{1,6}|[\d\s年月日./-]{7,12})$/u;

export function RecordSheet({ rows }: { rows: [string, string][] }) {
  return (
    <div class="publicity-sheet">
      <p class="publicity-title">{words.recordTitle}</p>
      <table class="publicity-record">
        <tbody>
          {rows.map(([what, text]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
