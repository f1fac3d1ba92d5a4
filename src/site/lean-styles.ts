/** Starlight's styles without what no page of ours shows. Every page loads them, and waits for them before it paints. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Parts of Starlight that no page has; a test looks for them in the built pages. */
const UNUSED =
  /\/@astrojs\/starlight\/.*\/(Badge|Banner|ContentNotice|EditLink|Hero|LinkButton|SocialIcons)\.astro\?.*\btype=style\b/;

/** Where Starlight sets its own variables, in a layer below that of ours. */
const VARIABLES = /\/@astrojs\/starlight\/.*\/style\/props\.css$/;
/** What Starlight adds for paper: its light palette once more, which ours is already, and parts that no page has. */
const PAPER = /\/@astrojs\/starlight\/.*\/style\/print\.css\b/;
const NOT_ON_PAPER =
  /[^{}]*(expressive-code|file-tree|starlight-tabs|sl-(badge|banner|link-button|steps))[^{}]*\{[^{}]*\}/g;
/**
 * Room after the last block of a list's item. Starlight looks for the lists with `:has()`, and so at every element of
 * every page; whatever then comes or goes anywhere, as each question of the self-check does, has all around it styled
 * anew. On our pages the last block itself tells as much.
 */
const PROSE = /\/@astrojs\/starlight\/.*\/style\/markdown\.css$/;
const LISTS_WITH_BLOCKS = /:is\(ol, ul\):has\(> li[^{]*\{/;
const LAST_BLOCK =
  'li > :last-child:not(a, strong, em, del, span, input, code, br, script, ol, ul, :where(.not-content *)) {';
const OURS = new URL('../styles/starlight.css', import.meta.url);

export function leanStyles(): Plugin {
  return {
    name: 'site:lean-styles',
    enforce: 'pre',
    transform(css, id) {
      if (UNUSED.test(id)) return { code: '', map: null };
      if (PAPER.test(id)) {
        const code = css
          .replace(/--sl-(color|shadow)-[\w-]+:[^;]*;/g, '')
          .replace(NOT_ON_PAPER, '');
        return { code, map: null };
      }
      if (PROSE.test(id)) {
        const code = css.replace(/\/\*.*?\*\//gs, '').replace(LISTS_WITH_BLOCKS, LAST_BLOCK);
        return { code, map: null };
      }
      if (!VARIABLES.test(id)) return null;
      const ours = new Set(readFileSync(OURS, 'utf8').match(/--sl-[\w-]+(?=:)/g));
      const declaration = /(--sl-[\w-]+):[^;]*;/g;
      const left = css.replace(declaration, (all, name) => (ours.has(name) ? '' : all));
      return { code: left, map: null };
    },
  };
}
