/** Makes the built files ready for a server: each page's own policy, the servers' settings, compressed copies. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { commitTime } from '../../scripts/commit.ts';
import { filesBelow } from '../../scripts/files.ts';
import { precompress } from './compress.ts';
import { withPolicy } from './csp.ts';
import { beyondLimits, headersFile } from './headers-file.ts';
import { withLeanIslands } from './islands.ts';
import { nginxBlock } from './nginx.ts';
import { embedAncestors, headerRules } from './policy.ts';
import { securityTxt } from './security-txt.ts';
import { withOwnStyles } from './styles.ts';
import { withValidMarkup } from './valid-markup.ts';

/** Must be the last integration: it takes the files as all others leave them. */
export function hosting(): AstroIntegration {
  let base: string;
  let site: string | undefined;
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
        site = config.site;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const write = async (name: string, text: string) => {
          await mkdir(dirname(join(root, name)), { recursive: true });
          await writeFile(join(root, name), text);
        };
        const read = (address: string) => readFile(join(root, address.slice(base.length)), 'utf8');
        for (const file of filesBelow(root).filter(isOurPage)) {
          const html = await readFile(join(root, file), 'utf8');
          const lean = await withLeanIslands(html, read);
          const styled = isEmbed(file) ? await withOwnStyles(lean, read) : lean;
          await write(file, withPolicy(joinStyles(withValidMarkup(styled))));
        }

        const rules = headerRules(embedAncestors(process.env.EMBED_ANCESTORS));
        const host = site && new URL(site).hostname;
        await write('hosting/nginx.conf', nginxBlock({ base, host, rules }));
        const contact = process.env.SECURITY_CONTACT;
        if (contact && !site)
          throw new Error('写了 SECURITY_CONTACT，还要用 SITE_URL 写明网站的地址。');
        if (contact && site) {
          await write('.well-known/security.txt', securityTxt({ contact, site, at: commitTime() }));
        }

        const files = filesBelow(root);
        const headers = headersFile({ base, rules, files });
        for (const problem of beyondLimits(headers)) logger.warn(problem);
        await write('_headers', headers);
        await Promise.all(files.map((file) => precompress(join(root, file))));
      },
    },
  };
}

/** Not the file to take along, which is no folder's index: it has its own policy, and its checksum is on the site. */
const isOurPage = (file: string): boolean => /(^|\/)(index|404)\.html$/.test(file);

/** A page to be embedded. A host shows one of them, so that there is nobody to share its style sheets with. */
const isEmbed = (file: string): boolean => /^embed\/.+\/index\.html$/.test(file);

/** Style elements that follow one another as one: the policy then needs one hash for them. */
const joinStyles = (html: string): string => html.replaceAll('</style><style>', '');
