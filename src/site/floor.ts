/** Builds for the oldest browsers that the site is made for. */
import type { AstroIntegration } from 'astro';
import { targets } from '../floor/index.ts';

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
    },
  };
}
