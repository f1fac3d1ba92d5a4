/**
 * Takes the place of the renderer that `@astrojs/preact` sends to browsers (`lean-client.ts`): that one also carries
 * slots, signals and ids for `useId`, none of which our widgets have.
 */
import { type ComponentType, h, hydrate, options } from 'preact';

export default (island: Element) =>
  (Widget: ComponentType, props: Record<string, unknown>): void => {
    // What the server drew is without what keeps lines whole (keepWhole.ts), and an element that is not expected would be
    // taken for the next one of its kind.
    const { vnode } = options;
    delete options.vnode;
    hydrate(h(Widget, props), island);
    if (vnode) options.vnode = vnode;
  };
