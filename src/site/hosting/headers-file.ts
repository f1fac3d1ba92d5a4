/**
 * The table of headers as a `_headers` file, which Cloudflare Pages, Netlify and others read from the site's folder.
 *
 * All of its rules apply that match an address, and hosts join what two of them say of one header. So no header may
 * stand in two rules that meet: one that differs by path is given folder by folder, a rule for a folder whose files
 * all agree, down to rules for single files. `test/support/hosts.ts` reads the file as the hosts do.
 */
import { type HeaderRule, headersFor } from './policy.ts';

interface Options {
  /** With a slash at both ends. */
  base: string;
  rules: HeaderRule[];
  /** All files of the built site. */
  files: string[];
}

/** Cloudflare passes over whatever goes beyond these, and says so nowhere that a visitor would see. */
const MOST_RULES = 100;
const LONGEST_LINE = 2000;

export function headersFile({ base, rules, files }: Options): string {
  const found = new Map<string, string[]>();
  for (const rule of rules) {
    for (const [path, value] of rulesFor(valueFor(rule), files)) {
      const address = base + path;
      found.set(address, [...(found.get(address) ?? []), `${rule.name}: ${value}`]);
    }
  }
  const blocks = [...found].map(([path, headers]) =>
    [path, ...headers.map((header) => `  ${header}`)].join('\n'),
  );
  return `${blocks.join('\n')}\n`;
}

/** What of a `_headers` file Cloudflare would pass over, in Chinese. */
export function beyondLimits(text: string): string[] {
  const lines = text.split('\n');
  const rules = lines.filter((line) => line.startsWith('/')).length;
  return [
    ...(rules > MOST_RULES
      ? [`_headers 有 ${rules} 条规则，Cloudflare 只读前 ${MOST_RULES} 条，后面的不起作用。`]
      : []),
    ...lines
      .filter((line) => line.length > LONGEST_LINE)
      .map(
        (line) =>
          `_headers 里有一行 ${line.length} 个字符，Cloudflare 不读超过 ${LONGEST_LINE} 个字符的行：${line.trim().slice(0, 40)}…`,
      ),
  ];
}

type ValueOf = (file: string) => string;

const valueFor =
  (rule: HeaderRule): ValueOf =>
  (file) =>
    rule.leftToHost && new RegExp(rule.leftToHost).test(file)
      ? ''
      : (headersFor(file, [rule])[rule.name] ?? '');

/** The fewest paths, files or whole folders, that give each file its value and no other file anything. */
function rulesFor(
  value: ValueOf,
  files: string[],
  folder = '',
  inside = files,
): [path: string, value: string][] {
  const [one = '', ...more] = new Set(inside.map(value));
  if (more.length === 0 && (one === '' || standsAlone(value, files, folder))) {
    return one === '' ? [] : [[`${folder}*`, one]];
  }
  const entries = Map.groupBy(inside, (file) => file.slice(folder.length).split('/', 1).join());
  return [...entries].flatMap(([name, below]) => {
    const path = folder + name;
    if (below[0] !== path) return rulesFor(value, files, `${path}/`, below);
    return value(path) ? addressesOf(path).map((at): [string, string] => [at, value(path)]) : [];
  });
}

/** Netlify's `/data/*` is also a rule for `/database/` and for `/Data.js`. */
function standsAlone(value: ValueOf, files: string[], folder: string): boolean {
  const start = folder.replace(/\/$/, '').toLowerCase();
  const met = files.filter((file) => file.toLowerCase().startsWith(start));
  return new Set(met.map(value)).size === 1;
}

/** Where hosts serve a file: pages at their folder, or without their ending, as well. */
export const addressesOf = (file: string): string[] =>
  file.endsWith('.html') ? [file.replace(/(^|\/)index\.html$|\.html$/, '$1'), file] : [file];
