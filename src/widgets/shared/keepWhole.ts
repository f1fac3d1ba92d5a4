/**
 * Keeps on one line, in all that widgets draw, what is read as one (whole.ts), and the last characters of each text, so that
 * no paragraph ends on a line of one or two, as `src/site/keep-whole.ts` does in the pages around them. It looks at each
 * element as it is made, so that no sentence has to be marked where it is written. Whoever imports it has it on.
 */
import { type ComponentChildren, h, options, type VNode } from 'preact';
import { SHORT, WHOLE } from './whole.ts';

const RUNNING =
  /^(?:[abp]|blockquote|caption|d[dt]|em|h\d|label|legend|li|small|span|strong|summary|t[dh])$/;
const END = /(?:[^\s\p{P}][\s\p{P}]*){3}$/u;
const FIGURES = new RegExp(`(${WHOLE})`, 'u');
const EITHER = new RegExp(`(${WHOLE}|${END.source})`, 'u');
/** The end is looked for in so many characters: to try it at each one took most of the time. */
const LAST = 8;

// A page that is made beforehand is drawn without: the first look at it must not wait for this. While developing it is off:
// there another renderer takes pages over than the one that knows of it (src/site/hydrate.ts).
if ('document' in globalThis && !import.meta.env.DEV) options.vnode = keepWhole;

type Element = VNode<{ children?: ComponentChildren; class?: string }>;

export function keepWhole({ type, props }: Element): void {
  if (!RUNNING.test(type as string) || /^tc-(?:whole|button)/.test(props.class ?? '')) return;
  const { children } = props;
  props.children = Array.isArray(children) ? children.map(inParts) : inParts(children);
}

// All in one element: in a flex box each part would stand for itself.
const inParts = (text: ComponentChildren): ComponentChildren => {
  if (typeof text !== 'string' || text.length < SHORT) return text;
  let parts = /\d/.test(text) ? text.split(FIGURES) : [text];
  const rest = parts.pop() as string;
  const [end] = END.exec(rest.slice(-LAST)) ?? [];
  if (end) parts.push(rest.slice(0, -end.length), end);
  // It ends with a figure, or nearly: that may be the end, or a part of it.
  else parts = text.split(EITHER);
  return parts.length > 1
    ? h(
        'span',
        { class: 'tc-wholes' },
        parts.map((part, at) => (at % 2 ? h('span', { class: 'tc-whole' }, part) : part)),
      )
    : text;
};
