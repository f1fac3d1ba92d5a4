/**
 * What the site's server says beside its files: one table, from which the build makes the nginx block and the
 * `_headers` file, and which the tests hold against a running server. What each page may do itself is in csp.ts.
 */
import { extname } from 'node:path/posix';

/** A header whose value depends on the file. */
export interface HeaderRule {
  name: string;
  /**
   * The first pattern that the file's path matches decides; an empty value leaves the header out. Patterns run in
   * JavaScript and in nginx's PCRE alike; `^` may stand only at their start. Paths are those of the built files (`2026/notice/index.html`), without base.
   */
  cases: { pattern: string; value: string }[];
  /** For every other file. */
  otherwise: string;
  /** Only over HTTPS: over plain HTTP browsers ignore it, and some complain. */
  httpsOnly?: boolean;
  /** A pattern of files for which hosts that read `_headers` send something as good unasked. */
  leftToHost?: string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;

/** Without hashes, so that the headers stay the same when a page changes. Scripts and styles are the pages' own affair. */
const BASIC_CSP = [
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "connect-src 'self'",
  "script-src-attr 'none'",
];

/**
 * The widgets for other sites; `/embed/` itself is a page like any other. And what answers for a year that is not held,
 * which leads on from inside a frame.
 */
const EMBEDDED = '^(embed/.+/index|404)\\.html$';
/** What pages load and nobody opens. */
const LOADED = '^((_astro|api|lib)/|search\\.json$|embed(/[^/]+)?\\.js$)';
const PAGE = '\\.html$';

const csp = (...more: string[]): string => [...BASIC_CSP, ...more].join('; ');

const cached = (seconds: number, ...more: string[]): string =>
  ['public', `max-age=${seconds}`, ...more].join(', ');

/**
 * @param ancestors who may embed the widgets, as CSP writes it; see `embedAncestors`
 */
export const headerRules = (ancestors: string): HeaderRule[] => [
  {
    name: 'Content-Security-Policy',
    cases: [
      // Where everybody may, nothing is said: `*` keeps out files on a disk and sandboxed frames, which have no origin.
      {
        pattern: EMBEDDED,
        value: ancestors === EVERYBODY ? csp() : csp(`frame-ancestors ${ancestors}`),
      },
      { pattern: LOADED, value: '' },
    ],
    otherwise: csp("frame-ancestors 'none'"),
  },
  {
    // For programs that do not know frame-ancestors. It has no list, so it cannot speak of what some may embed.
    name: 'X-Frame-Options',
    cases: [
      { pattern: EMBEDDED, value: '' },
      { pattern: LOADED, value: '' },
    ],
    otherwise: 'DENY',
  },
  {
    // A page that has it frames only what has it too. It asks for what follows of all that the frame loads.
    name: 'Cross-Origin-Embedder-Policy',
    cases: [{ pattern: EMBEDDED, value: 'require-corp' }],
    otherwise: '',
  },
  // There are no secrets here. A frame without an origin, as in a sandbox, is another site to all of our files.
  { name: 'Cross-Origin-Resource-Policy', cases: [], otherwise: 'cross-origin' },
  { name: 'Access-Control-Allow-Origin', cases: [], otherwise: '*' },
  {
    name: 'Cache-Control',
    cases: [
      // What changes when a new version is put there, and links to the rest: short, so that a correction is soon seen.
      { pattern: PAGE, value: cached(5 * MINUTE) },
      { pattern: '^(embed|lib/[^/.]+)\\.js$', value: cached(5 * MINUTE) },
      // The name holds a hash of the content.
      { pattern: '^_astro/', value: cached(YEAR, 'immutable') },
      { pattern: '^(embed|lib)/[^/]+\\.[0-9a-f]{10}\\.js$', value: cached(YEAR, 'immutable') },
      // It speaks of the pages as they are.
      { pattern: '^search\\.json$', value: cached(5 * MINUTE) },
    ],
    otherwise: cached(HOUR),
    // They let a page be asked for each time. Rules for pages alone would need one for each of them.
    leftToHost: PAGE,
  },
  { name: 'X-Content-Type-Options', cases: [], otherwise: 'nosniff' },
  { name: 'Referrer-Policy', cases: [], otherwise: 'strict-origin-when-cross-origin' },
  {
    name: 'Permissions-Policy',
    cases: [],
    otherwise: [
      'clipboard-write=(self)',
      'camera=()',
      'geolocation=()',
      'microphone=()',
      'payment=()',
      'usb=()',
    ].join(', '),
  },
  {
    // Neither for subdomains nor for preloading: those would bind more than this site.
    name: 'Strict-Transport-Security',
    cases: [],
    otherwise: `max-age=${YEAR}`,
    httpsOnly: true,
  },
  { name: 'Cross-Origin-Opener-Policy', cases: [], otherwise: 'same-origin', httpsOnly: true },
];

/** The headers of one built file, as a server with HTTPS sends them. */
export function headersFor(path: string, rules: HeaderRule[]): Record<string, string> {
  const values = rules.map(({ name, cases, otherwise }): [string, string] => {
    const found = cases.find(({ pattern }) => new RegExp(pattern).test(path));
    return [name, found ? found.value : otherwise];
  });
  return Object.fromEntries(values.filter(([, value]) => value));
}

/** Types by ending. Text says its encoding, because a browser would guess one for Chinese. */
export const CONTENT_TYPES: Record<string, string> = {
  conf: 'text/plain; charset=utf-8',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  ics: 'text/calendar; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  sha256: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  // TypeScript's declarations; a server's own list would say video.
  ts: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
};

/** For what a program reads and no browser shows. */
export const OTHER_TYPE = 'application/octet-stream';

export const contentType = (path: string): string =>
  CONTENT_TYPES[extname(path).slice(1)] ?? OTHER_TYPE;

/** Instead of a list. */
const EVERYBODY = '*';

/** One origin, or all of a domain's subdomains, or all ports of a host. */
const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:(\d+|\*))?$/i;

/**
 * Who may embed the widgets: everybody, or the origins of a list with spaces between, and the site itself.
 *
 * @param list such as `https://www.example.gov.cn https://*.example.cn`
 * @throws in Chinese, when an entry is no origin
 */
export function embedAncestors(list: string | undefined): string {
  const origins = (list ?? EVERYBODY).split(/[\s,]+/).filter(Boolean);
  if (origins.length === 0 || origins.join() === EVERYBODY) return EVERYBODY;
  const wrong = origins.find((origin) => !ORIGIN.test(origin));
  if (wrong) {
    throw new Error(
      `EMBED_ANCESTORS 里的「${wrong}」不是网站来源。请写成 https://www.example.gov.cn 或 https://*.example.gov.cn，多个之间用空格；不限制就不要设置。`,
    );
  }
  return ["'self'", ...origins].join(' ');
}
