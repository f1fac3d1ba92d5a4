/**
 * The link that brings a fragment to a page, or undefined where there is none to give: in a file that was opened from
 * a disk and does not know where the site is.
 *
 * @param page where the full page stands, absolute or relative to `here`
 * @param here the address of the document that holds the widget
 */
export function pageLink(page: string, fragment: string, here: string): string | undefined {
  const url = new URL(page, here);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.hash = fragment;
  return url.href;
}
