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

/** The offline page (`offline.ts`). */
declare module 'virtual:offline-page' {
  export const html: string;
  export const size: number;
  export const sha256: string;
}

/** What the entries of bundles import; the build puts the content in. */
declare module 'virtual:data' {
  export const notices: import('./data.ts').BundleData['notices'];
  export const calendar: import('./data.ts').BundleData['calendar'];
  export const current: import('./data.ts').BundleData['current'];
}
