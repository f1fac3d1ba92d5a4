import words from 'virtual:words/units/publicity';
import { useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import { FileButton } from '../shared/FileButton.tsx';
import { openOwnFile } from '../shared/ownFile.ts';
import { saveFile } from '../shared/saveFile.ts';
import { DRAFT_KIND, type Draft, draftText, readDraft } from './draft.ts';

interface Props {
  draft: Draft;
  /** Of the file's name. */
  year: number;
  onDraft: (draft: Draft) => void;
}

/** A draft goes into a file of the person's and comes back from it; nothing is kept anywhere else. */
export function Files({ draft, year, onDraft }: Props) {
  const [said, say] = useState('');
  const open = async (file: File) => {
    const opened = await openOwnFile(DRAFT_KIND, file);
    if ('problem' in opened) return say(words[opened.problem]);
    const { draft, dropped } = readDraft(opened.data);
    onDraft(draft);
    say(dropped > 0 ? fill(words.openedInPart, { n: dropped }) : words.opened);
  };
  return (
    <section aria-labelledby="publicity-files">
      <h2 id="publicity-files">{words.keep}</h2>
      <p>{words.keepSays}</p>
      <div class="tc-buttons">
        <button
          type="button"
          class="tc-button"
          onClick={() => saveFile(draftText(draft), `${year}-公示.json`, 'application/json')}
        >
          {words.saveFile}
        </button>
        <FileButton
          label={words.openFile}
          accept=".json,application/json"
          onFile={(file) => void open(file)}
        />
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
