import type { About, Embedded } from '../aboutShape.ts';

export const ID = 'timeline';

export const about: About = {
  id: ID,
  title: '时间怎么排',
  short: '时间',
  about: '从截止日倒推公示和推荐',
  part: '时间推算',
  instead: '各阶段的截止日写在<a href="#notice">通知原文</a>里',
  opens: 'plan',
  reserve: '2290px',
};

export const embedded: Embedded = {
  name: '工程师职称申报时间',
  least: 2290,
  base: 1800,
  area: 550_000,
};
