import words from 'virtual:words/rosterPage/page';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportKind, RosterFile } from '../../roster/index.ts';
import { FileButton } from '../shared/FileButton.tsx';

interface Props {
  /** Whether its buttons do anything yet: in the server's HTML they do not. */
  ready: boolean;
  /** Told once somebody is about to give a roster. */
  onNear: () => void;
  onOpen: (roster: RosterFile) => void;
  onSample: () => void;
  onTemplate: (kind: ExportKind) => void;
}

/** The three ways in, and templates. */
export function Opening({ ready, onNear, onOpen, onSample, onTemplate }: Props) {
  const text = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const [isOver, setOver] = useState(false);

  const openFile = async (file: File | undefined) => {
    if (!file) return;
    onOpen({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  const openPasted = () => {
    const pasted = text.current?.value ?? '';
    setEmpty(pasted.trim() === '');
    if (pasted.trim() === '') text.current?.focus();
    else onOpen({ text: pasted });
  };
  const latest = useRef(openFile);
  latest.current = openFile;
  // On the whole page: a file that is dropped beside the place would be opened by the browser, and the roster be gone.
  useEffect(() => {
    const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      void latest.current(event.dataTransfer?.files[0]);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return (
    <div class={`roster-opening tc-stack ${isOver ? 'roster-over' : ''}`}>
      {/* No form: a frame without `allow-forms` submits none. */}
      <div>
        <label for="roster-text">
          <b>{words.paste}</b>
        </label>
        <p class="tc-quiet" id="roster-hint">
          {words.pasteHint}
        </p>
        <textarea
          id="roster-text"
          class="roster-paste"
          ref={text}
          rows={4}
          disabled={!ready}
          spellcheck={false}
          autocomplete="off"
          aria-describedby={isEmpty ? 'roster-hint roster-empty' : 'roster-hint'}
          aria-invalid={isEmpty}
          onFocus={onNear}
        />
        {isEmpty && (
          <p class="tc-error" id="roster-empty">
            {words.pasteEmpty}
          </p>
        )}
        <div class="tc-buttons">
          <button
            type="button"
            class="tc-button tc-button-primary roster-go-paste"
            disabled={!ready}
            onClick={openPasted}
          >
            {words.pasteGo}
          </button>
        </div>
      </div>
      <div class="roster-ways">
        <p>
          <FileButton
            label={isOver ? words.release : words.file}
            accept=".xlsx,.csv,.tsv,.txt,.xls,text/csv"
            disabled={!ready}
            onNear={onNear}
            onFile={(file) => void openFile(file)}
          />
          <span class="tc-quiet">{words.fileHint}</span>
        </p>
        <p>
          <button type="button" class="tc-button" disabled={!ready} onClick={onSample}>
            {words.sample}
          </button>
          <span class="tc-quiet">{words.sampleHint}</span>
        </p>
      </div>
      <p class="tc-quiet">
        {words.template}
        {(['xlsx', 'csv'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            class="tc-button tc-button-link"
            disabled={!ready}
            onClick={() => onTemplate(kind)}
          >
            {words[kind]}
          </button>
        ))}
      </p>
    </div>
  );
}
