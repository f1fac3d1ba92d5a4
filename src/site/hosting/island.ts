/**
 * Starts a page's widgets. It stands in the page behind them (islands.ts) and takes the place of Astro's own script,
 * which is four times as long: that one also knows islands that wait, slots, and properties that JSON cannot hold.
 * What it tells is Astro's: the attribute `ssr` until the widget runs, then `astro:hydrate`, or `astro:hydration-error`.
 */
customElements.define(
  'astro-island',
  class extends HTMLElement {
    async connectedCallback(): Promise<void> {
      const addressOf = (part: string) => this.getAttribute(`${part}-url`) ?? '';
      const componentUrl = addressOf('component');
      try {
        const [{ default: Widget }, { default: hydrate }] = await Promise.all([
          import(/* @vite-ignore */ componentUrl),
          import(/* @vite-ignore */ addressOf('renderer')),
        ]);
        // Taken out of the page meanwhile, or running since it was put in at another place.
        if (!this.isConnected || !this.hasAttribute('ssr')) return;
        hydrate(this)(Widget, JSON.parse(this.getAttribute('props') ?? '{}'));
        this.removeAttribute('ssr');
        this.dispatchEvent(new CustomEvent('astro:hydrate'));
      } catch (error) {
        const told = new CustomEvent('astro:hydration-error', {
          bubbles: true,
          cancelable: true,
          detail: { error, componentUrl },
        });
        if (this.dispatchEvent(told)) console.error(error);
      }
    }
  },
);
