/**
 * The host's side: the element `<title-check>`. All of it ends up in every host page, so it imports the protocol and the
 * list of widgets alone, and a test holds its size.
 */
import { heightIn, hostGreeting, isGreeting } from './protocol.ts';
import { EMBEDDED, placeOf, usualHeight } from './widgets.ts';

/**
 * What the frame may do. Without `allow-same-origin` the widgets do not start; without `allow-forms` a browser that
 * keeps to the standard fires no submit event, although no form is ever sent.
 */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
export const PERMISSIONS = 'clipboard-write; web-share';

const TAG = 'title-check';

/** How long a frame that has loaded, or one that is in sight, may stay silent before it counts as blocked. */
const LOADED = 2000;
const IN_SIGHT = 20_000;

/**
 * Defines `<title-check widget="self-check|timeline|roster" notice="2026" view="…" posted-on="…" theme="…">`. Without a known
 * widget it is the self-check, without a year the current notice; the theme is for the frame to understand.
 *
 * The frame stands in a shadow root, where the host's style sheets do not reach it. Until it has spoken, a note stands
 * in its place, with a link to the full page: the element's own content if it has any. What is blocked, by a policy or
 * by the network, loads like anything else as far as a page can see; it is told by its silence.
 *
 * @param root the site's root, with a slash at its end
 *
 * @example defineElement('https://example.com/')
 */
export function defineElement(root: string): void {
  const { origin } = new URL(root);
  // A sandbox without an origin hands that on to the frame. Pages on a disk have none either, but their frames do.
  const isOpaque = self.origin === 'null';

  class TitleCheck extends HTMLElement {
    declare frame: HTMLIFrameElement | undefined;
    declare note: HTMLElement;
    /** Whether the document in the frame has said nothing yet. */
    declare silent: boolean;
    /** Whether it has greeted since the frame's last load event, which follows. */
    declare greeted: boolean;
    /** Whether the frame has told a height. */
    declare told: boolean;

    static get observedAttributes() {
      return ['widget', 'notice', 'view', 'posted-on', 'theme'];
    }

    connectedCallback() {
      addEventListener('message', this);
      this.make();
    }
    /** `moveBefore` calls this in place of the two others, and the frame stays as it is. */
    connectedMoveCallback() {}
    disconnectedCallback() {
      removeEventListener('message', this);
      this.frame = undefined;
    }
    attributeChangedCallback(name: string) {
      if (!this.frame) return;
      if (name !== 'theme') this.make();
      // A frame that has not spoken yet gets the theme when it does.
      else if (!this.silent) this.greet();
    }

    /** Makes a new frame for each change: leading the old one elsewhere would add to the tab's history. */
    make() {
      const { widget, path, page, fragment } = placeOf({
        widget: this.getAttribute('widget'),
        notice: this.getAttribute('notice'),
        view: this.getAttribute('view'),
        postedOn: this.getAttribute('posted-on'),
      });
      const theme = this.getAttribute('theme');

      const frame = document.createElement('iframe');
      frame.title = EMBEDDED[widget].name;
      frame.loading = 'lazy';
      frame.setAttribute('sandbox', SANDBOX);
      frame.allow = PERMISSIONS;
      // As wide as there is room for, also in a parent that asks its content how wide to be.
      frame.style.cssText = 'display:block;width:100vw;max-width:100%;border:0;visibility:hidden';
      frame.src = `${root}embed/${path}${theme ? `?theme=${encodeURIComponent(theme)}` : ''}${fragment}`;
      frame.onload = () => {
        if (this.greeted) this.greeted = false;
        else {
          // A page from before this script, out of a cache, waits for the host.
          this.silent = true;
          this.greet();
          giveUpAfter(LOADED);
        }
      };
      const giveUpAfter = (time: number) =>
        setTimeout(() => {
          if (this.silent && this.frame === frame) this.giveUp();
        }, time);
      this.frame = frame;
      this.silent = true;
      this.greeted = this.told = false;

      const link = document.createElement('a');
      link.href = root + page + fragment;
      link.textContent = EMBEDDED[widget].name;
      const slot = document.createElement('slot');
      slot.append(link);
      const note = document.createElement('div');
      note.setAttribute('role', 'status');
      note.append('正在打开。', slot);
      note.style.cssText = 'position:absolute';
      this.note = note;

      const box = document.createElement('div');
      box.style.cssText = 'position:relative';
      box.append(note, frame);
      const shadow = this.shadowRoot || this.attachShadow({ mode: 'open' });
      shadow.textContent = '';
      shadow.append(box);
      try {
        // A constructed sheet, because a style element falls to a strict policy. Browsers without it show the element
        // inline, which with a block inside looks the same.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(':host{display:block}:host([hidden]){display:none}');
        shadow.adoptedStyleSheets = [sheet];
      } catch {}
      frame.style.height = `${usualHeight(widget, frame.clientWidth || innerWidth)}px`;

      new IntersectionObserver(([entry], observer) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        giveUpAfter(IN_SIGHT);
      }).observe(this);
    }

    greet() {
      this.frame?.contentWindow?.postMessage(
        hostGreeting(this.getAttribute('theme') || ''),
        isOpaque ? '*' : origin,
      );
    }

    handleEvent({ source, origin: sender, data }: MessageEvent) {
      const { frame, note } = this;
      const isOurs = sender === origin || (isOpaque && sender === 'null');
      if (!frame || source !== frame.contentWindow || !isOurs || !isGreeting(data)) return;
      const height = heightIn(data);
      this.silent = false;
      note.style.display = 'none';
      frame.style.visibility = '';
      if (!height) {
        this.greeted = true;
        this.greet();
        return;
      }
      frame.style.height = `${height}px`;
      // The host's own reserve, which the lines to copy hold.
      this.style.minHeight = '0';
      if (!this.told) this.tell('load');
      this.told = true;
      this.tell('resize', { height });
    }

    giveUp() {
      const { frame, note } = this;
      if (!frame) return;
      (note.firstChild as Text).data = '这里打不开，请到完整页面：';
      note.style.cssText = 'border:1px solid;padding:1em';
      frame.style.visibility = 'hidden';
      frame.style.height = this.style.minHeight = '0';
      this.tell('error');
    }

    /** Without bubbling, because a host listens to its window's own load, error and resize. */
    tell(type: string, detail?: { height: number }) {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }
  }

  // A page may hold the script twice; browsers without custom elements keep the link.
  if (window.customElements && !customElements.get(TAG)) customElements.define(TAG, TitleCheck);
}

/** A script's address, and in it the root: both names, embed.js and embed/v1.….js, stand right below that. */
const SCRIPT = /\w+:\/\/[^\s"']*?\/(?=embed(\/v1\.\w+)?\.js)/;

/**
 * The root of the site that the running script came from; undefined where the script was merged into another. A module
 * is no current script, and only a module may ask for its own address; but an error names the file that it arose in.
 *
 * @example rootOfScript()
 */
export function rootOfScript(): string | undefined {
  const script = document.currentScript as HTMLScriptElement | null;
  const address = script ? script.src : new Error().stack;
  return SCRIPT.exec(address || '')?.[0];
}
