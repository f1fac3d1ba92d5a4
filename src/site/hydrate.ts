/**
 * Takes the place of the renderer that `@astrojs/preact` sends to browsers (`lean-client.ts`): that one also carries
 * slots, signals and ids for `useId`, none of which our widgets have.
 */
import { type ComponentType, h, hydrate } from 'preact';

export default (island: Element) =>
  (Widget: ComponentType, props: Record<string, unknown>): void => {
    hydrate(h(Widget, props), island);
  };
