/** Builds the whole site with the second notice beside the first, in a folder of its own. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addSecondNotice } from './make.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What a site is built from. Code is copied as it is: only content differs. */
const SOURCES = [
  'astro.config.mjs',
  'content.config.ts',
  'package.json',
  'tsconfig.json',
  'src',
  'public',
  'content',
];

export async function buildSecondSite(): Promise<{ dist: string; remove: () => void }> {
  // Below the project, so that packages are found as they are from the project itself.
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const root = mkdtempSync(join(ROOT, '.cache/second-site-'));
  for (const name of SOURCES) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  addSecondNotice(join(root, 'content'));
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '', ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 1e8,
  });
  return { dist: join(root, 'dist'), remove: () => rmSync(root, { recursive: true }) };
}
