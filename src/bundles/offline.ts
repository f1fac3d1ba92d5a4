/**
 * Widgets, their data and the notice's text as one HTML file that asks for nothing else, to be opened from a disk. There is
 * one for whoever applies, and one for units that check a roster (decision record 0051).
 *
 * To stay small, scripts, styles and clauses travel in GBK and deflated; a short script unpacks them. What runs is still named by
 * its hash: the policy in the file refuses any other script, and any request.
 */
import { createHash } from 'node:crypto';
import { deflateAsync } from '@gfx/zopfli';
import type { Clause, FullNotice } from '../calculator/index.ts';
import { floorInWords } from '../floor/index.ts';
import { comparedOn } from '../notices/index.ts';
import { UNIT_PAGES, WIDGETS } from '../widgets/about.ts';
import type { InFile, UnitPage } from '../widgets/aboutShape.ts';
import { escapeHtml } from '../widgets/shared/escapeHtml.ts';
import { statusLine, type WaysOn } from '../widgets/shared/statusLine.ts';
import { troubleBox } from '../widgets/shared/trouble.ts';
import type { Bundle } from './build.ts';
import { inGbk } from './gbk.ts';

/** The files, by what their addresses call them. */
export const OFFLINE_FILES = {
  'self-check': { bundle: 'offline', holds: '自查和时间' },
  roster: { bundle: 'offline-roster', holds: '花名册核对、公示和审核清单' },
} as const;
export type OfflineName = keyof typeof OFFLINE_FILES;

/** A tool in a file. Its id is the fragment that shows it. */
interface Part extends InFile {
  id: string;
  title: string;
}
const asPart = ({ id, title, inFile }: UnitPage): Part[] =>
  inFile ? [{ id: id.replace('/', '-'), title, ...inFile }] : [];

export interface OfflinePage {
  html: string;
  /** Of the file, in bytes. */
  size: number;
  /** Of the file, hexadecimal as `sha256sum` prints it. */
  sha256: string;
}

/**
 * @param unpack what brings out `code`
 * @param site the site's whole address with a slash at its end; without it the page names no site, and offers no link
 *   that takes a result along
 */
export async function offlinePage(
  notice: FullNotice,
  { code, css }: Bundle,
  unpack: Bundle,
  site: string | undefined,
  name: OfflineName = 'self-check',
): Promise<OfflinePage> {
  const { holds } = OFFLINE_FILES[name];
  const held: Part[] = WIDGETS.filter(({ offline }) => offline === name);
  if (name === 'roster') held.push(...UNIT_PAGES.flatMap(asPart));
  const style = `Object.assign(document.createElement('style'),{textContent:${JSON.stringify(css)}})`;
  const clauses = notice.clauses.map(clauseSection).join('');
  const onward = site && {
    href: `${escapeHtml(site)}prepare/`,
    label: notice.wording.status.prepare,
  };
  const ways: WaysOn = onward ? { after: onward } : {};
  const { script, bytes } = inGbk(
    `document.head.append(${style});document.getElementById('clauses').innerHTML=${JSON.stringify(clauses)};document.getElementById('status').innerHTML=${JSON.stringify(statusLine(notice, ways))};${code}`,
  );
  const { text, size } = await pack(bytes);
  const runs = [TELL, unpack.code, script].map(hash).join(' ');
  const policy = [
    "default-src 'none'",
    `script-src ${runs}`,
    `style-src ${hash(PLAIN)} ${hash(css)}`,
    "img-src data:; base-uri 'none'; form-action 'none'",
  ].join('; ');
  const instead = site
    ? `到<a href="${escapeHtml(site)}">完整网站</a>看通知原文`
    : `直接看通知原文（${escapeHtml(notice.number)}）`;
  const paper = site
    ? `，也可以打印<a href="${escapeHtml(site)}${notice.id}/self-check/paper/">纸上自查</a>`
    : '';
  // Whoever was sent the file: it asks for nothing by itself, so the address is there to be read as well.
  const newest = site
    ? `<p>最新的在 <a href="${escapeHtml(site)}offline/">${escapeHtml(site)}offline/</a></p>\n`
    : '';
  const section = ({ id, title, part, instead, opens }: Part) =>
    `<section id="${id}" data-widget="${part}"${opens ? ` data-opens="${opens}"` : ''}><h1 tabindex="-1">${notice.year} 年度：${title}</h1>${troubleBox(`${instead}${opens === 'answers' ? paper : ''}。`)}<div id="${id}-widget"></div></section>`;
  const html = `<!doctype html>
<html lang="zh-CN" data-theme="light"${site ? ` data-site="${escapeHtml(site)}"` : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${notice.year} 年度工程师职称申报：${holds}（离线版）</title>
<link rel="icon" href="data:,">
<style>${PLAIN}</style>
</head>
<body>
<header>
<p><b>${notice.year} 年度工程师职称申报</b> · <span>离线版，</span><span>规则版本 ${notice.version}，</span><span>核对到 ${comparedOn(notice)}</span></p>
${newest}<div id="status"></div>
<p>独立整理的指南，不是浙江省经信厅的业务系统。以通知原文和受理点的答复为准。您填的内容不离开这台电脑。</p>
<nav aria-label="这份文件里有">
${held.map(({ id, title }) => `<a href="#${id}">${title}</a>`).join('\n')}
<a href="#notice">原文和依据</a>
</nav>
</header>
<main>
<noscript><p>这份文件要有 JavaScript 才能用。请打开浏览器的 JavaScript，或者${instead}。</p></noscript>
<p id="too-old">这个浏览器太旧，${holds}可能用不了。请换 ${floorInWords} 或更新的版本，或者${instead}。</p>
${held.map(section).join('\n')}
<section id="notice"><h1 tabindex="-1">原文和依据</h1>
<h2>通知原文</h2>
<p>${escapeHtml(notice.issuer)} <b>${escapeHtml(notice.number)}</b></p>
<div id="clauses"></div>
<div data-widget="规则和材料的清单">${troubleBox('通知原文在上面。')}<div id="sources"></div></div>
</section>
</main>
<footer>
<p>这份文件可以拷贝、转发，不联网也能用。${site ? `<a href="${escapeHtml(site)}">打开完整网站</a>` : ''}</p>
</footer>
<script type="text/plain" id="packed" data-size="${size}">${text}</script>
<script>${TELL}</script>
<script>${unpack.code}</script>
</body>
</html>
`;
  const file = Buffer.from(html);
  return {
    html,
    size: file.length,
    sha256: createHash('sha256').update(file).digest('hex'),
  };
}

/**
 * Until the script brings the styles, and where it does not. Browsers that know no layers are older than the oldest that
 * the site is made for: there the sentence stands from the start.
 */
const PLAIN =
  '@layer site{#too-old{display:none}}body{max-width:46rem;margin:auto;padding:1rem;font:1.0625rem/1.75 sans-serif;overflow-wrap:break-word}';

/**
 * Deflates bytes and writes them in the characters from # to ~ but for <, which means nothing inside a script element:
 * 13 bits in two of these 91, a twelfth less than base64. Zopfli deflates a sixteenth better than zlib and, brought along
 * as WebAssembly, alike on every machine.
 *
 * @returns the text, and how many bytes unpacking it gives
 */
export async function pack(whole: Uint8Array): Promise<{ text: string; size: number }> {
  const bytes = await deflateAsync(whole, {});
  const digit = (value: number) => String.fromCharCode(value + (value < 25 ? 35 : 36));
  let text = '';
  let bits = 0;
  let held = 0;
  const put = (value: number) => {
    text += digit(value % 91) + digit(Math.floor(value / 91));
  };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < 13) continue;
    put(held & 8191);
    held >>= 13;
    bits -= 13;
  }
  if (bits) put(held);
  return { text, size: whole.length };
}

/**
 * Says so where anything fails before the tools stand (entries/startPage.ts): an old browser may also stop in the middle.
 * In the language of 2009, and as a script of its own, so that it runs where the next one does not.
 */
const TELL =
  "addEventListener('error',function(){var root=document.documentElement;if(!root.hasAttribute('data-started'))document.getElementById('too-old').style.display='block'})";

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const clauseSection = ({ id, label, paragraphs }: Clause): string =>
  `<section id="clause-${id}" tabindex="-1"><h3>通知 ${escapeHtml(label)}</h3>${paragraphs
    .map((text) => `<p>${markdown(text)}</p>`)
    .join('')}</section>`;

/** The little Markdown that a notice's text uses: bold type and addresses in angle brackets. */
const markdown = (text: string): string =>
  escapeHtml(text)
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(
      /&#60;(https?:[^\s&]+(?:&#38;[^\s&]+)*)&#62;/g,
      '<a href="$1" target="_blank" rel="noopener noreferrer">$1</a>',
    );
