import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { FullNotice } from '../calculator/index.ts';
import {
  checkPages,
  factsOf,
  fillHead,
  loadCalendar,
  loadChanges,
  loadNotice,
  loadReference,
  loadRosterWords,
  noticeIds,
} from '../notices/index.ts';
import { escapeHtml } from '../widgets/shared/escapeHtml.ts';
import { tellBroken, tellMended } from './broken.ts';

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

/** The `changes` collection: what has changed for readers, in its order. */
export function changesLoader(): Loader {
  return {
    name: 'changes',
    async load(context) {
      const { store, generateDigest } = context;
      await syncWith([...NOTICES, 'changes.yaml'], context, async (content) => {
        const changes = await loadChanges(await loadNotices(content), content);
        store.clear();
        changes.forEach((change, order) => {
          const data = { ...change, order };
          store.set({ id: change.id, data, digest: generateDigest(data) });
        });
      });
    },
  };
}

/** The `roster` collection: for each notice how rosters are read under it, with the year as its id. */
export function rosterLoader(): Loader {
  return {
    name: 'roster',
    async load(context) {
      const { store, generateDigest } = context;
      await syncWith([...NOTICES, 'roster.yaml'], context, async (content) => {
        const notices = await loadNotices(content);
        const loaded = await Promise.all(
          notices.map(async (notice) => ({
            id: notice.id,
            data: { ...(await loadRosterWords(notice, notices, content)) },
          })),
        );
        store.clear();
        for (const { id, data } of loaded) store.set({ id, data, digest: generateDigest(data) });
      });
    },
  };
}

/** Starlight's docs, with the notices' facts in their titles, and for each notice the page with its original text. */
export function docsWithGenerated(): Loader {
  const docs = docsLoader();
  return {
    name: 'docs-with-generated',
    async load(context) {
      let notices = await loadNotices(new URL('content/', context.config.root));
      await docs.load(withFacts(context, () => notices));
      await syncWith([...NOTICES, 'docs'], context, async (content) => {
        notices = await loadNotices(content);
        await checkPages(notices, content, new URL('src/', context.config.root));
        for (const notice of notices) await setOriginalText(notice, context);
      });
    },
  };
}

/** What pages are parsed with, so that a year's title and description may name its facts. */
function withFacts(context: LoaderContext, notices: () => FullNotice[]): LoaderContext {
  const filled = (id: string, text: unknown) => {
    const notice = notices().find((one) => id.startsWith(`${one.id}/`)) ?? notices().at(-1);
    return notice && typeof text === 'string' ? fillHead(text, factsOf(notice)) : text;
  };
  return {
    ...context,
    parseData: (page) => {
      const data: Record<string, unknown> = { ...page.data };
      for (const key of ['title', 'description']) {
        if (key in data) data[key] = filled(page.id, data[key]);
      }
      return context.parseData({ ...page, data: data as typeof page.data });
    },
    // A page that has not changed is read again when a fact has.
    generateDigest: (data) =>
      context.generateDigest(
        `${typeof data === 'string' ? data : JSON.stringify(data)}${notices().map((notice) => JSON.stringify([...factsOf(notice)]))}`,
      ),
  };
}

/** What notices are made of, in `content/`. */
const NOTICES = ['notices', 'documents.yaml', 'wording.yaml'];

async function loadNotices(content: URL): Promise<FullNotice[]> {
  const ids = await noticeIds(content);
  return Promise.all(ids.map((id) => loadNotice(id, content)));
}

/** Syncs with the notices, again whenever something changes that they are made of. */
function syncWithNotices(
  context: LoaderContext,
  sync: (notices: FullNotice[], content: URL) => void | Promise<void>,
): Promise<void> {
  return syncWith(NOTICES, context, async (content) => {
    await sync(await loadNotices(content), content);
  });
}

/**
 * Does it now and, while developing, again whenever one of the named files or folders of `content/` changes. What was
 * loaded last stays until the content is right again; meanwhile the dev server shows what is wrong.
 */
async function syncWith(
  names: string[],
  { watcher, config, collection, logger }: LoaderContext,
  sync: (content: URL) => Promise<void>,
): Promise<void> {
  const content = new URL('content/', config.root);
  await sync(content);
  if (!watcher) return;
  const sources = names.map((name) => fileURLToPath(new URL(name, content)));
  watcher.add(sources);
  watcher.on('all', (_event, path) => {
    if (!sources.some((source) => path === source || path.startsWith(source + sep))) return;
    sync(content).then(
      () => tellMended(watcher, collection),
      (error: Error) => {
        if (tellBroken(watcher, collection, error)) logger.error(error.message);
      },
    );
  });
}

async function setOriginalText(notice: FullNotice, context: LoaderContext): Promise<void> {
  const { store, parseData, renderMarkdown } = context;
  const id = `${notice.id}/notice/text`;
  const filePath = `content/notices/${notice.id}/text.md`;

  const sections = await Promise.all(
    notice.clauses.map(async ({ id, label, paragraphs }) => {
      const { html } = await renderMarkdown(paragraphs.join('\n\n'));
      const cited = `${notice.number} ${label}：“${paragraphs.join('\n').replace(/\*\*|[<>]/g, '')}”`;
      return clauseSection(clauseAnchor(id), escapeHtml(label), html, escapeHtml(cited));
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
const clauseSection = (anchor: string, label: string, html: string, cited: string): string => `
<section aria-labelledby="${anchor}" data-told>
<div class="sl-heading-wrapper level-h2"><h2 id="${anchor}">${label}</h2>
<a class="sl-anchor-link" href="#${anchor}" aria-label="${label}的链接"><span aria-hidden="true" class="sl-anchor-icon">#</span></a></div>
${html}
<button type="button" data-copy="${cited}" aria-label="复制引用：${label}" hidden>复制引用</button>
</section>`;
