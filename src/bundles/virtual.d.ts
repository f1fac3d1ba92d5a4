/** What `bundles()` serves to routes, components and pages. */
declare module 'virtual:bundle/*' {
  export const code: string;
  export const css: string;
  export const integrity: string;
  export const version: string;
}

/** The library's declarations. */
declare module 'virtual:library-types' {
  export const types: string;
}

/** The offline pages (`offline.ts`). */
declare module 'virtual:offline-page/*' {
  export const html: string;
  export const size: number;
  export const sha256: string;
}

/** What the entries of bundles import; the build puts the content in. */
declare module 'virtual:data' {
  export const notices: import('./data.ts').BundleData['notices'];
  export const calendar: import('./data.ts').BundleData['calendar'];
  export const current: import('./data.ts').BundleData['current'];
  export const roster: import('./data.ts').BundleData['roster'];
  export const units: import('./data.ts').BundleData['units'];
}

/** The timeline's words (`words.ts`). */
declare module 'virtual:words/timeline/page' {
  const words: import('../notices/index.ts').TimelineWords['page'];
  export default words;
}
declare module 'virtual:words/timeline/planner' {
  const words: import('../notices/index.ts').TimelineWords['planner'];
  export default words;
}
declare module 'virtual:words/timeline/applicant' {
  const words: import('../notices/index.ts').TimelineWords['applicant'];
  export default words;
}
declare module 'virtual:words/timeline/tasks' {
  const words: import('../notices/index.ts').TimelineWords['tasks'];
  export default words;
}
declare module 'virtual:words/timeline/employer' {
  const words: import('../notices/index.ts').TimelineWords['employer'];
  export default words;
}
declare module 'virtual:words/timeline/office' {
  const words: import('../notices/index.ts').TimelineWords['office'];
  export default words;
}
declare module 'virtual:words/timeline/link' {
  const words: import('../notices/index.ts').TimelineWords['link'];
  export default words;
}
declare module 'virtual:words/rosterPage/page' {
  const words: import('../notices/index.ts').RosterPageWords['page'];
  export default words;
}
declare module 'virtual:words/rosterPage/work' {
  const words: import('../notices/index.ts').RosterPageWords['work'];
  export default words;
}
declare module 'virtual:words/rosterPage/columns' {
  const words: import('../notices/index.ts').RosterPageWords['columns'];
  export default words;
}
declare module 'virtual:words/rosterPage/result' {
  const words: import('../notices/index.ts').RosterPageWords['result'];
  export default words;
}
declare module 'virtual:words/rosterPage/row' {
  const words: import('../notices/index.ts').RosterPageWords['row'];
  export default words;
}

/** The words of the tools for units, from the same place. */
declare module 'virtual:words/units/publicity' {
  const words: import('../notices/index.ts').UnitWords['publicity'];
  export default words;
}
declare module 'virtual:words/units/handover' {
  const words: import('../notices/index.ts').UnitWords['handover'];
  export default words;
}
declare module 'virtual:words/units/checklist' {
  const words: import('../notices/index.ts').UnitWords['checklist'];
  export default words;
}
