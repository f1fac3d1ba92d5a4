/**
 * A root-relative address under the site's base path; every other address stays as it is.
 *
 * @example joinBase('/guide/', '/timeline/') // '/guide/timeline/'
 */
export function joinBase(base: string, href: string): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href;
  return base.replace(/\/$/, '') + href;
}

/** For links in components, where Astro does not add the base path. Markdown links get it by themselves. */
export const withBase = (href: string): string => joinBase(import.meta.env.BASE_URL, href);

/** An address on a page that outlives a year, `/year/scope/`, as it is in one: `/2026/scope/`. */
export const inYear = (year: string, href: string): string =>
  href.startsWith('/year/') ? `/${year}${href.slice('/year'.length)}` : href;
