/** Prints named JSON Schemas as TypeScript, so that code that must do without zod has the same types. */
import type { JsonSchema } from './json.ts';

const WIDTH = 100;

export function printTypes(schemas: Record<string, JsonSchema>): string {
  const docOf = ({ $ref, doc }: JsonSchema, indent: string): string =>
    // What a reference says may only repeat what is said where it leads.
    doc === undefined || ($ref && schemas[nameOf($ref)]?.doc === doc)
      ? ''
      : `${indent}/** ${doc} */\n`;

  function typeOf(schema: JsonSchema, indent: string): string {
    const { $ref, properties, prefixItems, items, additionalProperties, propertyNames } = schema;
    if ($ref !== undefined) return nameOf($ref);
    const either = schema.anyOf ?? schema.oneOf;
    if (either) return eitherOf(either.map((one) => typeOf(one, indent)));
    if (schema.const !== undefined) return quoted(schema.const);
    if (schema.enum) return eitherOf(schema.enum.map(quoted));
    if (properties) {
      const inner = `${indent}  `;
      const lines = Object.entries(properties).map(([key, part]) => {
        const type = typeOf(part, inner);
        const written = schema.required?.includes(key)
          ? `${key}: ${type}`
          : `${key}?: ${type} | undefined`;
        return `${docOf(part, inner)}${inner}${written};\n`;
      });
      return `{\n${lines.join('')}${indent}}`;
    }
    const rest = typeof items === 'object' ? listOf(typeOf(items, indent)) : 'unknown[]';
    if (prefixItems) {
      return `[${prefixItems.map((one) => typeOf(one, indent)).join(', ')}, ...${rest}]`;
    }
    switch (schema.type) {
      case 'array':
        return rest;
      case 'object': {
        const known = propertyNames?.enum ?? propertyNames?.$ref;
        const key = propertyNames && known !== undefined ? typeOf(propertyNames, indent) : 'string';
        const value =
          typeof additionalProperties === 'object'
            ? typeOf(additionalProperties, indent)
            : 'unknown';
        return `Record<${key}, ${value}>`;
      }
      case 'integer':
        return 'number';
      case 'string':
      case 'number':
      case 'boolean':
        return schema.type;
      default:
        throw new Error(`No type for ${JSON.stringify(schema)}`);
    }
  }

  /** The greatest other shape that stands whole in this one, which then has only the rest to say. */
  function baseOf(name: string, schema: JsonSchema): string | undefined {
    const isIn = ({ properties, required }: JsonSchema): boolean =>
      Object.entries(properties ?? {}).every(
        ([key, part]) =>
          JSON.stringify(part) === JSON.stringify(schema.properties?.[key]) &&
          required?.includes(key) === schema.required?.includes(key),
      );
    const [base] = Object.entries(schemas)
      .filter(([other, shape]) => other !== name && sizeOf(shape) >= LEAST_SHARED)
      .filter(([, other]) => sizeOf(other) < sizeOf(schema) && isIn(other))
      .sort(([, a], [, b]) => sizeOf(b) - sizeOf(a));
    return base?.[0];
  }

  return Object.entries(schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => {
      const base = baseOf(name, schema);
      const said = Object.keys((base !== undefined && schemas[base]?.properties) || {});
      const own = Object.entries(schema.properties ?? {}).filter(([key]) => !said.includes(key));
      const type = typeOf(base ? { ...schema, properties: Object.fromEntries(own) } : schema, '');
      const body = schema.properties
        ? `export interface ${name} ${base ? `extends ${base} ` : ''}${type}\n`
        : `export type ${name} =${type.startsWith('\n') ? '' : ' '}${type};\n`;
      return docOf(schema, '') + body;
    })
    .join('\n');
}

/** Of fewer parts alike nothing follows: they are alike by chance. */
const LEAST_SHARED = 4;
const sizeOf = ({ properties = {} }: JsonSchema): number => Object.keys(properties).length;
const nameOf = (ref: string): string => ref.replace('#/$defs/', '');
const quoted = (value: unknown): string => `'${value}'`;
const listOf = (type: string): string => (/[ {]/.test(type) ? `(${type})[]` : `${type}[]`);

function eitherOf(types: string[]): string {
  const line = types.join(' | ');
  return line.length < WIDTH ? line : types.map((type) => `\n  | ${type}`).join('');
}
