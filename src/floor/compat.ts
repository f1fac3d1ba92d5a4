/** What the oldest browsers lack, from the compat data that MDN keeps. */
import { createRequire } from 'node:module';
import type { CompatStatement, Identifier, SupportStatement } from '@mdn/browser-compat-data';
import { floor } from './browsers.ts';

/** Read when first asked for, and by no bundler: it is twenty megabytes. */
let data: Identifier | undefined;

function at(path: string): Identifier | undefined {
  data ??= createRequire(import.meta.url)('@mdn/browser-compat-data') as Identifier;
  let node: Identifier | undefined = data;
  for (const key of path.split('.'))
    node = node && Object.hasOwn(node, key) ? node[key] : undefined;
  return node;
}

/** A feature by its path, such as `css.selectors.has`; undefined where the data has none. */
export const feature = (path: string): CompatStatement | undefined => at(path)?.__compat;

/** What stands below a path, such as `css.selectors`, by name. */
export function below(path: string): Record<string, Identifier> {
  const { __compat, ...rest } = at(path) ?? {};
  return rest as Record<string, Identifier>;
}

/**
 * Which of the oldest browsers lack a feature, as `Chrome 105, Firefox 121`, each with the version that brought it; empty
 * where all have it, or where nobody knows of it.
 */
export function lacking(compat: CompatStatement | undefined): string {
  if (!compat) return '';
  return floor
    .flatMap(({ mdn, name, version }) => {
      const support = compat.support[mdn];
      if (!support || isIn(support, version)) return [];
      const [first] = [support].flat();
      const since = typeof first?.version_added === 'string' ? first.version_added : 'none yet';
      return [`${name} ${since}`];
    })
    .join(', ');
}

function isIn(support: SupportStatement, version: string): boolean {
  return [support].flat().some((one) => {
    if (one.flags || one.prefix || one.alternative_name) return false;
    // Nothing is said of it, or it was always there.
    if (one.version_added === null) return true;
    if (typeof one.version_added !== 'string' || one.version_added === 'preview') return false;
    const removed = typeof one.version_removed === 'string' ? one.version_removed : undefined;
    return isAtLeast(version, one.version_added) && !(removed && isAtLeast(version, removed));
  });
}

function isAtLeast(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.replace('≤', '').split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
