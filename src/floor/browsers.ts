/** The oldest browsers in which everything works: the `browserslist` of package.json, for whatever needs to know it. */
import { fileURLToPath } from 'node:url';
import browserslist from 'browserslist';

/** A browser by the name it has in browserslist, in Vite's targets, in the compat data, and to people. */
const BROWSERS = [
  { id: 'chrome', vite: 'chrome', mdn: 'chrome', name: 'Chrome' },
  { id: 'edge', vite: 'edge', mdn: 'edge', name: 'Edge' },
  { id: 'safari', vite: 'safari', mdn: 'safari', name: 'Safari' },
  { id: 'ios_saf', vite: 'ios', mdn: 'safari_ios', name: 'iOS' },
  { id: 'firefox', vite: 'firefox', mdn: 'firefox', name: 'Firefox' },
] as const;

export type FloorBrowser = (typeof BROWSERS)[number] & { version: string };

/**
 * Parsed here rather than resolved by browserslist, whose list of versions ages: it would warn of that in each build
 * half a year after a release.
 */
export const floor: FloorBrowser[] = readFloor(
  browserslist.loadConfig({ path: fileURLToPath(import.meta.url) }) ?? [],
);

/** For Vite's `build.target` and `build.cssTarget`. */
export const targets: string[] = floor.map(({ vite, version }) => vite + version);

/** For people: `Chrome 103、Edge 103、Safari 15.4、iOS 15.4、Firefox 102`. */
export const floorInWords: string = floor
  .map(({ name, version }) => `${name} ${version}`)
  .join('、');

/** @param lines such as `chrome >= 103`, one for each browser */
export function readFloor(lines: string[]): FloorBrowser[] {
  const versions = new Map(
    lines.map((line) => {
      const [, id, version] = /^(\w+) >= ([\d.]+)$/.exec(line) ?? [];
      if (!id || !version || !BROWSERS.some((browser) => browser.id === id)) {
        const ids = BROWSERS.map((browser) => browser.id).join(', ');
        throw new Error(
          `package.json, browserslist: “${line}” is no line such as “chrome >= 103”, of one of ${ids}.`,
        );
      }
      return [id, version];
    }),
  );
  return BROWSERS.map((browser) => {
    const version = versions.get(browser.id);
    if (!version) throw new Error(`package.json, browserslist: no line for ${browser.id}.`);
    return { ...browser, version };
  });
}
