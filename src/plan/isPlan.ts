export const KEY = 'plan';

/**
 * Whether a fragment is a plan of the timeline's. Apart from the plan's parser, which only the timeline needs.
 *
 * @example isPlan('#plan=2026.1~0') // true
 */
export const isPlan = (fragment: string): boolean =>
  fragment.replace(/^#/, '').startsWith(`${KEY}=`);
