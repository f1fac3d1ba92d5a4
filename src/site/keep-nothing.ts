import type { Plugin } from 'vite';

/**
 * Leaves out Starlight's script that keeps the sidebar's state in the session, on every page and unasked. It belongs to
 * Starlight's page, which is no component that a site could replace.
 */
export function keepNothing(): Plugin {
  return {
    name: 'site:keep-nothing',
    enforce: 'pre',
    load: (id) => (/\/components-internals\/SidebarPersistState\.js$/.test(id) ? '' : null),
  };
}
