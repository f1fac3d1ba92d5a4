/**
 * Writes what follows from the shapes: the types for code without zod, and the JSON Schemas by which editors complete
 * and check the YAML of `content/`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { derivedFiles } from '../shapes/index.ts';

const root = join(import.meta.dirname, '../..');
for (const [path, text] of Object.entries(derivedFiles())) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`写好了 ${path}`);
}
