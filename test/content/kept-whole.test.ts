import { type ComponentChildren, h, options, type VNode } from 'preact';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepWhole } from '../../src/widgets/shared/keepWhole.ts';

type Element = VNode<{ children?: ComponentChildren; class?: string }>;

/** What is drawn, with what is kept whole between brackets. */
function drawn(children: ComponentChildren): string {
  if (Array.isArray(children)) return children.map(drawn).join('');
  if (typeof children !== 'object' || children === null) return `${children ?? ''}`;
  const { props } = children as Element;
  const inner = drawn(props.children);
  return props.class === 'tc-whole' ? `[${inner}]` : inner;
}

beforeAll(() => {
  options.vnode = keepWhole;
});
afterAll(() => {
  delete options.vnode;
});

describe('an element of a widget keeps on one line', () => {
  test.each<[name: string, draw: () => VNode, drawn: string]>([
    [
      'a date',
      () => h('p', null, '到 2026 年 7 月 19 日为止都行'),
      '到 [2026 年 7 月 19 日]为[止都行]',
    ],
    [
      'a document’s number',
      () => h('b', null, '浙经信人事〔2026〕127号'),
      '浙经信人事[〔2026〕127号]',
    ],
    ['a telephone', () => h('span', null, '打 0571-88228292。'), '打 [0571-88228292]。'],
    [
      'the end of a paragraph',
      () => h('p', null, '先问单位的人事部门。'),
      '先问单位的人[事部门。]',
    ],
    [
      'the end of one that ends in a link',
      () => h('p', null, '先看看', h('a', null, '今年的那一份通知原文'), '。'),
      '先看看今年的那一份通[知原文]。',
    ],
    [
      'the end with the amount in it',
      () => h('li', null, '公示要满，总共 5 天。'),
      '公示要满，总[共 5 天。]',
    ],
  ])('%s', (_, draw, expected) => {
    expect(drawn(draw())).toBe(expected);
  });

  test.each<{ draw: () => VNode }>([
    { draw: () => h('p', null, '看原文') },
    { draw: () => h('button', null, '改 2 处以后再看看结果') },
    { draw: () => h('a', { class: 'tc-button' }, '改 2 处以后再看看结果') as VNode },
    { draw: () => h('option', null, '2026 年度的工程师') },
    { draw: () => h('textarea', null, '2026 年度的工程师') },
  ])('but not what is short, or no running text (%#)', ({ draw }) => {
    expect(drawn(draw())).not.toContain('[');
  });
});

test('what stands beside a text keeps its place, so that nothing typed is lost', () => {
  const field = h('input', { key: 'field' });
  const { children } = h('label', null, '公示满 5 天以后再推荐', field, null).props as {
    children: ComponentChildren[];
  };
  expect(children).toHaveLength(3);
  expect(children[1]).toBe(field);
});
