/**
 * What a page may do, as a meta element in the page itself: it goes wherever the file goes, onto object storage or into
 * another server's folder. Astro's own `security.csp` does not see the inline scripts of Starlight, and lists every
 * script of the site on every page; here each page allows what stands in it and nothing else.
 */
import { createHash } from 'node:crypto';
import { attribute, type Element, elementsOf, textOf } from './elements.ts';

/** The page with its policy, right behind the charset, so that nothing is loaded before. */
export function withPolicy(html: string): string {
  const elements = [...elementsOf(html)];
  const charset = elements.find((element) => attribute(element, 'charset') !== undefined);
  const end = charset?.sourceCodeLocation?.endOffset;
  if (end === undefined) throw new Error('A page has no <meta charset> to put its policy behind.');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(elements)}"/>`;
  return html.slice(0, end) + meta + html.slice(end);
}

/** What a page holds of scripts and styles itself, as text. */
export function inlineIn(html: string): { scripts: string[]; styles: string[] } {
  const { scripts, styles } = inlineOf([...elementsOf(html)]);
  return { scripts: scripts.map(textOf), styles: styles.map(textOf) };
}

const inlineOf = (elements: Element[]) => ({
  scripts: elements.filter((element) => element.tagName === 'script' && runs(element)),
  styles: elements.filter(({ tagName }) => tagName === 'style'),
});

function policyOf(elements: Element[]): string {
  const { scripts, styles } = inlineOf(elements);
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes(scripts)].join(' '),
    "script-src-attr 'none'",
    ["style-src 'self'", ...hashes(styles)].join(' '),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** JSON-LD and other data in script elements is not run, and needs no permission. */
function runs(script: Element): boolean {
  if (attribute(script, 'src') !== undefined) return false;
  const type = attribute(script, 'type')?.trim().toLowerCase() || 'text/javascript';
  return /^(module|importmap|speculationrules|(text|application)\/(java|ecma)script)$/.test(type);
}

const hashes = (elements: Element[]): Set<string> =>
  new Set(
    elements.map((element) => {
      const digest = createHash('sha256').update(textOf(element)).digest('base64');
      return `'sha256-${digest}'`;
    }),
  );
