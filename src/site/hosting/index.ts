/** Makes the built files ready for a server: each page's own policy, the servers' settings, compressed copies. */
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { precompress } from './compress.ts';
import { withPolicy } from './csp.ts';
import { headersFile } from './headers-file.ts';
import { withSteadyIslands } from './islands.ts';
import { nginxBlock } from './nginx.ts';
import { embedAncestors, headerRules } from './policy.ts';

/** Must be the last integration: it takes the files as all others leave them. */
export function hosting(): AstroIntegration {
  let base: string;
  let host: string | undefined;
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
        host = config.site && new URL(config.site).hostname;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = globSync('**', { cwd: root, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
          .map((file) => file.replaceAll('\\', '/'))
          .sort();

        for (const file of files.filter(isOurPage)) {
          const html = await readFile(join(root, file), 'utf8');
          await writeFile(join(root, file), withPolicy(withSteadyIslands(html)));
        }

        const rules = headerRules(embedAncestors(process.env.EMBED_ANCESTORS));
        const settings = {
          'hosting/nginx.conf': nginxBlock({ base, host, rules }),
          _headers: headersFile({ base, rules, files }),
        };
        for (const [name, text] of Object.entries(settings)) {
          await mkdir(dirname(join(root, name)), { recursive: true });
          await writeFile(join(root, name), text);
        }

        await Promise.all(files.map((file) => precompress(join(root, file))));
      },
    },
  };
}

/** Not the file to take along, which is no folder's index: it has its own policy, and its checksum is on the site. */
const isOurPage = (file: string): boolean => /(^|\/)(index|404)\.html$/.test(file);
