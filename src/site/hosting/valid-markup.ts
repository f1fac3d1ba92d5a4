/**
 * Mends what Starlight writes and HTML does not allow. Browsers make do with it; checkers then hide what is wrong in our
 * own markup among it.
 */
import { attribute, elementsOf } from './elements.ts';

/** The page without `aria-hidden` on scripts, which no reader of screens reads anyway. */
export function withValidMarkup(html: string): string {
  const places = [...elementsOf(html)]
    .filter((element) => element.tagName === 'script' && attribute(element, 'aria-hidden'))
    .flatMap(({ sourceCodeLocation }) => sourceCodeLocation?.attrs?.['aria-hidden'] ?? []);
  // From the end, so that what is before keeps its place; each with the space before it.
  return places.reduceRight(
    (text, { startOffset, endOffset }) => text.slice(0, startOffset - 1) + text.slice(endOffset),
    html,
  );
}
