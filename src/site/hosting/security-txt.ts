/**
 * `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness. It must say until when it holds, by a time that
 * is the same for everybody who builds this version.
 */
const DAY = 86_400_000;
/** RFC 9116 advises less than a year. */
const HOLDS = 360 * DAY;
/** An address by which somebody can be reached: mail, a page, a telephone. */
const REACHABLE = /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/;

interface Options {
  /** Addresses with spaces or commas between, such as `mailto:security@example.gov.cn`, the best first. */
  contact: string;
  /** The site's address; the file's place is at the root of its host, whatever the base path. */
  site: string;
  /** When this version was made. */
  at: Date;
}

/** @throws in Chinese, when the contact is none */
export function securityTxt({ contact, site, at }: Options): string {
  const contacts = contact.split(/[\s,]+/).filter(Boolean);
  const wrong = contacts.find((address) => !REACHABLE.test(address));
  if (wrong) {
    throw new Error(
      `SECURITY_CONTACT 里的「${wrong}」不是联系方式。请写成 mailto:security@example.gov.cn、https://www.example.gov.cn/contact/ 或 tel:+86-571-00000000，多个之间用空格。`,
    );
  }
  return [
    ...contacts.map((address) => `Contact: ${address}`),
    `Expires: ${new Date(at.getTime() + HOLDS).toISOString()}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${new URL('/.well-known/security.txt', site).href}`,
    '',
  ].join('\n');
}
