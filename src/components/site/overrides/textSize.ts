/** The choice of how large letters are: as usual, larger, or larger with less around them. */

import { sizeOf } from '../../../widgets/shared/textSize.ts';

const KEY = 'text-size';

export function offerSizes(): void {
  const selects = document.querySelectorAll<HTMLSelectElement>('[data-size-select] select');
  const { dataset } = document.documentElement;
  for (const select of selects) {
    select.value = sizeOf(dataset.size);
    select.addEventListener('change', () => {
      dataset.size = select.value;
      for (const other of selects) other.value = select.value;
      keep(select.value);
    });
  }
}

/** Where storage is denied the choice holds for this page. */
function keep(size: string): void {
  try {
    if (size === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, size);
  } catch {}
}
