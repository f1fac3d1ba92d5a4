import words from 'virtual:words/units/checklist';
import { useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import { FileButton } from '../shared/FileButton.tsx';
import { openOwnFile } from '../shared/ownFile.ts';
import { saveFile } from '../shared/saveFile.ts';
import { forget, keep } from './kept.ts';
import type { List } from './lists.ts';
import { kindOf, type Progress, progressText, readProgress } from './state.ts';

interface Props {
  list: List;
  year: number;
  progress: Progress;
  /** What this device has; undefined where nothing. */
  kept: Progress | undefined;
  onKept: (kept: Progress | undefined) => void;
  onProgress: (progress: Progress) => void;
}

/** Into a file and back, and on this device where somebody asks for it. */
export function Keeping({ list, year, progress, kept, onKept, onProgress }: Props) {
  const [said, say] = useState('');
  const open = async (file: File) => {
    const opened = await openOwnFile(kindOf(list, year), file);
    if ('problem' in opened) return say(words[opened.problem]);
    const read = readProgress(list, opened.data);
    onProgress(read.progress);
    say(read.dropped > 0 ? fill(words.openedInPart, { n: read.dropped }) : words.opened);
  };
  return (
    <section aria-labelledby={`${list.role}-keeping`}>
      <h2 id={`${list.role}-keeping`}>{words.keeping}</h2>
      <p>{words.keepingSays}</p>
      <div class="tc-buttons">
        <button
          type="button"
          class="tc-button"
          onClick={() =>
            saveFile(
              progressText(list, year, progress),
              `${year}-${list.title}.json`,
              'application/json',
            )
          }
        >
          {words.saveFile}
        </button>
        <FileButton
          label={words.openFile}
          accept=".json,application/json"
          onFile={(file) => void open(file)}
        />
        <button
          type="button"
          class="tc-button"
          onClick={() => {
            const done = keep(list, year, progress);
            if (done) onKept(progress);
            say(done ? words.kept : words.notKept);
          }}
        >
          {words.keep}
        </button>
        {kept && (
          <button
            type="button"
            class="tc-button"
            onClick={() => {
              const done = forget(list, year);
              if (done) onKept(undefined);
              say(done ? words.forgotten : words.notForgotten);
            }}
          >
            {words.forget}
          </button>
        )}
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
