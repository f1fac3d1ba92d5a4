/** Copies what a button holds, and says so beside it; where that is refused, shows the text to be copied by hand. */
import { loadStyles } from './loadStyles.ts';

/** @param styles their address */
export async function copy(button: HTMLElement, styles: string): Promise<void> {
  const { copy: text = '' } = button.dataset;
  const said = placeBehind(button);
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = '已复制';
  } catch {
    await loadStyles(styles);
    const field = document.createElement('textarea');
    field.className = 'tc-copied-text';
    field.readOnly = true;
    field.rows = Math.min(6, Math.ceil(text.length / 20));
    field.value = text;
    field.setAttribute('aria-label', '要复制的文字');
    said.replaceChildren('没能自动复制，文字已经选中：按 Ctrl+C，手机上按住选中的字。', field);
    field.focus();
    // Some phones select nothing in a field that cannot be written in, unless they are told from where to where.
    field.setSelectionRange(0, text.length);
  }
}

/** Where it is said what came of it, read out as it changes. */
function placeBehind(button: HTMLElement): HTMLElement {
  const next = button.nextElementSibling;
  if (next instanceof HTMLElement && next.getAttribute('role') === 'status') return next;
  const place = document.createElement('span');
  place.setAttribute('role', 'status');
  place.className = 'tc-copied';
  button.after(place);
  return place;
}
