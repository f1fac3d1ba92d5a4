import type { UnitPage } from '../aboutShape.ts';

export const pages: UnitPage[] = [
  { id: 'employers/checklist', title: '单位审核清单', about: '推荐以前逐条核，每条写明是谁的要求' },
  { id: 'offices/checklist', title: '受理点审核清单', about: '接收以后核什么，要对什么负责' },
];
