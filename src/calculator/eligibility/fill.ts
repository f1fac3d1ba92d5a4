/** Templates come from content, so there are few of them; each is taken apart once. */
const taken = new Map<string, string[]>();

/**
 * Puts values into `{slots}`. A slot without a value stays as it is, so that a mistake shows.
 *
 * @example fill('差 {n} 天', { n: 3 }) // '差 3 天'
 */
export function fill(template: string, slots: Record<string, string | number>): string {
  let parts = taken.get(template);
  if (!parts) {
    // Every second part is a slot's name.
    parts = template.split(/\{(\w+)\}/);
    taken.set(template, parts);
  }
  let text = parts[0] as string;
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i] as string;
    text += `${slots[name] ?? `{${name}}`}${parts[i + 1]}`;
  }
  return text;
}
