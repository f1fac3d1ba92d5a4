/** Finds in a built script what the oldest browsers lack: syntax, globals, members by their names, selectors. */
import { parseSync } from 'vite';
import { below, feature, lacking } from './compat.ts';

/** What is used, as a person would write it, and the first versions of browsers that have it. */
export interface Use {
  what: string;
  since: string;
}

interface Node {
  type: string;
  [key: string]: unknown;
}

/** @throws where the script cannot be read at all */
export function usesIn(code: string): Use[] {
  const { program, errors } = parseSync('built.js', code);
  const [error] = errors;
  if (error) throw new Error(error.message);
  const found = new Map<string, string>();
  const note = (what: string, since: string) => {
    if (since) found.set(what, since);
  };
  visit(program as unknown as Node, note);
  return [...found].map(([what, since]) => ({ what, since }));
}

type Note = (what: string, since: string) => void;

function visit(node: Node, note: Note, parent?: Node): void {
  look(node, parent, note);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') visit(child, note, node);
    }
  }
}

function look(node: Node, parent: Node | undefined, note: Note): void {
  switch (node.type) {
    case 'Identifier':
      if (!isName(node, parent)) noteGlobal(node.name as string, note);
      break;
    case 'NewExpression': {
      const name = nameOf(node.callee);
      if (name) note(`new ${name}()`, lacking(feature(`api.${name}.${name}`)));
      noteRegExp(node, note);
      break;
    }
    case 'CallExpression':
      noteRegExp(node, note);
      break;
    case 'MemberExpression': {
      const name = node.computed ? textOf(node.property) : nameOf(node.property);
      // What is called only if it is there does no harm where it is not.
      const isGuarded =
        parent?.type === 'CallExpression' && parent.optional && parent.callee === node;
      if (name && !isGuarded) noteMember(nameOf(node.object), name, note);
      break;
    }
    case 'ObjectPattern':
      for (const property of node.properties as Node[]) {
        const name = nameOf(property.key);
        if (name && !property.computed) noteMember(undefined, name, note);
      }
      break;
    case 'Literal':
      if (node.regex) {
        const { pattern, flags } = node.regex as { pattern: string; flags: string };
        notePattern(pattern, flags, note);
      } else if (typeof node.value === 'string') noteSelectors(node.value, note);
      break;
    case 'TemplateElement':
      noteSelectors((node.value as { raw: string }).raw, note);
      break;
    default: {
      const syntax = SYNTAX[node.type]?.(node);
      if (syntax) note(syntax[0], lacking(feature(syntax[1])));
    }
  }
}

/** Syntax that a build for the floor may leave in, with what MDN calls it. */
const SYNTAX: Record<string, (node: Node) => [string, string] | undefined> = {
  StaticBlock: () => ['static {}', 'javascript.classes.static.initialization_blocks'],
  ImportExpression: ({ options }) =>
    options
      ? ['import() with options', 'javascript.operators.import.options_parameter']
      : undefined,
  ImportDeclaration: ({ attributes }) =>
    (attributes as Node[]).length > 0
      ? ['import with attributes', 'javascript.statements.import.import_attributes']
      : undefined,
  VariableDeclaration: ({ kind }) =>
    /using/.test(kind as string) ? [`${kind}`, 'javascript.statements.using'] : undefined,
};

/** A name that stands for nothing by itself: a property's, a label's, or one that is tested by `typeof`. */
function isName(node: Node, parent: Node | undefined): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (parent.type === 'UnaryExpression') return parent.operator === 'typeof';
  return 'key' in parent && parent.key === node && !parent.computed && !parent.shorthand;
}

const nameOf = (node: unknown): string | undefined =>
  (node as Node | undefined)?.type === 'Identifier' ? ((node as Node).name as string) : undefined;
const textOf = (node: unknown): string | undefined => {
  const { type, value } = node as Node;
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
};

function noteGlobal(name: string, note: Note): void {
  for (const path of [`javascript.builtins.${name}`, `api.${name}`]) {
    note(name, lacking(feature(path)));
  }
}

/** @param object the name of what it is a member of, where that is plain */
function noteMember(object: string | undefined, name: string, note: Note): void {
  const own =
    object &&
    [
      feature(`javascript.builtins.${object}.${name}`),
      feature(`api.${object}.${name}_static`),
    ].find(Boolean);
  if (own) note(`${object}.${name}`, lacking(own));
  else if (object === 'window' || object === 'globalThis' || object === 'self')
    noteGlobal(name, note);
  else {
    const member = members().get(name);
    if (member) note(member.what, member.since);
  }
}

let known: Map<string, Use> | undefined;
/**
 * Members that no object of a browser at the floor has, by their names: what a name is a member of cannot be told from
 * the code. Objects that are themselves too new are left out; whoever has one has named it.
 */
function members(): Map<string, Use> {
  if (known) return known;
  const groups = ['javascript.builtins', 'javascript.builtins.Intl', 'api', 'webassembly.api'];
  const everywhere = new Map<string, Use[]>();
  for (const group of groups) {
    for (const [parent, { __compat }] of Object.entries(below(group))) {
      if (lacking(__compat)) continue;
      for (const [name, member] of Object.entries(below(`${group}.${parent}`))) {
        if (name === parent || !member.__compat || isOfTheObjectAlone(parent, name)) continue;
        const uses = everywhere.get(name) ?? [];
        uses.push({ what: `.${name} (${parent})`, since: lacking(member.__compat) });
        everywhere.set(name, uses);
      }
    }
  }
  known = new Map();
  for (const [name, uses] of everywhere) {
    const [first] = uses;
    if (first && uses.every(({ since }) => since)) known.set(name, first);
  }
  return known;
}

/** Whether a member is only ever used through its object’s own name, as in `Object.groupBy`; and what is no member. */
function isOfTheObjectAlone(parent: string, name: string): boolean {
  if (/_(static|event|permission)$/.test(name) || parent === 'CSS') return true;
  const object = (globalThis as Record<string, unknown>)[parent];
  if (typeof object === 'object') return true;
  return (
    typeof object === 'function' &&
    Object.hasOwn(object, name) &&
    !(name in (object.prototype ?? {}))
  );
}

function noteRegExp(node: Node, note: Note): void {
  if (nameOf(node.callee) !== 'RegExp') return;
  const [pattern, flags] = node.arguments as Node[];
  notePattern(pattern ? textsIn(pattern) : '', (flags && textOf(flags)) ?? '', note);
}

/** What is written of a text that is put together: the rest is known only when it runs. */
function textsIn(node: Node): string {
  if (node.type === 'TemplateElement') return (node.value as { raw: string }).raw;
  if (node.type === 'TemplateLiteral') {
    return (node.quasis as Node[]).map(textsIn).join('');
  }
  return (
    textOf(node) ??
    (Object.values(node).flat() as Node[])
      .map((child) => (typeof child?.type === 'string' ? textsIn(child) : ''))
      .join('')
  );
}

function notePattern(pattern: string, flags: string, note: Note): void {
  const expressions = 'javascript.regular_expressions';
  const uses: [boolean, string, string][] = [
    [
      /\(\?<[=!]/.test(pattern),
      'lookbehind in a regular expression',
      `${expressions}.lookbehind_assertion`,
    ],
    [
      /\(\?[ims-]+:/.test(pattern),
      'a flag for part of a regular expression',
      `${expressions}.modifier`,
    ],
    [
      hasTwoOfAName(pattern),
      'two groups of one name in a regular expression',
      `${expressions}.named_capturing_group.duplicate_named_capturing_groups`,
    ],
    [
      flags.includes('v'),
      'the v flag of a regular expression',
      'javascript.builtins.RegExp.unicodeSets',
    ],
    [
      flags.includes('d'),
      'the d flag of a regular expression',
      'javascript.builtins.RegExp.hasIndices',
    ],
  ];
  for (const [isUsed, what, path] of uses) if (isUsed) note(what, lacking(feature(path)));
}

function hasTwoOfAName(pattern: string): boolean {
  const names = [...pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);
  return new Set(names).size < names.length;
}

let pseudos: Map<string, string> | undefined;
/** Selectors in strings: `querySelector` throws where it does not know one. */
function noteSelectors(text: string, note: Note): void {
  pseudos ??= new Map(
    Object.entries(below('css.selectors'))
      .map(([name, { __compat }]): [string, string] => [name, lacking(__compat)])
      .filter(([name, since]) => since && !name.startsWith('-')),
  );
  for (const [, name = ''] of text.matchAll(/:([a-z-]+)/g)) {
    const since = pseudos.get(name);
    if (since) note(`the selector :${name}`, since);
  }
}
