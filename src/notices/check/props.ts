/** Finds attributes that a page gives to a component which knows no such one: they would be passed over in silence. */
import { readFile } from 'node:fs/promises';
import { nearest } from '../../shapes/index.ts';

/** What a component takes: by the name of each property, whether it has to be there. */
export type Props = Map<string, boolean>;

const IMPORT = /^import (\w+) from ['"]~\/(components\/[\w/-]+\.astro)['"];?$/gm;
const TAG = /<([A-Z]\w*)((?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*)>/g;

/**
 * The components that a page imports, each with its properties as its file declares them.
 *
 * @param source the folder `src`
 */
export async function componentsOf(text: string, source: URL): Promise<Map<string, Props>> {
  const components = new Map<string, Props>();
  for (const [, name = '', path = ''] of text.matchAll(IMPORT)) {
    const code = await readFile(new URL(path, source), 'utf8').catch(() => undefined);
    // That a component is not there is said by whoever loads the page.
    const props = code === undefined ? undefined : propsIn(code);
    if (props) components.set(name, props);
  }
  return components;
}

/** A component that uses none takes none; undefined where they are declared in a way that is not read here. */
export function propsIn(code: string): Props | undefined {
  const [found, declared = ''] = /^interface Props \{\n([\s\S]*?)^\}/m.exec(code) ?? [];
  if (found === undefined && code.includes('Astro.props')) return undefined;
  return new Map(
    [...declared.matchAll(/^ {2}(\w+)(\??):/gm)].map(([, name = '', optional]) => [
      name,
      optional === '',
    ]),
  );
}

/** @param text of a page, without what is code in it */
export function wrongProps(
  text: string,
  components: Map<string, Props>,
): { line: number; message: string }[] {
  return [...text.matchAll(TAG)].flatMap(({ 1: name = '', 2: attributes = '', index }) => {
    const props = components.get(name);
    if (!props) return [];
    const known = [...props.keys()];
    const given = [
      ...attributes.replace(/"[^"]*"|'[^']*'|\{[^{}]*\}/g, '""').matchAll(/[\w:-]+/g),
    ].map(([attribute]) => attribute);
    const line = text.slice(0, index).split('\n').length;
    const unknown = given.filter((attribute) => !props.has(attribute));
    const lacking = known.filter((prop) => props.get(prop) && !given.includes(prop));
    if (unknown.length === 0) {
      return lacking.map((prop) => ({ line, message: `<${name}> 少了 ${prop}="…"。` }));
    }
    return unknown.map((attribute) => {
      const meant = nearest(attribute, known) ?? (lacking.length === 1 ? lacking[0] : undefined);
      const cure = known.length === 0 ? '它什么都不用写。' : `可以写：${known.join('、')}。`;
      return {
        line,
        message: `<${name}> 没有“${attribute}”这一项。${meant ? `是不是 ${meant}？` : cure}`,
      };
    });
  });
}

/** What there is to name: by component and property, the values that may stand there. */
export type Values = Record<string, Record<string, string[]>>;

/** Finds values that name nothing, where the component itself could only say so without page or line. */
export function wrongValues(text: string, values: Values): { line: number; message: string }[] {
  return [...text.matchAll(TAG)].flatMap(({ 1: name = '', 2: attributes = '', index }) =>
    [...attributes.matchAll(/([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g)].flatMap(
      ([, attribute = '', double, single]) => {
        const known = values[name]?.[attribute];
        const value = double ?? single ?? '';
        if (!known || known.includes(value)) return [];
        const meant = nearest(value, known);
        return {
          line: text.slice(0, index).split('\n').length,
          message: `<${name} ${attribute}="${value}"> 没有“${value}”。${meant ? `是不是 ${meant}？` : `可以写：${known.join('、')}。`}`,
        };
      },
    ),
  );
}
