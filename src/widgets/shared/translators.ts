/**
 * Browsers' translators put their words into the page in <font> elements and take the text out that Preact knows. What
 * Preact then changes is no longer in the page: a verdict stays as it was, and elements are put before something that is
 * gone. So the text goes back before each change, and the translation after it where the text is still the same.
 */
import { options, type RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

interface Swap {
  text: Text;
  words: string;
  font: ChildNode;
}

interface Watch {
  /** Puts the text back, from the last thing done to the first. */
  restore: () => Swap[];
  /** Puts the translation back. What Preact has done meanwhile is not to be undone. */
  translate: (swaps: Swap[]) => void;
  stop: () => void;
}

function watchOn(root: Node): Watch {
  /** What others did to the widget since it last changed. */
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((records) => seen.push(...records));
  observer.observe(root, { childList: true, subtree: true });
  return {
    restore() {
      const swaps: Swap[] = [];
      const records = seen.splice(0).concat(observer.takeRecords());
      for (const {
        target,
        addedNodes,
        removedNodes,
        previousSibling,
        nextSibling,
      } of records.reverse()) {
        const [added, removed] = [[...addedNodes], [...removedNodes]];
        // What other programs add, such as a password's button, is theirs.
        if (!added.concat(removed).some((node) => isText(node) || isFont(node))) continue;
        for (const node of added) if (node.parentNode === target) target.removeChild(node);
        const before = [nextSibling, previousSibling?.nextSibling].find(
          (node) => node?.parentNode === target,
        );
        const font = [...added, previousSibling, nextSibling].find(isFont);
        for (const node of removed) {
          target.insertBefore(node, before ?? null);
          if (isText(node) && font) swaps.push({ text: node, words: node.data, font });
        }
      }
      return swaps;
    },
    translate(swaps) {
      observer.takeRecords();
      for (const { text, words, font } of swaps)
        if (text.parentNode && text.data === words && font.textContent) text.replaceWith(font);
    },
    stop: () => observer.disconnect(),
  };
}

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isFont = (node: Node | null | undefined): node is ChildNode => node?.nodeName === 'FONT';

const watches = new Set<Watch>();

// From the beginning: what is drawn unseen would be taken for a translator's doing, and undone with the next change.
if ('document' in globalThis) install();

function install(): void {
  const later = options.debounceRendering ?? queueMicrotask;
  options.debounceRendering = (render) =>
    later(() => {
      const restored = new Map([...watches].map((watch) => [watch, watch.restore()]));
      render();
      // Drawing again runs the effects that no frame has run yet: a watch that begins there has seen this one's changes.
      for (const watch of watches) watch.translate(restored.get(watch) ?? []);
    });
}

/** Keeps a widget right while a translator works on it. */
export function useTranslators(root: RefObject<Element>): void {
  useEffect(() => {
    if (!root.current) return;
    const watch = watchOn(root.current);
    watches.add(watch);
    return () => {
      watch.stop();
      watches.delete(watch);
    };
  }, [root]);
}
