/**
 * The host's side: the element `<title-check>`. All of it ends up in every host page, so it imports the protocol alone,
 * and a test holds its size.
 */
import { greeting, heightIn } from './protocol.ts';

/**
 * What the frame may do. Without `allow-same-origin` the widgets do not start; without `allow-forms` a browser that
 * keeps to the standard fires no submit event, although no form is ever sent.
 */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
export const PERMISSIONS = 'clipboard-write; web-share';

/** The widgets, each with the name that a screen reader announces and that the link to its full page bears. */
export const WIDGETS = { 'self-check': '工程师职称申报自查', timeline: '工程师职称申报时间' };
export type Widget = keyof typeof WIDGETS;

const TAG = 'title-check';

/**
 * Defines `<title-check widget="self-check|timeline" notice="2026" theme="…">`. Without a known widget it is the
 * self-check, without a year the current notice; the theme is for the frame to understand.
 *
 * The frame stands in a shadow root, where the host's style sheets do not reach it. Beside it stands a link to the full
 * page, the element's own content if it has any, until the frame has told its height: a frame that a policy or a network
 * blocks leaves that way.
 *
 * @param script address of the script that calls it, from which the site's root is taken
 */
export function defineElement(script: string): void {
  // Both names of the script lead to the root: embed.js and embed/v1.….js.
  const root = script.replace(/embed(\/v[^/]*)?\.js([?#].*)?$/, '');
  const { origin } = new URL(root);

  class TitleCheck extends HTMLElement {
    declare frame?: HTMLIFrameElement;
    declare link: HTMLSlotElement;

    static get observedAttributes() {
      return ['widget', 'notice', 'theme'];
    }

    connectedCallback() {
      addEventListener('message', this);
      this.make();
    }
    disconnectedCallback() {
      removeEventListener('message', this);
    }
    attributeChangedCallback() {
      if (this.frame) this.make();
    }

    /** Makes a new frame for each change: leading the old one elsewhere would add to the tab's history. */
    make() {
      const widget = this.getAttribute('widget') === 'timeline' ? 'timeline' : 'self-check';
      const [year] = /^\d{4}$/.exec(this.getAttribute('notice') || '') || [];
      const theme = this.getAttribute('theme');
      const path = `${year ? `${year}/` : ''}${widget}/`;

      const frame = document.createElement('iframe');
      frame.title = WIDGETS[widget];
      frame.loading = 'lazy';
      frame.setAttribute('sandbox', SANDBOX);
      frame.allow = PERMISSIONS;
      frame.style.cssText = 'display:block;width:100%;border:0';
      frame.src = `${root}embed/${path}${theme ? `?theme=${encodeURIComponent(theme)}` : ''}`;
      frame.onload = () => frame.contentWindow?.postMessage(greeting(), origin);
      this.frame = frame;

      const link = document.createElement('a');
      link.href = root + path;
      link.textContent = WIDGETS[widget];
      this.link = document.createElement('slot');
      this.link.append(link);

      const shadow = this.shadowRoot || this.attachShadow({ mode: 'open' });
      shadow.textContent = '';
      shadow.append(this.link, frame);
      try {
        // A constructed sheet, because a style element falls to a strict policy. Browsers without it show the element
        // inline, which with a block inside looks the same.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(':host{display:block}:host([hidden]){display:none}');
        shadow.adoptedStyleSheets = [sheet];
      } catch {}
    }

    handleEvent({ source, origin: sender, data }: MessageEvent) {
      const { frame } = this;
      if (!frame || source !== frame.contentWindow || sender !== origin) return;
      const height = heightIn(data);
      if (!height) return;
      frame.style.height = `${height}px`;
      this.link.style.display = 'none';
    }
  }

  // A page may hold the script twice; browsers without custom elements keep the link.
  if (window.customElements && !customElements.get(TAG)) customElements.define(TAG, TitleCheck);
}
