/**
 * The table of headers as a `_headers` file, which Cloudflare Pages, Netlify and others read from the site's folder.
 *
 * Where two of its rules match a path, hosts join the values or take either, so no header may stand in two rules that
 * meet. A header that differs by path is therefore given folder by folder: one rule for a folder whose files agree.
 */
import { type HeaderRule, headersFor } from './policy.ts';

interface Options {
  /** With a slash at both ends. */
  base: string;
  rules: HeaderRule[];
  /** All files of the built site. */
  files: string[];
}

export function headersFile({ base, rules, files }: Options): string {
  const everywhere = rules.filter(({ cases }) => cases.length === 0);
  const found = new Map<string, string[]>([
    [`${base}*`, everywhere.map(({ name, otherwise }) => `${name}: ${otherwise}`)],
  ]);
  for (const rule of rules.filter(({ cases }) => cases.length > 0)) {
    const own = files.filter(GIVEN_FOR[rule.name] ?? (() => true));
    for (const [path, value] of rulesFor(rule, own)) {
      if (!value) continue;
      const address = base + path.replace(/(^|\/)index\.html$/, '$1');
      found.set(address, [...(found.get(address) ?? []), `${rule.name}: ${value}`]);
    }
  }
  const blocks = [...found].map(([path, headers]) =>
    [path, ...headers.map((header) => `  ${header}`)].join('\n'),
  );
  return `${blocks.join('\n')}\n`;
}

const isPage = (file: string): boolean => file.endsWith('.html');

/** The other files are left as the host has them, so that folders need not be split for their sake. */
const GIVEN_FOR: Record<string, (file: string) => boolean> = {
  'Content-Security-Policy': isPage,
  // Hosts let a page be asked for each time, which does what a short time does.
  'Cache-Control': (file) => !isPage(file),
};

/** The fewest paths, files or whole folders, that give each file its value. */
function rulesFor(rule: HeaderRule, files: string[], folder = ''): [path: string, value: string][] {
  const value = (file: string) => headersFor(file, [rule])[rule.name] ?? '';
  const values = new Set(files.map(value));
  // The root itself is left to its entries: `/*` would meet the rules of every folder that differs.
  if (values.size === 1 && folder) return [[`${folder}*`, [...values].join()]];

  const entries = Map.groupBy(files, (file) => file.slice(folder.length).split('/', 1).join());
  return [...entries].flatMap(([name, inside]): [string, string][] =>
    inside.length === 1 && inside[0] === folder + name
      ? [[folder + name, value(folder + name)]]
      : rulesFor(rule, inside, `${folder}${name}/`),
  );
}
