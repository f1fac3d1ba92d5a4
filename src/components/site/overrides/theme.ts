/** The choice of colours: the system's, light or dark. */

const KEY = 'starlight-theme';
const SYSTEM = matchMedia('(prefers-color-scheme: dark)');

type Theme = 'auto' | 'light' | 'dark';

export function offerThemes(): void {
  const selects = [...document.querySelectorAll<HTMLSelectElement>('[data-theme-select] select')];
  let chosen = kept();
  const show = () => {
    const isDark = chosen === 'dark' || (chosen === 'auto' && SYSTEM.matches);
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    for (const select of selects) select.value = chosen;
  };
  show();
  SYSTEM.addEventListener('change', show);
  for (const select of selects) {
    select.addEventListener('change', () => {
      chosen = themeOf(select.value);
      show();
      keep(chosen);
    });
  }
}

const themeOf = (text: string | null): Theme =>
  text === 'light' || text === 'dark' ? text : 'auto';

/** What was chosen here before. Where storage is denied, nothing was. */
function kept(): Theme {
  try {
    return themeOf(localStorage.getItem(KEY));
  } catch {
    return 'auto';
  }
}

/** Where storage is denied the choice holds for this page. */
function keep(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {}
}
