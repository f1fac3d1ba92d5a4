/**
 * What two hosts make of a `_headers` file, after what they document and publish:
 * developers.cloudflare.com/pages/configuration/headers (and its asset server, cloudflare/workers-sdk), and
 * docs.netlify.com/manage/routing/headers (and its parser, netlify/build, packages/headers-parser).
 */

/** The headers of an answer, names in lower case, to a request for a path. */
export type Host = (path: string) => Record<string, string>;

interface Rule {
  path: string;
  set: [name: string, value: string][];
  unset: string[];
}

/** How both read the lines: a path, then indented headers; `#` begins a comment, `! Name` takes a header away. */
function parse(lines: string[]): Rule[] {
  const rules: Rule[] = [];
  for (const line of lines.map((line) => line.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name = '', value = ''] = /^([^:]+):(.+)$/.exec(line) ?? [];
    if (line.startsWith('/')) rules.push({ path: line, set: [], unset: [] });
    else if (name) rules.at(-1)?.set.push([name.trim().toLowerCase(), value.trim()]);
    else if (line.startsWith('! ')) rules.at(-1)?.unset.push(line.slice(2).toLowerCase());
  }
  return rules;
}

const literally = (text: string): string => text.replace(/[-/\\^$*+?.()|[\]{}]/g, '\\$&');

const tidied = (path: string): string => new URL(path, 'https://site.invalid').pathname;

/** What Cloudflare Pages sends unasked. */
export const CLOUDFLARE_DEFAULTS = {
  'access-control-allow-origin': '*',
  'cache-control': 'public, max-age=0, must-revalidate',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};

/**
 * Reads at most 100 rules and lines of at most 2,000 characters. `*` matches anything and may stand once, `:name` a
 * part between slashes; values may repeat what these matched. A rule's header takes the place of a default, and is
 * joined to that of an earlier rule; the later of two rules of one path takes the place of the other.
 */
export function cloudflare(text: string): Host {
  const lines = text.split('\n').filter((line) => line.trim().length <= 2000);
  const rules = new Map(
    parse(lines)
      .slice(0, 100)
      .map((rule) => [rule.path, rule]),
  );
  return (path) => {
    const headers: Record<string, string> = { ...CLOUDFLARE_DEFAULTS };
    const given = new Set<string>();
    for (const { path: rule, set, unset } of rules.values()) {
      if (rule.split('*').length > 2) continue;
      const pattern = rule
        .split('*')
        .map(literally)
        .join('(?<splat>.*)')
        .replace(/:([A-Za-z]\w*)/g, '(?<$1>[^/]+)');
      const match = new RegExp(`^${pattern}$`).exec(tidied(path));
      if (!match) continue;
      for (const name of unset) delete headers[name];
      for (const [name, value] of set) {
        const filled = value.replace(/:([A-Za-z]\w*)/g, (all, key) => match.groups?.[key] ?? all);
        headers[name] = given.has(name) && headers[name] ? `${headers[name]}, ${filled}` : filled;
        given.add(name);
      }
    }
    return headers;
  };
}

/** What Netlify sends unasked. */
export const NETLIFY_DEFAULTS = {
  'cache-control': 'public,max-age=0,must-revalidate',
  'strict-transport-security': 'max-age=31536000',
};

/**
 * Case does not matter in paths, nor does a slash at the end. `*` as a whole part matches anything from the slash before
 * it on, and needs no slash (`/lib/*` is a rule for `/library.js`); within a part it matches anything; `:name` matches a
 * part. A rule's header takes the place of a default, and is joined to that of other rules. Nothing can be taken away.
 */
export function netlify(text: string): Host {
  const rules = parse(text.split('\n'));
  return (path) => {
    const given: Record<string, string> = {};
    for (const { path: rule, set } of rules) {
      const parts = rule
        .split('/')
        .filter((part) => part.trim() !== '')
        .map((part) => {
          if (part.startsWith(':')) return '([^/]+)';
          if (part === '*') return '?(.*)';
          return part.split('*').map(literally).join('(.*)');
        });
      if (!new RegExp(`^/${parts.join('/')}/?$`, 'i').test(tidied(path))) continue;
      for (const [name, value] of set)
        given[name] = given[name] ? `${given[name]}, ${value}` : value;
    }
    return { ...NETLIFY_DEFAULTS, ...given };
  };
}
