/**
 * The one door of every npm script: `node src/scripts/run.mjs <task> [arguments for its last step]`.
 *
 * Written without packages and for old versions of Node, because it runs before there are packages
 * and before there is a Node that the site works with. It prepares both, then runs the task's steps.
 */

import { readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { ensureFloorBrowsers } from './floor.mjs';
import { ensureJava } from './java.mjs';
import { withLock } from './lock.mjs';
import { ensureLoadTools, ensureNginx } from './nginx.mjs';
import { ensureNode } from './node.mjs';
import { ensurePackages } from './packages.mjs';
import { run, UserError } from './process.mjs';
import { announce, ensureFree } from './serve.mjs';

/**
 * What runs is a package's own command, or a file.
 *
 * What `checks` looks at what the step before it left, and gets none of the person's arguments.
 *
 * @typedef {{ name: string, args: string[], checks?: boolean } & ({ package: string, command?: string } | { file: string })} Step
 */

const port = process.env.PORT || '4321';
/** What the calculator is compared with has packages of its own. */
const ENGINES = 'test/bench/engines';
/** What looks at the pages as a search engine and a slow phone do, too. */
const LIGHTHOUSE = 'test/bench/lighthouse';

/** @satisfies {Record<string, Step>} */
const steps = {
  types: { name: '检查类型', package: 'astro', args: ['check'] },
  lint: {
    name: '检查代码与格式',
    package: '@biomejs/biome',
    args: ['check', '--error-on-warnings'],
  },
  format: { name: '整理格式', package: '@biomejs/biome', args: ['check', '--write'] },
  build: { name: '构建网站', package: 'astro', args: ['build'] },
  // Pages kept from an earlier build would make this one depend on it.
  cleanBuild: { name: '从头构建网站', package: 'astro', args: ['build', '--force'] },
  release: { name: '打包', file: 'src/scripts/release.ts', args: [] },
  begin: { name: '写出要改的文件', file: 'src/scripts/new.ts', args: [] },
  shapes: { name: '写出类型和编辑器用的格式', file: 'src/scripts/shapes.ts', args: [] },
  tests: { name: '运行测试', package: 'vitest', args: ['run'] },
  load: { name: '量负载', file: 'test/load/run.ts', args: [] },
  // The other engines' types are there only once they are installed.
  benchTypes: {
    name: '检查测速的类型',
    package: 'typescript',
    command: 'tsc',
    args: ['--noEmit', '-p', `${ENGINES}/tsconfig.json`],
  },
  bench: { name: '测速', file: `${ENGINES}/run.ts`, args: [] },
  benchRoster: { name: '量花名册', file: 'test/bench/roster.ts', args: [] },
  measure: { name: '量自查页', file: 'test/bench/measure.ts', args: [] },
  lighthouseTypes: {
    name: '检查 Lighthouse 脚本的类型',
    package: 'typescript',
    command: 'tsc',
    args: ['--noEmit', '-p', `${LIGHTHOUSE}/tsconfig.json`],
  },
  lighthouse: { name: '用 Lighthouse 看七个页面', file: `${LIGHTHOUSE}/run.ts`, args: [] },
  mutate: {
    name: '变异测试',
    file: 'node_modules/@stryker-mutator/core/bin/stryker.js',
    args: ['run'],
  },
  survivors: { name: '核对存活的变异', file: 'test/mutation/report.ts', args: [], checks: true },
  dev: { name: '开发预览', package: 'astro', args: ['dev'] },
  // Without --ignore-lock Astro refuses a second preview on another port, and goes into the background
  // where it takes the person for a program.
  preview: {
    name: '本地预览',
    package: 'astro',
    args: ['preview', '--ignore-lock', '--port', port],
  },
};

/** @type {Record<string, Step[]>} */
const tasks = {
  start: [steps.build, steps.preview],
  dev: [steps.dev],
  build: [steps.build],
  check: [steps.types, steps.lint],
  format: [steps.format],
  test: [steps.types, steps.lint, steps.build, steps.tests],
  load: [steps.build, steps.load],
  bench: [steps.benchTypes, steps.bench, steps.benchRoster],
  new: [steps.begin],
  shapes: [steps.shapes],
  release: [steps.cleanBuild, steps.release],
  measure: [steps.build, steps.measure],
  lighthouse: [steps.lighthouseTypes, steps.build, steps.lighthouse],
  mutate: [steps.mutate, steps.survivors],
};

/**
 * @param {string} task
 * @param {string[]} args
 */
async function main(task, args) {
  const plan = tasks[task];
  if (!plan) {
    throw new UserError(`没有「${task}」这个任务。可用的有：${Object.keys(tasks).join('、')}`);
  }
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  if (task === 'start') await ensureFree(port);

  const node = await withLock('.cache/set-up.lock', async () => {
    const node = await ensureNode('.cache/node');
    // Also for what the steps start themselves.
    process.env.PATH = dirname(node) + delimiter + process.env.PATH;
    await ensurePackages(node);
    if (['test', 'load', 'bench', 'measure', 'lighthouse'].includes(task)) await ensureBrowser();
    if (task === 'test') {
      await ensureNginx();
      await ensureJava();
      await ensureFloorBrowsers();
    }
    if (task === 'load') await ensureLoadTools();
    if (task === 'bench') await ensurePackages(node, ENGINES);
    if (task === 'lighthouse') await ensurePackages(node, LIGHTHOUSE);
    return node;
  });

  for (const step of plan) {
    console.log(`\n▸ ${step.name}`);
    if (step === steps.preview) {
      const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');
      announce(new URL(base, `http://localhost:${port}`));
    }
    const rest = step === plan.findLast(({ checks }) => !checks) ? args : [];
    const program = 'file' in step ? step.file : programOf(step.package, step.command);
    const code = await run(node, [program, ...step.args, ...rest]);
    if (code === 0) continue;
    process.exitCode = code;
    // From 128 on a signal ended it: the person did, and knows.
    if (code < 128) console.error(`\n「${step.name}」没有通过。请按上面的提示处理，再重新运行。`);
    return;
  }
}

/**
 * The script behind a package's command. Run with Node itself, it needs no shell on any system.
 *
 * @param {string} name
 * @param {string} [command] which of its commands; by default the one that is called like it
 */
function programOf(name, command = basename(name)) {
  const folder = join('node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, bin[command]);
}

const [task = '', ...args] = process.argv.slice(2);
try {
  await main(task, args);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
