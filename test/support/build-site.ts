/** Builds the whole site in a folder of its own, where content or settings differ from the project's. */
import { execFile } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
/** What a site is built from. */
const SOURCES = [
  'astro.config.mjs',
  'content.config.ts',
  'package.json',
  'tsconfig.json',
  'src',
  'public',
  'content',
];

interface Options {
  /** Changes the copy of `content/` before the build. */
  change?: (content: string) => void;
  /** Settings such as BASE_PATH. */
  env?: Record<string, string>;
  /** With packages inside the folder, as a clone has them: class names tell where they lie. */
  ownPackages?: boolean;
}

export async function buildSite({ change, env, ownPackages }: Options): Promise<{
  dist: string;
  remove: () => void;
}> {
  const { root, remove } = copySite();
  change?.(join(root, 'content'));
  if (ownPackages) linkFolder(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  try {
    await promisify(execFile)(process.execPath, [astro, 'build'], {
      cwd: root,
      env: { ...plainEnvironment(), NODE_ENV: 'production', ...env },
      maxBuffer: 1e8,
    });
  } catch (error) {
    remove();
    throw error;
  }
  return { dist: join(root, 'dist'), remove };
}

/** What a build says that is to stop; empty where it went through all the same. */
export async function failedBuild(options: Options): Promise<string> {
  try {
    const { remove } = await buildSite(options);
    remove();
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

/** What the site is built from, in a folder of its own: Astro keeps files beside it, which no two may write at once. */
export function copySite(): { root: string; remove: () => void } {
  // Below the project, so that packages are found as they are from the project itself.
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const root = mkdtempSync(join(ROOT, '.cache/site-'));
  for (const name of SOURCES) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** Without what Vitest keeps there of import.meta.env, from where it would become the site's. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { VITEST, BASE_URL, MODE, DEV, PROD, SSR, NODE_ENV, ...environment } = process.env;
  return { ...environment, ASTRO_TELEMETRY_DISABLED: '1' };
}

/** The same files under another path, but hidden ones: those are what tools keep for themselves, and write to. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isFile()) linkSync(source, target);
  }
}
