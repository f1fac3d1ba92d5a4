/** Addresses on this site to which the self-check points. */
export interface Links {
  clause(id: string): string;
  rule(id: string): string;
  /** Where a document of which the notice gives no address is described. */
  document(id: string): string;
  /** The year's self-check: where links that carry answers lead, wherever the widget itself stands. */
  selfCheck: string;
  /** What the result needs beside what asking does: a `SelfCheckNotice` as JSON. */
  result: string;
  conditions: string;
  timeline: string;
  contacts: string;
  materials: string;
}

/**
 * @param base the site's base path, `/` or `/zc/`; for a widget that has left the site, the site's whole address
 */
export function linksFrom(base: string, year: number): Links {
  const page = (path: string) => `${base.replace(/\/$/, '')}/${year}/${path}`;
  return {
    clause: (id) => page(`notice/text/#clause-${id}`),
    rule: (id) => page(`rules/${id}/`),
    document: (id) => `${base.replace(/\/$/, '')}/documents/#${id}`,
    selfCheck: page('self-check/'),
    result: page('self-check/result.json'),
    conditions: page('conditions/'),
    timeline: page('timeline/'),
    contacts: page('contacts/'),
    materials: page('materials/'),
  };
}

/**
 * The link that brings the answers back, or undefined where there is none to give: in a file that was opened from a
 * disk and does not know where the site is.
 *
 * @param page where the full self-check stands, absolute or relative to `here`
 * @param here the address of the document that holds the widget
 */
export function linkWithAnswers(page: string, fragment: string, here: string): string | undefined {
  const url = new URL(page, here);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.hash = fragment;
  return url.href;
}
