import type { UnitPage } from '../aboutShape.ts';

export const pages: UnitPage[] = [
  {
    id: 'employers/publicity',
    title: '公示怎么写',
    about: '填名单和日子，得出公示稿和公示记录',
    inFile: {
      part: '公示稿',
      instead: '通知的要求写在<a href="#notice">原文和依据</a>里',
      opens: 'plan',
    },
  },
];
