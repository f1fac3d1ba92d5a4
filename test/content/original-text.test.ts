import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { notice } from './2026/support.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const markdown = read('../../content/notices/2026/text.md');
const withoutHeadings = markdown.replace(/^## .*$/gm, '');
const strip = (text: string) => text.replace(/[\s*<>]/g, '');
const original = strip(read('../notice/2026-127.txt'));

describe('the original text', () => {
  test('stands in text.md word for word, and nothing else does', () => {
    expect(strip(withoutHeadings)).toBe(original);
  });

  test('has the address of the credit system whole, which the scan broke in two', () => {
    expect(withoutHeadings).toContain('<https://jxjy.jxt.zj.gov.cn/iext/zgProject/index.jsp>');
  });

  test('has every address as a link of its own', () => {
    const addresses = withoutHeadings.match(/https?:\/\/[^\s<>）)]+/g) ?? [];
    expect(addresses).toHaveLength(6);
    for (const address of addresses) expect(withoutHeadings).toContain(`<${address}>`);
  });

  test('keeps the wording as issued', () => {
    expect(withoutHeadings).toContain('具体可登陆以下网址查询');
  });

  test('is divided into the clauses that rules and pages cite', () => {
    expect(notice.clauses.map(({ id }) => id)).toEqual([
      ...['0', '1.1', '1.2.1', '1.2.2', '2.1', '2.2', '2.3', '3.1.1', '3.1.2', '3.2'],
      ...['3.3.1', '3.3.2', '4.1', '4.2.1', '4.2.2', '5'],
    ]);
  });

  test('puts each thing into the clause that it belongs to', () => {
    const text = (id: string) =>
      notice.clauses.find((clause) => clause.id === id)?.paragraphs.join('') ?? '';
    expect(text('1.1')).toContain('个专业');
    expect(text('1.2.2')).toContain('资历计算截止时间为');
    expect(text('2.1')).toContain('评审条件');
    expect(text('2.2')).toContain('技能人才');
    expect(text('2.3')).toContain('学时证明');
    expect(text('3.1.1')).toContain('严禁上传涉密材料');
    expect(text('3.1.2')).toContain('破格推荐');
    expect(text('3.2')).toContain('个工作日的公示');
    expect(text('3.3.1')).toContain('推荐至省经信厅中评委');
    expect(text('3.3.2')).toContain('自行注册');
    expect(text('4.1')).toContain('逾期不再受理');
    expect(text('4.2.1')).toContain('诚信档案库');
    expect(text('4.2.2')).toContain('工作约谈');
    expect(text('5')).toContain('省经信厅人事处');
  });
});
