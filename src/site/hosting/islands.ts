/**
 * Numbers a page's islands in their order. Astro's own numbers come from a hash that takes in the folder of the build,
 * and nothing but the page's bytes depends on them: with these the same commit gives the same page in every folder.
 */
export function withSteadyIslands(html: string): string {
  let count = 0;
  return html.replace(/(<astro-island uid=")[^"]*/g, (_, start) => {
    count += 1;
    return `${start}${count}`;
  });
}
