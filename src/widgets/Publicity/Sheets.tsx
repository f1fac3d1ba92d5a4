/** The notice and the record as they look on paper; on the screen they stand in a frame. */
import words from 'virtual:words/units/publicity';
import type { ComponentChildren } from 'preact';
import type { NoticeText } from './texts.ts';

/** Paper on the screen. Where it is wider than a phone, it is moved by keys as well. */
export function Paper({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus
    <section class="publicity-paper" aria-label={label} tabIndex={0}>
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
  const { title, body, columns, rows, after, unit, signedOn } = text;
  return (
    <div class="publicity-sheet">
      {isSample && <p class="publicity-sample">{words.sample}</p>}
      <p class="publicity-title">{title}</p>
      <p class="publicity-indent">{body}</p>
      <table>
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
                <td key={columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {after.map((paragraph) => (
        <p key={paragraph} class="publicity-indent">
          {paragraph}
        </p>
      ))}
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
