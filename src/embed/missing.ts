/** For a year that the site does not hold. A static server answers with its page for what is not there. */

/**
 * Runs in that page, and so uses nothing from outside itself: leads from an embed of another year to the current one's,
 * which says so. The frame's history stays as it was.
 *
 * @param base the site's base path, with a slash at both ends
 * @param widgets what can be embedded
 *
 * @example leadOn('/', ['self-check', 'timeline'])
 */
export function leadOn(base: string, widgets: string[]): void {
  const path = location.pathname.slice(base.length);
  const [, asked = '', widget = ''] =
    /^embed\/([^/]+)\/([\w-]+)(?:\/(?:index\.html)?)?$/.exec(path) ?? [];
  if (!widgets.includes(widget)) return;
  const query = new URLSearchParams(location.search);
  query.set('asked', asked);
  location.replace(`${base}embed/${widget}/?${query}${location.hash}`);
}
