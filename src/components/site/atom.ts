/** What has changed for readers, as a feed. */
import { createHash } from 'node:crypto';
import type { Change } from '../../notices/index.ts';
import { escapeHtml } from '../../widgets/shared/escapeHtml.ts';

interface Feed {
  title: string;
  subtitle: string;
  author: string;
  /** Of the page that says the same, and of the feed; whole where it is known where the site will stand. */
  page: string;
  self: string;
  changes: Change[];
}

/** An Atom feed (RFC 4287). Its ids hold no address: they stay when the site moves, and without one being known. */
export function atom({ title, subtitle, author, page, self, changes }: Feed): string {
  const [newest] = changes;
  if (!newest) throw new Error('content/changes.yaml holds nothing.');
  const at = (on: string) => `${on}T00:00:00+08:00`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `  <id>${urn('changes')}</id>`,
    `  <title>${escapeHtml(title)}</title>`,
    `  <subtitle>${escapeHtml(subtitle)}</subtitle>`,
    `  <author><name>${escapeHtml(author)}</name></author>`,
    `  <updated>${at(newest.on)}</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeHtml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeHtml(page)}"/>`,
    ...changes.flatMap(({ id, on, about, title, says }) => [
      '  <entry>',
      `    <id>${urn(`changes/${id}`)}</id>`,
      `    <title>${escapeHtml(title)}</title>`,
      `    <updated>${at(on)}</updated>`,
      `    <category term="${about}" label="${ABOUT[about]}"/>`,
      `    <link rel="alternate" type="text/html" href="${escapeHtml(`${page}#${id}`)}"/>`,
      `    <content type="text">${escapeHtml(says.join('\n'))}</content>`,
      '  </entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}

export const ABOUT: Record<Change['about'], string> = { rules: '规则', site: '网站' };

/** A name-based UUID (RFC 9562, version 5), in a namespace of this site's own. */
function urn(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
const NAMESPACE = Buffer.from('7d0f9c1c5d0b4f3e9a64b1d6f2a8c350', 'hex');
