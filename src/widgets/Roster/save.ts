import type { TakeAway } from '../../roster/index.ts';

/** Long enough for a browser that asks where to put the file; it holds on to the data from then on. */
const UNTIL_SAVED = 40_000;

export function save({ name, type, bytes }: TakeAway): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), UNTIL_SAVED);
}
