import type { Pace } from '../pace.ts';

/** Bytes that are decoded in one go. */
const CHUNK = 1 << 20;

/** Bytes as text: UTF-8 with its mark or without, UTF-16 with its mark, and else what Chinese spreadsheets write. */
export async function decoded(bytes: Uint8Array, going: Pace): Promise<string> {
  const [first, second] = bytes;
  const as = (decoder: TextDecoder) => inSlices(bytes, decoder, going);
  if (first === 0xff && second === 0xfe) return as(new TextDecoder('utf-16le'));
  if (first === 0xfe && second === 0xff) return as(new TextDecoder('utf-16be'));
  try {
    return await as(new TextDecoder('utf-8', { fatal: true }));
  } catch (error) {
    // What a decoder says of bytes that are no UTF-8.
    if (!(error instanceof TypeError)) throw error;
    return as(new TextDecoder('gb18030'));
  }
}

async function inSlices(bytes: Uint8Array, decoder: TextDecoder, going: Pace): Promise<string> {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    text += decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true });
    await going.step(0);
  }
  return text + decoder.decode();
}
