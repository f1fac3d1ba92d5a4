import { existsSync } from 'node:fs';
import { serveFolder } from '../../browser/support/server.ts';

/** The day on which all pages are opened: applications are open. */
export const NOW = '2026-07-10T09:00:00+08:00';

export interface WatchedSite {
  origin: string;
  /** A line for the head of a page of another site, whose problems are told here too. */
  watch: string;
  /** What went wrong in any page since the last call. */
  problems: () => string[];
  close: () => void;
}

/**
 * Serves the built site with one line more in the head of each page: it stops the clock, and tells the server what goes
 * wrong. So all browsers tell it alike, from frames of another origin too, and before the next thing happens.
 */
export async function serveWatched(): Promise<WatchedSite> {
  if (!existsSync('dist')) throw new Error('还没有构建网站，请先运行 npm run build。');
  let problems: string[] = [];
  const script = `(${watch})(${Date.parse(NOW)})`;
  const site = await serveFolder('dist', {
    change: (html) => html.replace('<head>', '<head><script src="/watch.js"></script>'),
    answer: (request, response) => {
      if (request.url === '/watch.js') {
        response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
        return true;
      }
      if (request.url !== '/problem') return false;
      request.setEncoding('utf8').on('data', (text) => problems.push(text));
      request.on('end', () => {
        response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
      });
      return true;
    },
  });
  return {
    ...site,
    watch: `<script src="${site.origin}/watch.js"></script>`,
    problems: () => {
      const told = problems;
      problems = [];
      return told;
    },
  };
}

/** Runs in the page, before anything else. */
function watch(now: number): void {
  const address = new URL('/problem', (document.currentScript as HTMLScriptElement).src).href;
  const tell = (problem: string) => {
    const request = new XMLHttpRequest();
    // Nothing goes on before the server has it.
    request.open('POST', address, false);
    request.send(`${location.href}: ${problem}`);
  };
  addEventListener(
    'error',
    ({ target, message, error }) => {
      if (target === window) return tell(`${message} ${error?.stack ?? ''}`);
      const { src, href, rel } = target as unknown as { src?: string; href?: string; rel?: string };
      // Firefox tells this of a module that is there already. One that lacks is told of where it is imported.
      if (rel !== 'modulepreload') tell(`${src ?? href} did not load`);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => tell(`rejected: ${reason}`));
  addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
    tell(`${violatedDirective} refuses ${blockedURI}`),
  );
  // By this Astro tells of islands that do not start.
  const log = console.error;
  console.error = (...all) => {
    log(...all);
    tell(`logged: ${all.join(' ')}`);
  };
  globalThis.Date = class extends Date {
    constructor(...args: [number]) {
      super(...(args.length > 0 ? args : ([now] as const)));
    }
    static override now() {
      return now;
    }
  } as DateConstructor;
}
