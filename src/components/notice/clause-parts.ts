/** A clause's paragraph taken apart for quoting: its few kinds of Markdown, and the words on which a rule rests. */

export interface Part {
  kind: 'text' | 'strong' | 'link';
  text: string;
  /** It belongs to a quotation. */
  marked: boolean;
}

/** Bold text and bare addresses, all the Markdown that a notice's text has. */
const MARKUP = /\*\*(.+?)\*\*|<(https?:\/\/[^>]+)>/g;

/** @param quotes words that stand in the paragraph; white space may differ, as it does in the original's scan */
export function clauseParts(paragraph: string, quotes: string[] = []): Part[] {
  const parts: Omit<Part, 'marked'>[] = [];
  let from = 0;
  for (const match of paragraph.matchAll(MARKUP)) {
    parts.push({ kind: 'text', text: paragraph.slice(from, match.index) });
    parts.push(
      match[1] ? { kind: 'strong', text: match[1] } : { kind: 'link', text: match[2] ?? '' },
    );
    from = match.index + match[0].length;
  }
  parts.push({ kind: 'text', text: paragraph.slice(from) });

  const whole = parts.map(({ text }) => text).join('');
  const marked = quotes.map((quote) => range(whole, quote)).filter((found) => found !== undefined);
  const isMarked = (at: number) => marked.some(([start, end]) => at >= start && at < end);
  let at = 0;
  return parts.flatMap(({ kind, text }) => {
    const found: Part[] = [];
    for (const character of text) {
      const last = found.at(-1);
      if (last && last.marked === isMarked(at)) last.text += character;
      else found.push({ kind, text: character, marked: isMarked(at) });
      at += character.length;
    }
    return found;
  });
}

/** Where a quotation stands, from its first to behind its last character; undefined where it does not. */
function range(text: string, quote: string): [number, number] | undefined {
  const places: number[] = [];
  let bare = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/\s/.test(character)) continue;
    places.push(at);
    bare += character;
  }
  const wanted = quote.replace(/\s/g, '');
  const start = bare.indexOf(wanted);
  const [first, last] = [places[start], places[start + wanted.length - 1]];
  return first === undefined || last === undefined ? undefined : [first, last + 1];
}
