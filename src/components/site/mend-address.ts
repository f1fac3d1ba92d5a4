/**
 * Runs in the head of the page for what is not found, and so can use nothing from outside itself. Where a program wrote
 * `%23` for the # of a link, what stood behind it came to the server as part of the path. It goes back behind a # in the
 * address bar, without a request, before the page asks for anything else; the page then says so.
 */
export function mendAddress(): void {
  const [, page, fragment] = /^(.*?)%(?:25)*23(.*)$/i.exec(location.pathname) || [];
  if (page === undefined || fragment === undefined) return;
  history.replaceState(null, '', `${location.origin}${page}#${fragment}`);
  document.documentElement.dataset.mended = /=|%3D/i.test(fragment) ? 'answers' : '';
}
