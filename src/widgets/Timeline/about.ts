import type { About, Embedded } from '../aboutShape.ts';

export const ID = 'timeline';

export const about: About = {
  id: ID,
  audience: 'everyone',
  title: '时间怎么排',
  about: '从截止日倒推公示和推荐',
  part: '时间推算',
  instead: '各阶段的截止日写在<a href="#notice">通知原文</a>里',
  opens: 'plan',
  offline: 'self-check',
  reserve: '470px',
};

/** As it opens between one year's last day and the next notice; in season it is five times as tall. */
export const embedded: Embedded = {
  name: '工程师职称：时间怎么排',
  least: 444,
  base: 400,
  area: 33_000,
};
