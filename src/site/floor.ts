/** Builds for the oldest browsers that the site is made for, and stops where something asks for more. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { demand, type Piece, problemsIn, targets } from '../floor/index.ts';
import { inlineIn } from './hosting/csp.ts';

export function keepFloor(): AstroIntegration {
  return {
    name: 'floor',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'floor:targets',
                // A plugin, because Astro sets the target of what browsers get to the newest and takes no other from
                // a configuration. Styles come from what runs while building too, which is itself left as it is.
                configEnvironment: (name) => ({
                  build: { cssTarget: targets, ...(name === 'client' && { target: targets }) },
                }),
              },
            ],
          },
        });
      },
      'astro:build:done': ({ dir }) => {
        demand(piecesOf(fileURLToPath(dir)).flatMap(problemsIn));
      },
    },
  };
}

/** Every script and every style sheet below a folder, those inside pages too; each text once. */
function piecesOf(root: string): Piece[] {
  const pieces = new Map<string, Piece>();
  const add = (file: string, kind: Piece['kind'], text: string) => {
    if (!pieces.has(kind + text)) pieces.set(kind + text, { file, kind, text });
  };
  const files = globSync('**/*.{js,css,html}', { cwd: root }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  for (const file of files.sort()) {
    const text = readFileSync(join(root, file), 'utf8');
    if (file.endsWith('.js')) add(file, 'script', text);
    else if (file.endsWith('.css')) add(file, 'styles', text);
    else {
      const { scripts, styles } = inlineIn(text);
      for (const script of scripts) add(file, 'script', script);
      for (const style of styles) add(file, 'styles', style);
    }
  }
  return [...pieces.values()];
}
