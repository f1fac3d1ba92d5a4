/**
 * Typed or pasted text with plain digits and punctuation in place of full-width ones, and without what nobody sees:
 * marks of zero width, which chat programs and spreadsheets leave in what is copied from them.
 *
 * @example plainText('２０２６．７ ') // '2026.7'
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
