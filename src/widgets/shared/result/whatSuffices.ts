import { type Advice, fill, type Notice } from '../../../calculator/index.ts';

/** Whether what is found wanting is all that is. Empty where nothing is. */
export function whatSuffices(notice: Notice, { changes }: Advice, open: boolean): string {
  const { result } = notice.wording;
  if (changes.length === 0) return '';
  if (changes.some(({ by }) => by === 'never')) return result.neverEnough;
  const n = new Set(changes.map(({ rule }) => rule)).size;
  const words = n === 1 ? result.oneSuffices : fill(result.allSuffice, { n });
  return `${words}${open ? result.ifTheRest : ''}。`;
}
