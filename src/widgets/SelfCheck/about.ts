import type { About, Embedded } from '../aboutShape.ts';

export const ID = 'self-check';

export const about: About = {
  id: ID,
  audience: 'everyone',
  title: '我能申报吗',
  about: '回答十来个问题，看初步结果',
  part: '自查',
  instead: '同样的条件写在<a href="#notice">原文和依据</a>里',
  opens: 'answers',
  offline: 'self-check',
  reserve: 'max(419px,715px - 40vw)',
};

export const embedded: Embedded = {
  name: '工程师职称：我能申报吗',
  least: 419,
  base: 308,
  area: 98_000,
};
