/** The search dialog: opening it, asking, showing what was found. */
import type { Found, SearchPart } from '../../../search/index.ts';
import { BASE, mustReload, type SiteIndex, siteIndex } from '../site-index.ts';

type Strings = Record<'found' | 'partly' | 'none' | 'searching' | 'error', string>;

const PAGES_AT_ONCE = 6;
/** As much as is searched for: of a longer paste no more is repeated. */
const LONGEST_SAID = 80;
/** What a key says that an input method has taken for itself; Safari ends composing before it tells of the key. */
const TAKEN = 229;

/** Without `#` and initial values of fields: for them the oldest browsers would get half as much code again. */
class SiteSearch extends HTMLElement {
  declare private readonly strings: Strings;
  declare private readonly dialog: HTMLDialogElement;
  declare private readonly input: HTMLInputElement;
  declare private readonly status: HTMLElement;
  declare private readonly list: HTMLElement;
  declare private readonly item: HTMLTemplateElement;
  declare private readonly none: HTMLElement;
  declare private readonly more: HTMLButtonElement;
  declare private readonly retry: HTMLButtonElement;
  declare private latest: string;

  constructor() {
    super();
    this.strings = JSON.parse(this.dataset.strings ?? '{}');
    this.dialog = this.find<HTMLDialogElement>('dialog');
    this.input = this.find<HTMLInputElement>('input');
    this.status = this.find('[role=status]');
    this.list = this.find('ol');
    this.item = this.find<HTMLTemplateElement>('template');
    this.none = this.find('.none');
    this.more = this.find<HTMLButtonElement>('.more');
    this.retry = this.find<HTMLButtonElement>('.retry');
    this.latest = '';
  }

  connectedCallback(): void {
    const open = this.find<HTMLButtonElement>('.open');
    open.addEventListener('click', () => this.open());
    open.disabled = false;
    if (/Mac|iPhone|iPad/.test(navigator.userAgent)) this.find('kbd').textContent = '⌘ K';

    this.find('.close').addEventListener('click', () => this.dialog.close());
    this.retry.addEventListener('click', () => (mustReload() ? location.reload() : this.search()));
    this.input.addEventListener('input', (event) => {
      // Half of a syllable is no word. What comes of it is asked about when it is there.
      if (!(event as InputEvent).isComposing) this.search();
    });
    this.input.addEventListener('compositionend', () => this.search());
    this.find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.openFirst();
    });
    this.dialog.addEventListener('click', ({ target }) => {
      // The dialog itself is hit only beside its content; a result may lead to another part of this page.
      if (target === this.dialog || (target as Element).closest('a')) this.dialog.close();
    });
    this.dialog.addEventListener('keydown', (event) => this.onKey(event));
    document.addEventListener('keydown', (event) => this.onShortcut(event));
    // For watch.ts, which tells of a search that has not got here.
    this.toggleAttribute('data-started', true);
  }

  private find<E extends HTMLElement>(selector: string): E {
    const element = this.querySelector<E>(selector);
    if (!element) throw new Error(`site-search lacks ${selector}`);
    return element;
  }

  private open(): void {
    this.dialog.showModal();
    this.input.focus();
    this.input.select();
    // Fetched while the first word is being typed. A failure is shown with that search.
    siteIndex(true).catch(() => {});
  }

  /** No single key, as on many sites: people who speak to their computer press such keys without meaning to. */
  private onShortcut(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    if (this.dialog.open) this.dialog.close();
    else this.open();
  }

  /** Up and down go through the field and the results. */
  private onKey(event: KeyboardEvent): void {
    const isTaken = event.isComposing || event.keyCode === TAKEN;
    // Of an input method's keys the arrows choose among its candidates, and Enter takes one.
    if (isTaken && event.key === 'Enter') event.preventDefault();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || isTaken) return;
    event.preventDefault();
    const stops = [this.input, ...this.list.querySelectorAll('a')];
    const from = stops.indexOf(document.activeElement as HTMLInputElement);
    stops.at((from + step) % stops.length)?.focus();
  }

  private async openFirst(): Promise<void> {
    await this.search();
    if (this.dialog.open) this.list.querySelector('a')?.click();
  }

  private async search(): Promise<void> {
    const term = this.input.value.trim();
    this.latest = term;
    this.retry.hidden = true;
    if (!term) return this.show('', []);

    this.status.textContent = fill(this.strings.searching, term);
    try {
      const index = await siteIndex();
      if (term !== this.latest) return;
      const { found, runs, isWhole } = index.search(term);
      const status = found.length === 0 ? 'none' : isWhole ? 'found' : 'partly';
      this.show(fill(this.strings[status], term, found.length), found, index, runs);
      this.none.hidden = found.length > 0;
    } catch {
      if (term !== this.latest) return;
      this.show(this.strings.error, []);
      this.retry.hidden = false;
    }
  }

  private show(status: string, found: Found[], index?: SiteIndex, runs: string[] = []): void {
    this.status.textContent = status;
    this.none.hidden = true;
    this.list.replaceChildren();
    const add = (rest: Found[]) => {
      const items = index
        ? rest.slice(0, PAGES_AT_ONCE).map((one) => this.row(one, index, runs))
        : [];
      this.list.append(...items);
      const later = rest.slice(PAGES_AT_ONCE);
      this.more.hidden = later.length === 0;
      this.more.onclick = () => add(later)[0]?.querySelector('a')?.focus();
      return items;
    };
    add(found);
  }

  /** One page: what of it answers best, and what else of it does. */
  private row({ page, parts }: Found, index: SiteIndex, runs: string[]): Element {
    const item = this.item.content.cloneNode(true) as DocumentFragment;
    const part = (selector: string) => item.querySelector<HTMLAnchorElement>(selector);
    const address = ([anchor]: SearchPart) => BASE + page.path + (anchor && `#${anchor}`);
    const [first, ...others] = parts as [SearchPart, ...SearchPart[]];
    const [anchor, heading] = first;
    const link = part('a');
    const set = (selector: string, text: string) => {
      const element = part(selector);
      if (element) element.textContent = text;
    };
    link?.setAttribute('href', address(first));
    // Of sections that are called alike each says first which page it is of.
    const isAlike = anchor !== '' && index.isRepeated(heading);
    set('.title', isAlike ? `${page.title}：${heading}` : anchor ? heading : page.title);
    set('.page', (anchor && !isAlike ? page.title : page.section) ?? '');
    const pieces = index.excerptOf(runs, first, page).map(({ text, marked }) => {
      if (!marked) return text;
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    });
    part('.excerpt')?.replaceChildren(...pieces);
    const more = part('.part');
    const called = new Set([heading]);
    for (const other of others) {
      // Two sections of a page that are called alike would be one line twice.
      if (called.has(other[1])) continue;
      called.add(other[1]);
      const one = more?.cloneNode() as HTMLAnchorElement | undefined;
      if (!one) continue;
      one.href = address(other);
      one.textContent = other[0] ? other[1] : page.title;
      more?.before(one);
    }
    more?.remove();
    return item.firstElementChild as Element;
  }
}

/** By functions: in a plain text put in place of another, `$&` and the like would mean something. */
const fill = (text: string, term: string, count = 0): string => {
  const letters = [...term];
  const said =
    letters.length > LONGEST_SAID ? `${letters.slice(0, LONGEST_SAID).join('')}……` : term;
  return text.replace('[COUNT]', String(count)).replace('[TERM]', () => said);
};

customElements.define('site-search', SiteSearch);
