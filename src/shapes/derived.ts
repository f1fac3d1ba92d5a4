/** The files of this repository that follow from the shapes. `npm run shapes` writes them; a test holds them to it. */
import { jsonSchemaOfWritten } from './json.ts';
import { typesFile } from './notice.ts';
import { WRITTEN } from './written.ts';

const SETTINGS = '.vscode/settings.json';
const schemaFile = (name: string): string => `.vscode/schemas/${name}.json`;
const asText = (data: object): string => `${JSON.stringify(data, undefined, 2)}\n`;

export function derivedFiles(): Record<string, string> {
  const written = Object.entries(WRITTEN);
  return {
    'src/shapes/types.ts': typesFile(),
    ...Object.fromEntries(
      written.map(([name, { shape }]) => [schemaFile(name), asText(jsonSchemaOfWritten(shape))]),
    ),
    [SETTINGS]: asText({
      'yaml.schemas': Object.fromEntries(
        written.map(([name, { files }]) => [`./${schemaFile(name)}`, `content/${files}`]),
      ),
    }),
  };
}
