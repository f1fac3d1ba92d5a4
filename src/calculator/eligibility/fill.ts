/** Templates come from content, so there are few of them; each is taken apart once. */
const taken = new Map<string, string[]>();

export type Slots = Record<string, string | number>;

/**
 * Puts values into `{slots}`. A slot without a value stays as it is, so that a mistake shows.
 *
 * @param given where else values are looked for, the nearest first: handing on what many texts share costs nothing, while
 *   laying it all out in one record anew takes longer than filling
 *
 * @example fill('差 {n} 天', { n: 3 }) // '差 3 天'
 */
export function fill(template: string, own: Slots, given: Slots[] = []): string {
  let parts = taken.get(template);
  if (!parts) {
    // Every second part is a slot's name.
    parts = template.split(/\{(\w+)\}/);
    taken.set(template, parts);
  }
  let text = parts[0] as string;
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i] as string;
    let value = own[name];
    for (const slots of given) value ??= slots[name];
    text += `${value ?? `{${name}}`}${parts[i + 1]}`;
  }
  return text;
}
