/** Whom to tell of a mistake. */

/** Mail, a page with a form or a list, a telephone. */
const CONTACT = /^(mailto:[^\s@?]+@[^\s@?]+|https:\/\/[^\s"]+|tel:\+?[\d-]+)$/;

/**
 * Where to report a mistake.
 *
 * @param address such as `mailto:guide@example.gov.cn`; nothing where nobody set one
 * @throws in Chinese, when it is none
 */
export function feedback(address: string | undefined): string | undefined {
  const written = address?.trim();
  if (!written) return undefined;
  if (CONTACT.test(written)) return written;
  throw new Error(
    `FEEDBACK_CONTACT 里的「${written}」不是联系方式。请写一个：mailto:guide@example.gov.cn、https://www.example.gov.cn/feedback/ 或 tel:+86-571-00000000；没有就不要设置。`,
  );
}

/** The same; a mail says already which page it is about. */
export function reportAddress(contact: string, title: string, path: string): string {
  if (!contact.startsWith('mailto:')) return contact;
  const fields = {
    subject: `网页有误：${title}`,
    body: `网页：${path}\n哪一句：\n依据哪份文件第几条：\n`,
  };
  const query = Object.entries(fields).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return `${contact}?${query.join('&')}`;
}

/** What the address is called where it stands alone. */
export const contactName = (contact: string): string =>
  contact
    .replace(/^(mailto|tel):/, '')
    .replace(/^https:\/\/(www\.)?/, '')
    .replace(/\/$/, '');
