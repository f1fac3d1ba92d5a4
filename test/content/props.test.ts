import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { propsIn, wrongProps } from '../../src/notices/check/props.ts';
import { checkPages } from '../../src/notices/index.ts';
import { notice } from '../calculator/support.ts';
import { problems, withCopy } from './mutate.ts';

const saidOf = (page: string) =>
  withCopy(
    (folder) => {
      const path = join(folder, 'docs/2026/scope.mdx');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, page);
    },
    async (content) => {
      const error: unknown = await checkPages([notice], content).catch((error) => error);
      return error instanceof Error ? problems(error.message) : [];
    },
  );
const page = (body: string) => `---
title: 范围
---

import Contacts from '~/components/notice/Contacts.astro';
import Documents from '~/components/notice/Documents.astro';
import Fact from '~/components/notice/Fact.astro';

${body}
`;

describe('a component in a page', () => {
  test('with a misspelt property is told with page, line and the one that was meant', async () => {
    expect(
      await saidOf(page('前一行。\n\n公示 <Fact off="publicity.workdays" /> 个工作日。')),
    ).toEqual(['content/docs/2026/scope.mdx 第 11 行 <Fact> 没有“off”这一项。是不是 of？']);
  });

  test('without a property that has to be there is told', async () => {
    expect(await saidOf(page('公示 <Fact /> 个工作日。'))).toEqual([
      'content/docs/2026/scope.mdx 第 9 行 <Fact> 少了 of="…"。',
    ]);
  });

  test('that takes none is given none', async () => {
    expect(await saidOf(page('<Contacts id="office" />'))).toEqual([
      'content/docs/2026/scope.mdx 第 9 行 <Contacts> 没有“id”这一项。它什么都不用写。',
    ]);
  });

  test('with a value that names nothing is told with the one that was meant', async () => {
    const body = [
      '公示 <Fact of="publicity.workday" /> 个工作日，到 <Day of="aplication.closes" />。',
      '<Cite clause="3.9" />',
      '<Rule id="nothing" />和<Doc id="platfrom" />',
    ].join('\n\n');
    const told = await saidOf(page(body));
    const start = 'content/docs/2026/scope.mdx 第';
    expect(told).toEqual([
      `${start} 9 行 <Fact of="publicity.workday"> 没有“publicity.workday”。是不是 publicity.workdays？`,
      `${start} 9 行 <Day of="aplication.closes"> 没有“aplication.closes”。是不是 application.closes？`,
      expect.stringMatching(`^${start} 11 行 <Cite clause="3.9"> 没有“3.9”。(是不是|可以写：)`),
      `${start} 13 行 <Rule id="nothing"> 没有“nothing”。可以写：${notice.rules.map(({ id }) => id).join('、')}。`,
      `${start} 13 行 <Doc id="platfrom"> 没有“platfrom”。是不是 platform？`,
    ]);
  });

  test('is not looked at within code, nor where its properties are declared otherwise', async () => {
    const body =
      '`<Fact off="x" />` 和 <Fact of="year" />\n\n<Documents ids={["a"]} />\n\n```mdx\n<Fact />\n```';
    expect(await saidOf(page(body))).toEqual([]);
  });
});

describe('properties', () => {
  test('are read from where a component declares them', () => {
    const code = `interface Props {
  id: string;
  /** The words: as issued. */
  quote?: string;
}
const { id } = Astro.props;`;
    expect([...propsIn(code)!]).toEqual([
      ['id', true],
      ['quote', false],
    ]);
    expect(propsIn('<p />')).toEqual(new Map());
    expect(propsIn('type Props = Other;\nAstro.props')).toBeUndefined();
  });

  test('that stand over several lines are told at the tag', () => {
    const components = new Map([['Cite', new Map([['clause', true]])]]);
    expect(wrongProps('字\n<Cite\n  clause="1"\n  qoute={"a > b"}\n/>', components)).toEqual([
      { line: 2, message: '<Cite> 没有“qoute”这一项。可以写：clause。' },
    ]);
  });
});
