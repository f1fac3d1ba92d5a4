/** The script in the offline file that brings out the other: undoes what `pack` in `offline.ts` does, and runs it. */
import { inflate } from '../inflate.ts';

const { textContent, dataset } = document.getElementById('packed') as HTMLElement;
const digit = (code: number) => code - (code < 60 ? 35 : 36);
const text = textContent as string;
const bytes: number[] = [];
for (let at = 0, bits = 0, held = 0; at < text.length; at += 2) {
  held |= (digit(text.charCodeAt(at)) + 91 * digit(text.charCodeAt(at + 1))) << bits;
  for (bits += 13; bits > 7; bits -= 8, held >>= 8) bytes.push(held & 255);
}
const script = document.createElement('script');
script.textContent = new TextDecoder('gbk').decode(inflate(bytes, Number(dataset.size)));
document.body.append(script);
