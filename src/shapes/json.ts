/** The shapes as JSON Schemas, draft 2020-12. */
import { z } from 'zod';

export interface JsonSchema {
  [key: string]: unknown;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | boolean;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  /** What a part is, in English: for types alone. */
  doc?: string;
}

const withoutDocs = ({ jsonSchema }: { jsonSchema: object }) => {
  if ('doc' in jsonSchema) delete jsonSchema.doc;
};

/** Of data as they are once they have been read. */
export const jsonSchemaOf = (shape: z.ZodType): JsonSchema =>
  plain(z.toJSONSchema(shape, { io: 'output', override: withoutDocs }));

/** Of a file as somebody writes it. */
export const jsonSchemaOfWritten = (shape: z.ZodType): JsonSchema =>
  plain(z.toJSONSchema(shape, { io: 'input', override: withoutDocs }));

/** Every shape in it that has a name, by it, with what each part is in English. */
export function namedSchemas(shape: z.ZodType): Record<string, JsonSchema> {
  return plain(z.toJSONSchema(shape, { io: 'output' })).$defs ?? {};
}

/** As plain JSON, which is what it becomes where it is served. */
const plain = (schema: object): JsonSchema => JSON.parse(JSON.stringify(schema));
