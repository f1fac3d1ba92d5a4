/** Finds in a built style sheet what the oldest browsers leave out. */
import postcss, { type AtRule, type Declaration, type Node, type Rule } from 'postcss';
import { below, feature, lacking } from './compat.ts';
import type { Use } from './scripts.ts';

export function usesInStyles(css: string): Use[] {
  const found = new Map<string, string>();
  const note = (what: string, path: string) => {
    const since = lacking(feature(path));
    if (since) found.set(what, since);
  };
  postcss.parse(css).walk((node) => {
    if (isAskedFor(node)) return;
    if (node.type === 'atrule') lookAtRule(node, note);
    if (node.type === 'rule') lookRule(node, note);
    if (node.type === 'decl') lookDeclaration(node, note);
  });
  return [...found].map(([what, since]) => ({ what, since }));
}

type Note = (what: string, path: string) => void;

/** What stands in `@supports` reaches only browsers that have it. */
function isAskedFor({ parent }: Node): boolean {
  if (!parent) return false;
  const isSupports = parent.type === 'atrule' && (parent as AtRule).name === 'supports';
  return isSupports || isAskedFor(parent as Node);
}

function lookAtRule({ name, params }: AtRule, note: Note): void {
  note(`@${name}`, `css.at-rules.${name}`);
  if (name !== 'media') return;
  if (/[<>=]/.test(params)) note('a range in @media', 'css.at-rules.media.range_syntax');
  for (const [, media = ''] of params.matchAll(/\(([a-z-]+)/g)) {
    note(`@media (${media})`, `css.at-rules.media.${media}`);
  }
}

function lookRule(rule: Rule, note: Note): void {
  if (rule.parent?.type === 'rule' || rule.selector.includes('&')) {
    note('nested rules', 'css.selectors.nesting');
  }
  const plain = rule.selector.replace(/\[[^\]]*\]/g, '').replace(/\\./g, '');
  for (const [, colons = '', name = ''] of plain.matchAll(/(::?)([a-z][a-z-]*)/g)) {
    // One that is not known takes the others of its list along. Whether a rule may be missing depends on what it does.
    const isShared = rule.selectors.some((one) => !one.includes(`:${name}`));
    const where = isShared || name === 'has' ? ` in ${rule.selector}` : '';
    const what = `${colons}${name}${where}`;
    note(`the selector ${what}`, `css.selectors.${name}`);
  }
}

function lookDeclaration({ prop, value, parent }: Declaration, note: Note): void {
  if (prop.startsWith('-')) return;
  const isPrefixedToo = parent?.some(
    (other) => other.type === 'decl' && other.prop === `-webkit-${prop}`,
  );
  if (isPrefixedToo) return;
  note(prop, `css.properties.${prop}`);
  // An older value before it holds where this one is not understood.
  const hasOlder = parent?.some(
    (other) => other.type === 'decl' && other.prop === prop && other.value !== value,
  );
  if (hasOlder) return;
  const plain = value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '');
  for (const [, word = '', call] of plain.matchAll(/(?<![\w-])([a-z][a-z-]*)(\()?/g)) {
    if (call) noteFunction(word, note);
    else note(`${prop}: ${word}`, `css.properties.${prop}.${word}`);
  }
  if (/\d(d|s|l)v([hwib]|min|max)\b/.test(plain)) {
    note('units such as dvh', 'css.types.length.viewport_percentage_units_dynamic');
  }
  if (/\dcq/.test(plain))
    note('units such as cqi', 'css.types.length.container_query_length_units');
}

/** A function by its name, wherever among the kinds of values the data has it. */
function noteFunction(name: string, note: Note): void {
  kinds ??= ['css.types', ...Object.keys(below('css.types')).map((kind) => `css.types.${kind}`)];
  const kind = kinds.find((path) => feature(`${path}.${name}`));
  if (kind) note(`${name}()`, `${kind}.${name}`);
}
let kinds: string[] | undefined;
