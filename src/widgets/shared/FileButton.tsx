import './file-button.css';

interface Props {
  label: string;
  /** What a browser offers first, as `accept` writes it. */
  accept: string;
  disabled?: boolean;
  /** Told once somebody is about to choose. */
  onNear?: (() => void) | undefined;
  onFile: (file: File) => void;
}

/** Chooses a file. A label, so that the whole of it is the target; the field itself stays reachable by the keyboard. */
export function FileButton({ label, accept, disabled = false, onNear, onFile }: Props) {
  return (
    <label class="tc-button tc-file">
      {label}
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        onFocus={onNear}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file once more is a choice as well: it may have been put right meanwhile.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
