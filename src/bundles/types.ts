/** The library's types as one file. */
import { fileURLToPath } from 'node:url';
import { generateDtsBundle } from 'dts-bundle-generator';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** @param ids the notices that the library holds */
export function libraryTypes(ids: string[]): string {
  const [calculator] = generateDtsBundle(
    [{ filePath: here('../calculator/index.ts'), output: { noBanner: true } }],
    { preferredConfigPath: here('../../tsconfig.json') },
  );
  if (!calculator) throw new Error('The calculator has no types.');
  const held = ids.map((id) => `\treadonly "${id}": FullNotice;`).join('\n');
  return `${calculator.trimEnd()}

/** Every notice held, by its year. */
export declare const notices: {
${held}
};
/** The working-day schedules of all years held. */
export declare const calendar: WorkCalendar;
`;
}
