/**
 * `npm run release`: the built site as one zip in `release/`, and its checksum. The same commit gives the same bytes in
 * every folder, zone and season: entries are sorted, bear the commit's time, and are deflated by fflate, not by the
 * machine's zlib. Precompressed copies stay out; the server that unpacks the zip makes its own.
 *
 * `npm run release -- --keep former.zip` also takes what pages opened before still ask for; see keep.ts.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { commitTime, git } from './commit.ts';
import { filesBelow } from './files.ts';
import { formerFiles, KEPT } from './keep.ts';
import { UserError } from './process.mjs';

/** What the zip holds, by path. */
export type Files = Map<string, Uint8Array>;

/**
 * The built site below `site/`, the nginx block beside it, a word on both, and the checksums of all of it.
 *
 * @param former what is kept of the release before
 */
export function releaseFiles(dist: string, former: Files = new Map()): Files {
  const names = filesBelow(dist).filter((name) => !/\.(gz|br)$/.test(name));
  const files: Files = new Map(
    names.map((name) => [`site/${name}`, readFileSync(join(dist, name))]),
  );
  const block = files.get('site/hosting/nginx.conf');
  if (!block) throw new UserError('dist/ 里没有 hosting/nginx.conf，请先构建。');
  const kept = sorted(former).filter(([name]) => !files.has(name));
  for (const [name, content] of kept) files.set(name, content);
  if (kept.length > 0) {
    files.set(KEPT, strToU8(kept.map(([name]) => `${name}\n`).join('')));
  }
  files.set('nginx.conf', block);
  files.set('README.txt', strToU8(README));
  files.set('SHA256SUMS', strToU8(checksums(files)));
  return files;
}

const README = `浙江工程师职称申报指南：放到自己的服务器上

1. 核对：在解开的文件夹里运行 sha256sum -c SHA256SUMS，每一行都是 OK 或“成功”。
2. 把 site 里的全部文件放进 /var/www/title-guide/。
   更新时先放新文件，旧文件过一天再删：有人的网页是更新以前打开的，还会来取旧的脚本（文件名里带散列的：_astro/、
   embed/v1.….js、embed/frame.….js、lib/title-check.….js）；别人的网站也可能固定用着旧的那份。
   有 KEPT 这个文件的，它列的就是上一版的这些脚本，site 里已经带着：旧文件可以马上全部删掉。
3. 把 nginx.conf 放进 /etc/nginx/conf.d/title-guide.conf，改好 server_name 和 alias 两行，运行 nginx -t，再重新加载。
4. 想省流量，先压缩好（可以不做）：
   cd /var/www/title-guide
   find . -type f -size +1k -regex '.*\\.\\(html\\|css\\|js\\|json\\|svg\\|xml\\|ics\\|txt\\)' -exec gzip -9 -k -f -n {} +

用别的服务器，见 site/_headers 里的响应头。不需要数据库，也不需要在服务器上运行程序。
`;

/** As `sha256sum` prints them, sorted by path. */
function checksums(files: Files): string {
  return sorted(files)
    .map(([name, content]) => `${sha256(content)}  ${name}\n`)
    .join('');
}

/**
 * @param at the time that every entry bears, told in UTC; zips know it to two seconds. Not before 1980
 */
export function zip(files: Files, at: Date): Uint8Array {
  const zone = process.env.TZ;
  // fflate writes the time as the machine's zone has it.
  process.env.TZ = 'UTC';
  try {
    return zipSync(Object.fromEntries(sorted(files)), { level: 9, mem: 12, mtime: at });
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

const sorted = (files: Files) => [...files].sort(([a], [b]) => (a < b ? -1 : 1));
export const sha256 = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** What `--keep` names; undefined without it. */
function readFormer(): Files | undefined {
  const usage = '用法：npm run release，或者 npm run release -- --keep 上一版.zip';
  let path: string | undefined;
  try {
    path = parseArgs({ options: { keep: { type: 'string' } } }).values.keep;
  } catch {
    throw new UserError(usage);
  }
  if (path === undefined) return undefined;
  try {
    return formerFiles(readFileSync(path));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`读不到上一版的包 ${path}。${usage}`);
  }
}

function main(): void {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const file = `${name}-${version}.zip`;
  const former = readFormer();
  const files = releaseFiles('dist', former);
  const content = zip(files, commitTime());
  // Only now: the former release may lie there.
  rmSync('release', { recursive: true, force: true });
  mkdirSync('release');
  writeFileSync(join('release', file), content);
  writeFileSync('release/SHA256SUMS', `${sha256(content)}  ${file}\n`);
  console.log(
    `release/${file}，${(content.length / 1e6).toFixed(1)} MB\nSHA-256 ${sha256(content)}`,
  );
  if (former) {
    const kept = [...former.keys()].filter((name) => files.get(name) === former.get(name)).length;
    console.log(`带上了上一版的 ${kept} 个文件。`);
  }
  if (git('status', '--porcelain')) {
    console.log('注意：有没提交的改动。别人从这次提交打不出一样的包。');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
