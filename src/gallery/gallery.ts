/** Shows the example that the address names in a frame, as wide and in the colours that are chosen. */
import { nameFor } from './day.ts';
import type { Example } from './example.ts';
import { play } from './play.ts';

const form = document.querySelector('form') as HTMLFormElement;
const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-example]')];
const stage = document.querySelector('.stage') as HTMLElement;
const status = document.querySelector('[role=status]') as HTMLElement;

const chosen = () => links.find(({ hash }) => hash === location.hash) ?? links[0];

function show(): void {
  const link = chosen();
  if (!link) return;
  const example: Example = JSON.parse(link.dataset.example ?? '');
  const { width, scheme } = Object.fromEntries(new FormData(form)) as Record<string, string>;
  for (const one of links) one.ariaCurrent = one === link ? 'true' : null;
  link.scrollIntoView({ block: 'nearest' });
  document.documentElement.dataset.theme = scheme;
  say('busy', '正在打开……');

  keepOnly({ 'starlight-theme': scheme ?? '' });

  // A frame of its own for each: in one and the same, what was done before would count for more than the link.
  const frame = document.createElement('iframe');
  frame.title = example.name;
  frame.width = width ?? '';
  frame.name = nameFor(example.today);
  frame.src = example.path;
  frame.addEventListener('load', async () => {
    const page = frame.contentDocument;
    if (!page) return;
    page.head.append(Object.assign(page.createElement('style'), { textContent: HIDDEN }));
    const problem = await play(example, page).catch((error: Error) => error.message);
    // Somebody went on meanwhile.
    if (!frame.isConnected) return;
    // Not into view, which would move what stands around the frame as well.
    const { top = 0 } = page.querySelector('.tc-widget')?.getBoundingClientRect() ?? {};
    frame.contentWindow?.scrollBy(0, top - HEADER);
    keepOnly(own);
    if (problem) say('failed', `${example.name}：${problem}`);
    else say('ready', `${example.name}（${example.today}）`);
  });
  stage.replaceChildren(frame);
}

/** The page's own, which stays in front of it, in pixels. */
const HEADER = 72;
const HIDDEN = 'astro-dev-toolbar { display: none; }';

/** What was kept on this device before: the frames use the same storage, and it comes back after each. */
const own = { ...localStorage };

function keepOnly(values: Record<string, string>): void {
  localStorage.clear();
  for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
}

function say(state: 'busy' | 'ready' | 'failed', text: string): void {
  status.dataset.state = state;
  status.textContent = text;
}

function step(by: number): void {
  const at = links.indexOf(chosen() as HTMLAnchorElement);
  const next = links[(at + by + links.length) % links.length];
  if (next) location.hash = next.hash;
}

form.addEventListener('change', show);
form.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  step(target.name === 'before' ? -1 : 1);
});
addEventListener('hashchange', show);
show();
