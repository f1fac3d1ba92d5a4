/**
 * Undoes deflate (RFC 1951). The offline file carries this in plain text, so it is as short as it can be: bit by bit,
 * without tables, and without a word for what cannot be read. What a library brings is three times as long, and the
 * browser's own DecompressionStream is younger than the oldest browsers.
 *
 * @param size how many bytes come out
 */
export function inflate(packed: ArrayLike<number>, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let written = 0;
  let at = 0;
  /** So many bits as a number, the lowest first. */
  const read = (count: number) => {
    let value = 0;
    for (let i = 0; i < count; i++, at++)
      value |= (((packed[at >> 3] as number) >> (at & 7)) & 1) << i;
    return value;
  };
  /** A code's values in the order of their codes, and how many have each length. */
  const codeOf = (lengths: number[]): Code => {
    const counts = Array(16).fill(0);
    const values: number[] = [];
    for (let length = 1; length < 16; length++) {
      lengths.forEach((own, value) => {
        if (own !== length) return;
        values.push(value);
        counts[length]++;
      });
    }
    return [counts, values];
  };
  const decode = ([counts, values]: Code): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; ; length++) {
      code += read(1);
      const count = counts[length] as number;
      if (code - first < count) return values[index + code - first] as number;
      index += count;
      first = (first + count) * 2;
      code *= 2;
    }
  };

  let isLast: number;
  do {
    isLast = read(1);
    const kind = read(2);
    if (!kind) {
      at = (at + 7) & -8;
      const count = read(16);
      read(16);
      for (let i = 0; i < count; i++) out[written++] = read(8);
      continue;
    }
    let lengths: number[] = [];
    let literals = 288;
    if (kind === 1) {
      for (let i = 0; i < 320; i++)
        lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : i < 288 ? 8 : 5);
    } else {
      literals = read(5) + 257;
      const all = literals + read(5) + 1;
      const given = read(4) + 4;
      const short = Array(19).fill(0);
      for (let i = 0; i < given; i++) short[ORDER[i] as number] = read(3);
      const code = codeOf(short);
      while (lengths.length < all) {
        const value = decode(code);
        const [again, count] =
          value < 16
            ? [value, 1]
            : value < 17
              ? [lengths[lengths.length - 1] as number, 3 + read(2)]
              : [0, value < 18 ? 3 + read(3) : 11 + read(7)];
        lengths = lengths.concat(Array(count).fill(again));
      }
    }
    const literal = codeOf(lengths.slice(0, literals));
    const distance = codeOf(lengths.slice(literals));
    for (let value = decode(literal); value !== 256; value = decode(literal)) {
      if (value < 256) out[written++] = value;
      else {
        let length = value < 285 ? far(value - 257, 2) + 3 : 258;
        const back = far(decode(distance), 1) + 1;
        for (; length; length--, written++) out[written] = out[written - back] as number;
      }
    }
  } while (!isLast);
  return out;

  /** Lengths and distances grow alike: after so many bits of the number itself, with one more bit read in each round. */
  function far(value: number, bits: number): number {
    const more = (value >> bits) - 1;
    return more < 1 ? value : (((value & ((1 << bits) - 1)) | (1 << bits)) << more) + read(more);
  }
}

type Code = [counts: number[], values: number[]];

/** In which order the lengths of the code for lengths come. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
