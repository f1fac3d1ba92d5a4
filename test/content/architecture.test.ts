import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

/** What each folder may import of ours beside itself. */
const ARROWS: Record<string, string[]> = {
  shapes: [],
  // Types alone, which leave nothing in the code that the browser gets.
  calculator: ['shapes'],
  plan: ['calculator'],
  typed: ['calculator'],
  roster: ['calculator', 'typed'],
  notices: ['calculator', 'shapes'],
  widgets: ['calculator', 'plan', 'typed', 'roster'],
  embed: ['calculator', 'widgets'],
  search: [],
  components: [
    'calculator',
    'plan',
    'roster',
    'notices',
    'widgets',
    'embed',
    'search',
    'styles',
    'floor',
  ],
  gallery: ['calculator', 'plan', 'components', 'styles'],
  routes: ['calculator', 'plan', 'roster', 'notices', 'widgets', 'embed', 'components'],
  bundles: ['calculator', 'plan', 'roster', 'notices', 'widgets', 'embed', 'styles', 'floor'],
  floor: [],
  site: [
    'calculator',
    'notices',
    'widgets',
    'search',
    'components',
    'gallery',
    'bundles',
    'floor',
    'scripts',
  ],
  scripts: ['calculator', 'shapes', 'notices'],
  styles: [],
};

/** The rooms of the components, from the bottom up: each may import of those before it. */
const ROOMS = ['notice', 'rules', 'tools', 'embed', 'site'];

/** Folders that are entered at more than one place: a part that only some pages load has a door of its own. */
const DOORS: Record<string, RegExp> = {
  // Each widget is its own door; what widgets share has none.
  widgets: /^widgets\/(shared\/.+|[^/]+\/index\.tsx|about(Shape)?\.ts)$/,
  // The types have a door of their own, which leads to no zod.
  shapes: /^shapes\/(index|types)\.ts$/,
  plan: /^plan\/(calendar\/)?index\.ts$/,
  // Only what has a worker starts one, and template and sample are made by the build.
  roster: /^roster\/(index|startWorker|template)\.ts$/,
  // What the browser gets, and what makes its data of the built pages.
  search: /^search\/(build\/)?index\.ts$/,
  // Components, examples, style sheets and scripts are used one by one.
  components: /./,
  gallery: /./,
  styles: /./,
  scripts: /./,
};

interface Import {
  /** Both relative to `src/`. */
  from: string;
  to: string;
}

function sourceOf(file: string): string {
  const text = readFileSync(join(SRC, file), 'utf8');
  // Of an Astro file only the code between its fences and in its scripts imports anything.
  if (!file.endsWith('.astro')) return text;
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  return [/^---\n([\s\S]*?)\n---/.exec(text)?.[1], ...scripts].join('\n');
}

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const files = globSync('**/*.{ts,tsx,mjs,js,astro}', { cwd: SRC }).map((file) =>
  file.replaceAll('\\', '/'),
);
const specifiers = (file: string): string[] => {
  // Code in templates is an example, shown on a page.
  const code = withoutComments(sourceOf(file)).replace(/`(\\.|[^`\\])*`/g, '``');
  const patterns = [/\bfrom\s*['"]([^'"]+)['"]/g, /\bimport\s*\(?\s*['"]([^'"]+)['"]/g];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = '']) => name));
};
/** Imports of our own files, and how each is written. */
const imports: Import[] = files.flatMap((from) =>
  specifiers(from)
    .filter((name) => name.startsWith('.') || name.startsWith('/'))
    .map((name) => {
      const to = relative(SRC, normalize(join(SRC, dirname(from), name)));
      return { from, to: to.replaceAll('\\', '/') };
    }),
);
const folder = (file: string) => file.split('/')[0] ?? '';
const told = (list: Import[]) => list.map(({ from, to }) => `${from} → ${to}`);

describe('imports between the folders of src', () => {
  test('are found', () => {
    expect(imports.length).toBeGreaterThan(30);
    expect(told(imports)).toContain('notices/read/load.ts → calculator/index.ts');
    expect(told(imports)).toContain(
      'components/tools/SelfCheck.astro → widgets/SelfCheck/index.tsx',
    );
  });

  test('know every folder', () => {
    expect([...new Set(files.map(folder))].filter((name) => !(name in ARROWS))).toEqual([]);
  });

  test.each(Object.entries(ARROWS))('of %s go only to itself and to [%s]', (name, allowed) => {
    // What leaves src has a test of its own below.
    const wrong = imports.filter(
      ({ from, to }) => folder(from) === name && ![name, '..', ...allowed].includes(folder(to)),
    );
    expect(told(wrong)).toEqual([]);
  });

  test('enter another folder only by its door', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (folder(from) === folder(to) || !(folder(to) in ARROWS)) return false;
      const door = DOORS[folder(to)];
      return door ? !door.test(to) : to !== `${folder(to)}/index.ts`;
    });
    expect(told(wrong)).toEqual([]);
  });

  test('of a room of components reach only itself and the rooms below it', () => {
    const room = (file: string) =>
      file.startsWith('components/') ? file.split('/')[1] : undefined;
    const used = imports.filter(({ from, to }) => room(from) && room(to));
    expect(
      [...new Set(files.map(room))].filter((name) => name && !name.includes('.')).sort(),
    ).toEqual([...ROOMS].sort());
    const wrong = used.filter(
      // What lies beside the rooms is below all of them.
      ({ from, to }) => ROOMS.indexOf(room(to) ?? '') > ROOMS.indexOf(room(from) ?? ''),
    );
    expect(told(wrong)).toEqual([]);
  });

  test('of a widget reach no other widget, but what widgets share', () => {
    const widget = (file: string) => file.split('/')[1] ?? '';
    const wrong = imports.filter(
      ({ from, to }) =>
        folder(from) === 'widgets' &&
        folder(to) === 'widgets' &&
        widget(from) !== widget(to) &&
        // The list of the widgets, and the shape of its entries.
        !/^about(Shape)?\.ts$/.test(widget(from)) &&
        !['shared', 'aboutShape.ts'].includes(widget(to)),
    );
    expect(told(wrong)).toEqual([]);
  });

  test('of the embed’s protocol reach nothing of ours', () => {
    expect(told(imports.filter(({ from }) => from === 'embed/protocol.ts'))).toEqual([]);
  });

  test('never leave src, but into content', () => {
    const wrong = imports.filter(({ to }) => to.startsWith('../') && !to.startsWith('../content/'));
    expect(told(wrong)).toEqual([]);
  });

  test('carry the file’s ending, so that plain Node follows them', () => {
    const wrong = imports.filter(
      ({ to }) => !/\.(ts|tsx|mjs|astro|css|json|mdx?)(\?[\w&-]+)?$/.test(to),
    );
    expect(told(wrong)).toEqual([]);
  });
});

describe('imports', () => {
  test('never lead back to where they began, not even for a type alone', () => {
    const next = new Map(files.map((file) => [file, [] as string[]]));
    for (const { from, to } of imports) if (to !== from) next.get(from)?.push(to);
    expect(circles(next)).toEqual([]);
  });

  test('that lead back are found, and each circle is told once', () => {
    const next = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', ['d']],
      ['d', ['b', 'e']],
      ['e', []],
    ]);
    expect(circles(next)).toEqual(['b → c → d → b']);
  });
});

/** The circles that a walk along the arrows closes, each as the way round. */
function circles(next: Map<string, string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (file: string) => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    way.push(file);
    for (const to of next.get(file) ?? []) walk(to);
    way.pop();
    done.add(file);
  };
  for (const file of next.keys()) walk(file);
  return found;
}

describe('the rooms of the calculator', () => {
  test('stand side by side on dates and shapes', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [, room, file] = from.split('/');
      const [, other, theirs] = to.split('/');
      return folder(from) === 'calculator' && file && theirs && room !== other;
    });
    expect(told(wrong)).toEqual([]);
  });
});

describe('the pages of content', () => {
  test('name what they import from src by ~/, at whatever depth they stand', () => {
    const pages = globSync('content/docs/**/*.mdx', { cwd: ROOT });
    const named = pages.flatMap((page) =>
      [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^import .* from '([^']+)'/gm)].map(
        ([, name = '']) => ({ page, name }),
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => /^\.\.\/|^src\//.test(name))).toEqual([]);
    const entered = named.filter(({ name }) => name.startsWith('~/'));
    expect(entered.filter(({ name }) => !name.startsWith('~/components/'))).toEqual([]);
  });
});

describe('the calculator', () => {
  const own = files.filter((file) => folder(file) === 'calculator');
  const code = new Map(own.map((file) => [file, withoutComments(sourceOf(file))]));

  test('imports no package but date-fns for its dates, and no part of Node', () => {
    const wrong = own.flatMap((file) =>
      specifiers(file)
        // Which of our own files it may import is said above.
        .filter((name) => !name.startsWith('.'))
        // Function by function: the whole of it would take long to load in plain Node.
        .filter((name) => !(file.endsWith('/dates.ts') && /^@?date-fns\/./.test(name)))
        .map((name) => `${file} → ${name}`),
    );
    expect(own.length).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b|(?<!new\s)\bDate\(\s*\)/],
    ['the machine’s language or zone', /\bIntl\b|\.toLocale\w*\(|\.getTimezoneOffset\(/],
    [
      'local parts of a Date',
      /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)\(/,
    ],
    ['globals', /\bglobalThis\b|\bself\./],
    ['chance', /\bMath\.random\b|\bcrypto\b/],
    ['code in strings', /\beval\(|\bnew Function\b/],
  ])('does not use %s', (_, pattern) => {
    const wrong = [...code].filter(([, text]) => pattern.test(text)).map(([file]) => file);
    expect(wrong).toEqual([]);
  });
});

describe('the calculator, compiled with the language alone', () => {
  test('finds everything it uses: nothing of the browser and nothing of Node', () => {
    const program = ts.createProgram([join(SRC, 'calculator/index.ts')], {
      lib: ['lib.es2024.d.ts'],
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      noEmit: true,
      strict: true,
      types: [],
    });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    expect(problems).toEqual([]);
  }, 30_000);
});

describe('the code that the browser gets', () => {
  test('holds no zod and no yaml, and date-fns only by way of the calculator', () => {
    const wrong = files
      .filter((file) =>
        ['calculator', 'plan', 'typed', 'roster', 'widgets', 'embed', 'search'].includes(
          folder(file),
        ),
      )
      .filter((file) => !file.startsWith('search/build/'))
      .flatMap((file) => specifiers(file).map((name) => `${file} → ${name}`))
      .filter((line) => /→ (zod|yaml|@?date-fns|parse5|opencc|node:)/.test(line))
      .filter((line) => !line.startsWith('calculator/dates.ts →'));
    expect(wrong).toEqual([]);
  });
});

describe('the search', () => {
  test('has no package and nothing of Node in what the browser gets of it, nor what makes its data', () => {
    const own = files.filter((file) => /^search\/[^/]+$/.test(file));
    expect(own.length).toBeGreaterThan(3);
    expect(own.flatMap(specifiers).filter((name) => !/^\.\/[^/]+$/.test(name))).toEqual([]);
  });
});

describe('the shapes', () => {
  test('are entered by code for the browser at their types alone', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        ['calculator', 'plan', 'typed', 'roster', 'widgets', 'embed'].includes(folder(from)) &&
        folder(to) === 'shapes' &&
        to !== 'shapes/types.ts',
    );
    expect(told(wrong)).toEqual([]);
  });

  test('leave nothing of their types in code', () => {
    const { outputText } = ts.transpileModule(sourceOf('shapes/types.ts'), {
      compilerOptions: { target: ts.ScriptTarget.ES2024, removeComments: true },
    });
    expect(outputText.trim()).toBe('export {};');
  });
});

describe('the root of the repository', () => {
  test('has nothing that Astro would take for its own', () => {
    const taken = /^(pages|actions|assets)(\.\w+)?$|^middleware(\.\w+)?$|^live\.config\.\w+$/;
    expect(readdirSync(ROOT).filter((name) => taken.test(name))).toEqual([]);
  });
});
