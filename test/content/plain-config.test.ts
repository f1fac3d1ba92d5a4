import { expect, test } from 'vitest';
import { plainNode } from '../calculator/support.ts';

test('Node reads the site’s configuration as it is', async () => {
  // Where it cannot, Astro reads it by Vite instead, which is gone when the pages are built and pictures are drawn.
  const config = new URL('../../astro.config.mjs', import.meta.url).href;
  const script = `console.log(typeof (await import('${config}')).default.base);`;
  expect(await plainNode(['--input-type=module', '-e', script])).toContain('string');
});
