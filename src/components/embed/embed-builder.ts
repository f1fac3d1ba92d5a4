/** The embed builder in the browser: what is chosen goes to the preview and into the lines to copy. */
import {
  AA,
  type Choice,
  contrast,
  defineElement,
  GROUNDS,
  legibleAccent,
  type Scheme,
  snippets,
  type Theme,
  type Widget,
  writeTheme,
} from '../../embed/index.ts';
import { UNKNOWN_SITE } from './embed-site.ts';

type Chosen = Omit<Choice, 'root' | 'pinned'>;

const NAMES: Record<Scheme, string> = { light: '浅色', dark: '深色' };

for (const builder of document.querySelectorAll<HTMLElement>('[data-embed-builder]'))
  start(builder);

function start(builder: HTMLElement): void {
  const { base = '/', root: published, path = '', integrity = '' } = builder.dataset;
  const form = find(builder, 'form') as HTMLFormElement;
  const here = new URL(base.replace(/\/?$/, '/'), location.href);
  // A build that does not know the site's address leaves it to the page to say where it is.
  const root = published?.startsWith(UNKNOWN_SITE) ? here.href : (published ?? here.href);
  for (const code of document.querySelectorAll('pre code')) {
    code.textContent = code.textContent.replaceAll(UNKNOWN_SITE, () => here.origin);
  }
  defineElement(here.href);

  const usual = new FormData(form);
  const show = () => {
    const chosen = new FormData(form);
    const of = (name: string) => String(chosen.get(name) ?? '');
    const changed = (name: string) => of(name) !== usual.get(name);
    const accent = changed('accent') ? of('accent') : undefined;
    const scheme = of('scheme') as Theme['scheme'];
    const theme = writeTheme({
      ...(accent && { accent }),
      ...(changed('radius') && { radius: Number(of('radius')) }),
      ...(changed('size') && { size: Number(of('size')) }),
      scheme,
    });
    const choice = {
      widget: of('widget') as Widget,
      year: of('year'),
      view: of('view'),
      postedOn: of('posted'),
      theme,
    };

    for (const name of ['radius', 'size'])
      find(form, `[data-shown=${name}]`).textContent = of(name);
    for (const part of form.querySelectorAll<HTMLElement>('[data-timed]'))
      part.hidden = choice.widget !== 'timeline';
    // A field that holds half a date, or one that does not exist, is empty to a script.
    const { validity } = find(form, '[name=posted]') as HTMLInputElement;
    find(form, '[data-posted]').textContent = validity.badInput
      ? '日期没有填完整，先不放进代码。'
      : '';
    find(builder, '[data-legibility]').replaceChildren(...legibility(accent, scheme));
    find(builder, '[data-room]').style.maxWidth = of('width') && `${of('width')}px`;
    preview(builder, choice);
    const lines = snippets({ ...choice, root, pinned: { path, integrity } });
    for (const [way, text] of Object.entries(lines)) {
      find(builder, `[data-lines=${way}]`).textContent = text;
    }
    for (const status of builder.querySelectorAll('[data-copied]')) status.textContent = '';
  };
  form.addEventListener('input', ({ target }) => {
    // What is dragged says its number at once; the preview waits until it is let go.
    const { name, value, type } = target as HTMLInputElement;
    if (type === 'range') find(form, `[data-shown=${name}]`).textContent = value;
  });
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of builder.querySelectorAll<HTMLElement>('[data-copy-lines]')) {
    button.addEventListener('click', () =>
      copy(builder, button.getAttribute('data-copy-lines') ?? ''),
    );
  }
  show();
  builder.toggleAttribute('data-started', true);
}

/** Shows the real element. */
function preview(builder: HTMLElement, { widget, year, view, postedOn, theme }: Chosen): void {
  const room = find(builder, '[data-room]');
  const trouble = find(builder, '[data-trouble]');
  const shown = room.querySelector('title-check');
  const element = shown ?? document.createElement('title-check');
  const attributes = { widget, notice: year, view, 'posted-on': postedOn, theme };
  for (const [name, value] of Object.entries(attributes)) {
    // What was not changed must not begin anew.
    if (value === (element.getAttribute(name) ?? '')) continue;
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
    trouble.textContent = '';
  }
  if (shown) return;
  element.addEventListener('error', () => {
    trouble.textContent =
      '预览没有打开，访客打不开时看到的就是上面这样。代码照样可以复制；要再看，请重新载入这一页。';
  });
  element.addEventListener('load', () => {
    trouble.textContent = '';
  });
  room.append(element);
}

/** What becomes of an accent in each scheme that may be shown, and why. */
function legibility(accent: string | undefined, scheme: Theme['scheme']): Node[] {
  if (!accent) return [];
  const schemes: Scheme[] = scheme === 'auto' ? ['light', 'dark'] : [scheme];
  return schemes.map((one) => {
    const shown = legibleAccent(accent, one).accent;
    const { paper, tints, onAccent } = GROUNDS[one];
    const least = Math.min(...[paper, onAccent, ...tints].map((other) => contrast(accent, other)));
    const line = document.createElement('span');
    const swatch = document.createElement('span');
    swatch.toggleAttribute('data-swatch', true);
    swatch.style.backgroundColor = shown;
    line.append(
      swatch,
      shown === accent
        ? `${NAMES[one]}：这个颜色看得清。`
        : `${NAMES[one]}：${accent} 看不清（对比度最低 ${least.toFixed(1)}，至少要 ${AA}），会调成 ${shown}。`,
    );
    return line;
  });
}

async function copy(builder: HTMLElement, way: string): Promise<void> {
  const code = find(builder, `[data-lines=${way}]`);
  const status = find(builder, `[data-copied=${way}]`);
  try {
    await navigator.clipboard.writeText(code.textContent);
    status.textContent = '已复制。';
  } catch {
    // Refused, or a browser without it: selected, it takes one key.
    getSelection()?.selectAllChildren(code);
    status.textContent = '没能自动复制。代码已选中，请按 Ctrl+C（苹果电脑按 Command+C）。';
  }
}

function find(within: Element, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The embed builder lacks ${selector}.`);
  return found;
}
