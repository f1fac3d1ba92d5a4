/** Long enough for a browser that asks where to put the file; it holds on to the data from then on. */
const UNTIL_SAVED = 40_000;

/** Gives something to the person as a file, where the browser puts what is downloaded. */
export function saveFile(content: BlobPart, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), UNTIL_SAVED);
}
