import type { UnitPage } from '../aboutShape.ts';

export const pages: UnitPage[] = [
  { id: 'employers/publicity', title: '公示怎么写', about: '填名单和日子，得出公示稿和公示记录' },
];
