/**
 * The picture that messengers show with a link: the page's title and what it is about, 1200 by 630. Letters are drawn
 * from a font in this folder (a part of Noto Sans SC, under the licence beside it), as outlines, so that it looks the same
 * wherever it is built; content/decisions/0068 says how the part was taken.
 */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';
import { title as siteName } from '../../components/site/name.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;
const MARGIN = 80;
const ROOM = WIDTH - 2 * MARGIN;

const INK = '#16212b';
const INK_2 = '#4a5966';
const ACCENT = '#0b5f8a';
const LINE = '#d5dce1';

const STANDING = '独立整理，不是官方网站。以通知原文为准。';

interface Card {
  title: string;
  about: string;
}

let held: Font | undefined;
function font(): Font {
  if (held) return held;
  const made = create(readFileSync(new URL('NotoSansSC-Bold.woff2', import.meta.url)));
  if (made.isCollection) throw new Error('The font is a collection.');
  held = made;
  return held;
}

/** As a PNG of few colours. The drawing library comes only when there is something to draw. */
export async function drawCard(card: Card): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(cardSvg(card)))
    .png({ palette: true, colours: 32, compressionLevel: 9 })
    .toBuffer();
}

export function cardSvg({ title, about }: Card): string {
  // As large as three lines allow; a word longer than the picture is wide is for nobody to read.
  const size = [84, 72, 60, 48].find((size) => linesOf(title, size).length <= 2) ?? 48;
  const titleLines = linesOf(title, size).slice(0, 3);
  const aboutLines = linesOf(about, 34).slice(0, 3);
  const top = 230;
  const below = top + (titleLines.length - 1) * size * 1.3 + 80;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<rect width="${WIDTH}" height="12" fill="${ACCENT}"/>`,
    drawn(siteName, { size: 34, x: MARGIN, y: 110, fill: ACCENT }),
    ...titleLines.map((line, index) =>
      drawn(line, { size, x: MARGIN, y: top + index * size * 1.3, fill: INK }),
    ),
    ...aboutLines.map((line, index) =>
      drawn(line, { size: 34, x: MARGIN, y: below + index * 52, fill: INK_2 }),
    ),
    `<rect x="${MARGIN}" y="530" width="${ROOM}" height="2" fill="${LINE}"/>`,
    drawn(STANDING, { size: 28, x: MARGIN, y: 580, fill: INK_2 }),
    '</svg>',
  ].join('');
}

interface Place {
  size: number;
  x: number;
  y: number;
  fill: string;
}

/** One line of text as outlines, its letters side by side on the line `y`. */
function drawn(text: string, { size, x, y, fill }: Place): string {
  const scale = size / font().unitsPerEm;
  let pen = 0;
  const glyphs = [...text].map((letter) => {
    const { path, advanceWidth } = glyphOf(letter);
    const moved = `<path transform="translate(${pen})" d="${path.toSVG()}"/>`;
    pen += advanceWidth;
    return moved;
  });
  return `<g fill="${fill}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${glyphs.join('')}</g>`;
}

function glyphOf(letter: string) {
  const glyph = font().glyphForCodePoint(letter.codePointAt(0) ?? 0);
  if (glyph.id !== 0) return glyph;
  throw new Error(
    `链接的图片要写“${letter}”，图片用的字体里没有这个字。请在标题或简介里换一个字，或者照 content/decisions/0068 重做字体。`,
  );
}

export const widthOf = (text: string, size: number): number =>
  ([...text].reduce((sum, letter) => sum + glyphOf(letter).advanceWidth, 0) * size) /
  font().unitsPerEm;

/** What may not begin a line. */
const CLOSING = /^[，。、；：？！”’）》〉〕】…·]/;

/** Text in as few lines as it needs, of about the same length; numbers and Latin words stay whole. */
export function linesOf(text: string, size: number): string[] {
  const pieces = text.match(/[\w.%\-/]+|./gu) ?? [];
  const fill = (room: number): string[] => {
    const lines = [''];
    for (const piece of pieces) {
      const line = lines.at(-1) ?? '';
      if (line !== '' && widthOf((line + piece).trimEnd(), size) > room && !CLOSING.test(piece)) {
        lines.push(piece.trimStart());
      } else lines[lines.length - 1] = line + piece;
    }
    return lines.map((line) => line.trim());
  };
  const { length } = fill(ROOM);
  // The narrowest room that needs no more lines balances them.
  for (let room = ROOM / 2; room < ROOM; room += size / 2) {
    if (fill(room).length === length) return fill(room);
  }
  return fill(ROOM);
}
