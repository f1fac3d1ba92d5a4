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
  /** The questions with all that is to be said of them, as published for everyone. */
  questions: string;
  /** What people ask about rules: a list of `AskedQuestion` as JSON. */
  asked: string;
  /** The page that answers it; empty for a widget that left the site and does not know where it is. */
  answered: string;
  conditions: string;
  timeline: string;
  contacts: string;
  materials: string;
  /** What to have ready for the next year; with answers in its fragment, a list of one's own. */
  prepare: string;
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
    questions: `${base.replace(/\/$/, '')}/api/${year}/questions.json`,
    asked: page('self-check/asked.json'),
    answered: page('questions/'),
    conditions: page('conditions/'),
    timeline: page('timeline/'),
    contacts: page('contacts/'),
    materials: page('materials/'),
    prepare: page('prepare/'),
  };
}

export { pageLink as linkWithAnswers } from '../pageLink.ts';
