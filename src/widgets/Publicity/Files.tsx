import words from 'virtual:words/units/publicity';
import { useState } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
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
  const open = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    // The same file once more is a choice as well.
    if (file) {
      const opened = await openOwnFile(DRAFT_KIND, file);
      input.value = '';
      if ('problem' in opened) return say(words[opened.problem]);
      const { draft, dropped } = readDraft(opened.data);
      onDraft(draft);
      say(dropped > 0 ? fill(words.openedInPart, { n: dropped }) : words.opened);
    }
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
        <label class="tc-button publicity-open">
          {words.openFile}
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => void open(currentTarget)}
          />
        </label>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
