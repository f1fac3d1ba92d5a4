import { describe, expect, test } from 'vitest';
import { notice } from '../calculator/support.ts';
import { toldOf } from './mutate.ts';

const text = 'notices/2026/text.md';
const rules = 'notices/2026/rules/05-postApproval.yaml';

describe('a clause whose text changes', () => {
  const changed = { file: text, from: '由单位办理', to: '由单位去办理' };

  test('stops the load until each rule that rests on it has been looked at again', async () => {
    const { message } = await toldOf(changed);
    expect(message).toMatch(/05-postApproval\.yaml 第 \d+ 行 reviewed\.clauses：4\.2 的文字变了/);
    expect(message).toContain('复核规则 postApproval 后');
    expect(message).toContain('内容有 1 处要改');
  });

  test('loads again with the review date and fingerprint that the message asks for', async () => {
    const { message } = await toldOf(changed);
    const [, wanted = ''] = /clauses: "(\w+)"/.exec(message) ?? [];
    const before = notice.rules.find(({ id }) => id === 'postApproval')!.reviewed.clauses;
    expect(wanted).not.toBe(before);
    const renewed = {
      file: rules,
      from: `on: 2026-07-01, clauses: "${before}"`,
      to: `on: 2026-12-01, clauses: "${wanted}"`,
    };
    expect((await toldOf(changed, renewed)).message).toBe('');
  });

  test('stops nothing when only its white space or line breaks change', async () => {
    const spaced = { file: text, from: '3 年内不得', to: '3年内 不得' };
    expect((await toldOf(spaced)).message).toBe('');
  });

  test('stops the rules that count to its days, though they do not quote it', async () => {
    for (const [from, to, rule] of [
      ['资历算到', '任职年限算到', 'qualification'],
      ['逾期不再受理', '逾期可以补报', 'integrity'],
    ] as const) {
      const { message } = await toldOf({ file: text, from, to });
      expect(message).toContain(`复核规则 ${rule} 后`);
    }
  });

  test('stops every rule that cites it', async () => {
    const { message } = await toldOf({ file: text, from: '另有规定的', to: '有规定的' });
    for (const rule of ['specialty', 'qualification']) {
      expect(message).toContain(`复核规则 ${rule} 后`);
    }
    expect(message).toContain('内容有 2 处要改');
  });
});
