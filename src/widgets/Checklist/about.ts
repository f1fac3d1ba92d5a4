import type { UnitPage } from '../aboutShape.ts';

const inFile = { part: '清单', instead: '通知的要求写在<a href="#notice">原文和依据</a>里' };

export const pages: UnitPage[] = [
  {
    id: 'employers/checklist',
    title: '单位审核清单',
    about: '推荐以前逐条核，每条写明是谁的要求',
    inFile,
  },
  {
    id: 'offices/checklist',
    title: '受理点审核清单',
    about: '接收以后核什么，要对什么负责',
    inFile,
  },
];
