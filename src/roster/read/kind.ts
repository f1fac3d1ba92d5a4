/** What a file is, by its first bytes: names are often wrong. */
import type { FileProblemCode } from '../types.ts';

const begins = (bytes: Uint8Array, ...first: number[]) =>
  first.every((byte, at) => bytes[at] === byte);

/** In the directory of an encrypted workbook, in UTF-16. */
const ENCRYPTED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

export function kindOf(bytes: Uint8Array): 'xlsx' | 'text' | FileProblemCode {
  if (bytes.length === 0) return 'empty';
  if (begins(bytes, 0x50, 0x4b, 3, 4)) return 'xlsx';
  if (begins(bytes, 0x50, 0x4b)) return 'damaged';
  // A container of Microsoft's: an old .xls, or a new workbook behind a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return holds(bytes, ENCRYPTED) ? 'password' : 'oldXls';
  // What older programs wrote without a container.
  if (begins(bytes, 9, 8, 0x10, 0) || begins(bytes, 9, 8, 8, 0) || begins(bytes, 9, 4, 6, 0))
    return 'oldXls';
  if (
    begins(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    begins(bytes, 0xff, 0xd8, 0xff) ||
    begins(bytes, 0x47, 0x49, 0x46, 0x38) ||
    begins(bytes, 0x42, 0x4d) ||
    begins(bytes, 0x25, 0x50, 0x44, 0x46) ||
    begins(bytes, 0x49, 0x49, 0x2a, 0) ||
    begins(bytes, 0x4d, 0x4d, 0, 0x2a) ||
    (begins(bytes, 0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57)
  ) {
    return 'picture';
  }
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) return 'text';
  // Text holds no zeros; UTF-16 without a mark is nobody's export.
  const start = bytes.subarray(0, 4096);
  if (start.includes(0)) return 'notATable';
  // What some systems call .xls is a web page.
  const text = new TextDecoder('latin1').decode(start).trimStart().toLowerCase();
  return /^(?:\xef\xbb\xbf)?\s*(?:<!doctype|<html|<\?xml|\{\\rtf)/.test(text)
    ? 'notATable'
    : 'text';
}

function holds(bytes: Uint8Array, wanted: number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}
