/** The choice of how large letters are: as usual, larger, or larger with less around them. */

const KEY = 'text-size';

export function offerSizes(): void {
  const selects = document.querySelectorAll<HTMLSelectElement>('[data-size-select] select');
  const { dataset } = document.documentElement;
  for (const select of selects) {
    // What is no choice of ours, whoever put it there, is the usual size.
    select.value = dataset.size ?? '';
    if (select.selectedIndex < 0) select.value = '';
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
