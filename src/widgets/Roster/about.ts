import type { About, Embedded, UnitPage } from '../aboutShape.ts';

export const ID = 'roster';
// Plain constants: of an object host pages would get what is read of it.
const PAGE = 'employers/roster';
const TITLE = '花名册核对';
const ABOUT = '一次看完全单位谁能报、差什么';

/** Its entry among the tools for units. */
export const unitPage: UnitPage = { id: PAGE, title: TITLE, about: ABOUT };

export const about: About = {
  id: ID,
  page: PAGE,
  audience: 'units',
  title: TITLE,
  about: ABOUT,
  part: TITLE,
  instead: '同样的条件写在<a href="#notice">原文和依据</a>里',
  offline: 'roster',
  reserve: 'max(630px,1090px - 51vw)',
};

export const embedded: Embedded = {
  name: '工程师职称：花名册核对',
  page: PAGE,
  least: 630,
  base: 445,
  area: 172_000,
};
