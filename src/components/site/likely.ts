/** Pages that somebody may have meant whose address leads nowhere. */
import { decoded } from '../../widgets/shared/decoded.ts';
import { BASE, siteIndex } from './site-index.ts';

interface Likely {
  href: string;
  label: string;
}

const MOST = 3;

/** @param pathname as the browser has it; it may come from anywhere, be long, and hold anything */
export async function likelyPages(pathname: string): Promise<Likely[]> {
  const path = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : pathname;
  // The last says most: what stands before it is where somebody thought the page to be.
  const names = decoded(path)
    .split('/')
    .map((name) =>
      name
        .replace(/\.\w{1,5}$/, '')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replace(/[-_.+]+/g, ' '),
    )
    .filter((name) => /\D/.test(name) && name !== 'index')
    .slice(-4)
    .reverse();
  if (names.length === 0) return [];
  const index = await siteIndex();
  for (const name of names) {
    const { found } = index.search(name);
    if (found.length === 0) continue;
    return found.slice(0, MOST).map(({ page, parts: [part] }) => {
      const [anchor = '', heading = ''] = part ?? [];
      return {
        href: BASE + page.path + (anchor && `#${anchor}`),
        label: anchor ? `${page.title}：${heading}` : page.title,
      };
    });
  }
  return [];
}
