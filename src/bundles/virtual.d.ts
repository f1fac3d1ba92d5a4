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

/** What the entries of bundles import; the build puts the content in. */
declare module 'virtual:data' {
  export const notices: import('./data.ts').BundleData['notices'];
  export const calendar: import('./data.ts').BundleData['calendar'];
}
