/** Addresses on this site to which the self-check points. */
export interface Links {
  clause(id: string): string;
  rule(id: string): string;
  /** Where a document of which the notice gives no address is described. */
  document(id: string): string;
  conditions: string;
  timeline: string;
  contacts: string;
  materials: string;
}

export function linksFrom(base: string, year: number): Links {
  const page = (path: string) => `${base.replace(/\/$/, '')}/${year}/${path}`;
  return {
    clause: (id) => page(`notice/text/#clause-${id}`),
    rule: (id) => page(`rules/${id}/`),
    document: (id) => `${base.replace(/\/$/, '')}/documents/#${id}`,
    conditions: page('conditions/'),
    timeline: page('timeline/'),
    contacts: page('contacts/'),
    materials: page('materials/'),
  };
}
