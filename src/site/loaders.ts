import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { FullNotice } from '../calculator/index.ts';
import { loadCalendar, loadNotice, loadReference, noticeIds } from '../notices/index.ts';

/** The `notices` collection: one entry a year, with the year as its id. */
export function noticesLoader(): Loader {
  return {
    name: 'notices',
    async load(context) {
      const { store, generateDigest } = context;
      await syncWithNotices(context, (notices) => {
        store.clear();
        for (const notice of notices) {
          const data = { ...notice };
          store.set({ id: notice.id, data, digest: generateDigest(data) });
        }
      });
    },
  };
}

/** The `reference` collection: for each notice what only its reference pages show, with the year as its id. */
export function referenceLoader(): Loader {
  return {
    name: 'reference',
    async load(context) {
      const { store, generateDigest } = context;
      await syncWithNotices(context, async (notices, content) => {
        const loaded = await Promise.all(
          notices.map(async (notice) => ({
            id: notice.id,
            data: { ...(await loadReference(notice, content)) },
          })),
        );
        store.clear();
        for (const { id, data } of loaded) store.set({ id, data, digest: generateDigest(data) });
      });
    },
  };
}

/** The `calendar` collection: one entry, `workdays`, with the schedules of all years held. */
export function calendarLoader(): Loader {
  return {
    name: 'calendar',
    async load(context) {
      const { store, generateDigest } = context;
      await syncWith(['calendars', 'documents.yaml'], context, async (content) => {
        const data = { ...(await loadCalendar(content)) };
        store.set({ id: 'workdays', data, digest: generateDigest(data) });
      });
    },
  };
}

/** Starlight's docs, and for each notice the page with its original text. */
export function docsWithGenerated(): Loader {
  const docs = docsLoader();
  return {
    name: 'docs-with-generated',
    async load(context) {
      await docs.load(context);
      await syncWithNotices(context, async (notices) => {
        for (const notice of notices) await setOriginalText(notice, context);
      });
    },
  };
}

/** Syncs with the notices, again whenever something changes that they are made of. */
function syncWithNotices(
  context: LoaderContext,
  sync: (notices: FullNotice[], content: URL) => void | Promise<void>,
): Promise<void> {
  return syncWith(['notices', 'documents.yaml', 'wording.yaml'], context, async (content) => {
    const ids = await noticeIds(content);
    await sync(await Promise.all(ids.map((id) => loadNotice(id, content))), content);
  });
}

/** Does it now and, while developing, again whenever one of the named files or folders of `content/` changes. */
async function syncWith(
  names: string[],
  { watcher, config, logger }: LoaderContext,
  sync: (content: URL) => Promise<void>,
): Promise<void> {
  const content = new URL('content/', config.root);
  await sync(content);
  if (!watcher) return;
  const sources = names.map((name) => fileURLToPath(new URL(name, content)));
  watcher.add(sources);
  watcher.on('all', (_event, path) => {
    if (!sources.some((source) => path === source || path.startsWith(source + sep))) return;
    // What was loaded last stays until the content is right again.
    sync(content).catch((error: Error) => logger.error(error.message));
  });
}

async function setOriginalText(notice: FullNotice, context: LoaderContext): Promise<void> {
  const { store, parseData, renderMarkdown } = context;
  const id = `${notice.id}/notice/text`;
  const filePath = `content/notices/${notice.id}/text.md`;

  const sections = await Promise.all(
    notice.clauses.map(async ({ id, label, paragraphs }) => {
      const { html } = await renderMarkdown(paragraphs.join('\n\n'));
      return clauseSection(clauseAnchor(id), escapeHtml(label), html);
    }),
  );
  const html = `<figure class="tc-original" aria-label="通知原文">
<figcaption>${escapeHtml(notice.issuer)} <b>${escapeHtml(notice.number)}</b>，以下为通知原文</figcaption>
<blockquote>${sections.join('')}</blockquote>
</figure>`;

  const data = await parseData({
    id,
    filePath,
    data: {
      title: `${notice.year} 年度通知原文`,
      description: `${notice.issuer}${notice.number}的全文，每一条都有可以引用的链接。`,
    },
  });
  const headings = notice.clauses.map((clause) => ({
    depth: 2,
    slug: clauseAnchor(clause.id),
    text: clause.label,
  }));
  store.set({ id, data, filePath, rendered: { html, metadata: { headings } } });
}

/** The stable anchor of a clause on the page of the original text. */
const clauseAnchor = (id: string): string => `clause-${id}`;

/** Starlight's markup for a heading with its link, so that it looks and works like one in Markdown. */
const clauseSection = (anchor: string, label: string, html: string): string => `
<section aria-labelledby="${anchor}">
<div class="sl-heading-wrapper level-h2"><h2 id="${anchor}">${label}</h2>
<a class="sl-anchor-link" href="#${anchor}" aria-label="${label}的链接"><span aria-hidden="true" class="sl-anchor-icon">#</span></a></div>
${html}
</section>`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
