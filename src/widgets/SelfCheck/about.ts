import type { About, Embedded } from '../aboutShape.ts';

export const ID = 'self-check';

export const about: About = {
  id: ID,
  title: '我能申报吗',
  short: '自查',
  about: '回答十来个问题，看初步结果',
  part: '自查',
  instead: '同样的条件写在<a href="#notice">原文和依据</a>里',
  opens: 'answers',
  reserve: 'max(541px,1180px - 98vw)',
};

export const embedded: Embedded = {
  name: '工程师职称申报自查',
  least: 541,
  base: 280,
  area: 187_000,
};
