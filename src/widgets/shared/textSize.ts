/** How large letters may be, beside as large as usual. */
export const SIZES = ['large', 'elder'] as const;
export type Size = '' | (typeof SIZES)[number];

/**
 * What the device keeps, whoever put it there: the usual size where it is no choice of ours. It also runs in a page's head
 * as it is written here, and so uses nothing from outside itself.
 */
export const sizeOf = (kept: string | null | undefined): Size =>
  kept === 'large' || kept === 'elder' ? kept : '';
