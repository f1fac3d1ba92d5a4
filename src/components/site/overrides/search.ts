/** The search dialog: opening it, asking Pagefind, showing what it found. */

/** What this dialog uses of Pagefind's API; see https://pagefind.app/docs/api/. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  /** `null` when a newer search has begun meanwhile. */
  debouncedSearch(term: string): Promise<{ results: { data(): Promise<Page> }[] } | null>;
}
interface Page {
  meta: { title: string; section?: string };
  /** One for each heading above a match; the page itself, without a heading, comes first. */
  sub_results: { title: string; url: string; excerpt: string }[];
}
type Strings = Record<'zero' | 'one' | 'many' | 'searching' | 'error', string>;

const PAGES_AT_ONCE = 6;
const PARTS_OF_A_PAGE = 3;

/** Without `#` and initial values of fields: for them the oldest browsers would get half as much code again. */
class SiteSearch extends HTMLElement {
  declare private readonly strings: Strings;
  declare private readonly dialog: HTMLDialogElement;
  declare private readonly input: HTMLInputElement;
  declare private readonly status: HTMLElement;
  declare private readonly list: HTMLElement;
  declare private readonly item: HTMLTemplateElement;
  declare private readonly more: HTMLButtonElement;
  declare private readonly retry: HTMLButtonElement;
  declare private pagefind: Promise<Pagefind> | undefined;
  declare private failed: number;
  declare private latest: string;

  constructor() {
    super();
    this.strings = JSON.parse(this.dataset.strings ?? '{}');
    this.dialog = this.find<HTMLDialogElement>('dialog');
    this.input = this.find<HTMLInputElement>('input');
    this.status = this.find('[role=status]');
    this.list = this.find('ol');
    this.item = this.find<HTMLTemplateElement>('template');
    this.more = this.find<HTMLButtonElement>('.more');
    this.retry = this.find<HTMLButtonElement>('.retry');
    this.failed = 0;
    this.latest = '';
  }

  connectedCallback(): void {
    const open = this.find<HTMLButtonElement>('.open');
    open.addEventListener('click', () => this.open());
    open.disabled = false;
    if (/Mac|iPhone|iPad/.test(navigator.userAgent)) this.find('kbd').textContent = '⌘ K';

    this.find('.close').addEventListener('click', () => this.dialog.close());
    this.retry.addEventListener('click', () => this.search());
    this.input.addEventListener('input', () => this.search());
    this.find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.list.querySelector('a')?.focus();
    });
    this.dialog.addEventListener('click', ({ target }) => {
      // The dialog itself is hit only beside its content; a result may lead to another part of this page.
      if (target === this.dialog || (target as Element).closest('a')) this.dialog.close();
    });
    this.dialog.addEventListener('keydown', (event) => this.moveFocus(event));
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
    this.load().catch(() => {});
  }

  /** No single key, as on many sites: people who speak to their computer press such keys without meaning to. */
  private onShortcut(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    if (this.dialog.open) this.dialog.close();
    else this.open();
  }

  /** Up and down go through the field and the results. */
  private moveFocus(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // While an input method is composing, the arrows choose among its candidates.
    if (!step || event.isComposing) return;
    event.preventDefault();
    const stops = [this.input, ...this.list.querySelectorAll('a')];
    const from = stops.indexOf(document.activeElement as HTMLInputElement);
    stops.at((from + step) % stops.length)?.focus();
  }

  private load(): Promise<Pagefind> {
    this.pagefind ??= importPagefind(this.failed).catch((error) => {
      this.pagefind = undefined;
      this.failed += 1;
      throw error;
    });
    return this.pagefind;
  }

  private async search(): Promise<void> {
    const term = this.input.value.trim();
    this.latest = term;
    this.retry.hidden = true;
    if (!term) return this.show('', []);

    this.status.textContent = fill(this.strings.searching, term);
    try {
      const found = await (await this.load()).debouncedSearch(term);
      if (!found || term !== this.latest) return;
      const { results } = found;
      const { zero, one, many } = this.strings;
      const message = [zero, one][results.length] ?? many;
      await this.show(fill(message, term, results.length), results);
    } catch {
      if (term !== this.latest) return;
      await this.show(this.strings.error, []);
      this.retry.hidden = false;
    }
  }

  private async show(status: string, results: { data(): Promise<Page> }[]): Promise<void> {
    const term = this.latest;
    const items = await this.items(results.slice(0, PAGES_AT_ONCE));
    if (term !== this.latest) return;
    this.status.textContent = status;
    this.list.replaceChildren(...items);
    this.offerMore(results.slice(PAGES_AT_ONCE));
  }

  private offerMore(rest: { data(): Promise<Page> }[]): void {
    this.more.hidden = rest.length === 0;
    this.more.onclick = async () => {
      const items = await this.items(rest.slice(0, PAGES_AT_ONCE));
      this.list.append(...items);
      items[0]?.querySelector('a')?.focus();
      this.offerMore(rest.slice(PAGES_AT_ONCE));
    };
  }

  private async items(results: { data(): Promise<Page> }[]): Promise<Element[]> {
    const pages = await Promise.all(results.map((result) => result.data()));
    return pages.flatMap(({ meta, sub_results: parts }) =>
      parts.slice(0, PARTS_OF_A_PAGE).map(({ title, url, excerpt }) => {
        const item = this.item.content.cloneNode(true) as DocumentFragment;
        const set = (part: string, key: 'textContent' | 'innerHTML', value: string) => {
          const element = item.querySelector(part);
          if (element) element[key] = value;
        };
        // Starlight gives the title of a page the anchor #_top; the page's own address is nicer to share.
        item.querySelector('a')?.setAttribute('href', url.replace(/#_top$/, ''));
        set('.title', 'textContent', title);
        set('.page', 'textContent', title === meta.title ? (meta.section ?? '') : meta.title);
        // Pagefind has escaped the page's text: the only elements in an excerpt are its own <mark>s.
        set('.excerpt', 'innerHTML', tidy(excerpt, title));
        return item.firstElementChild as Element;
      }),
    );
  }
}

/** @param failed how often it has failed: browsers remember a module that did not arrive, and ask no second time */
async function importPagefind(failed: number): Promise<Pagefind> {
  const base = import.meta.env.BASE_URL;
  const again = failed ? `?again=${failed}` : '';
  // Pagefind writes its files after the build, so the bundler must leave the address alone.
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js${again}`);
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

/** An excerpt may begin with the heading, which is shown already, or with the end of a sentence. */
const tidy = (excerpt: string, title: string): string =>
  excerpt.replace(`${title}. `, '').replace(/^[，。、；：？）]\s*/, '');

/** By functions: in a plain text put in place of another, `$&` and the like would mean something. */
const fill = (text: string, term: string, count = 0): string =>
  text.replace('[COUNT]', String(count)).replace('[SEARCH_TERM]', () => term);

customElements.define('site-search', SiteSearch);
