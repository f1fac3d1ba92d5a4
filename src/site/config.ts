import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Notice } from '../calculator/index.ts';
import { UNIT_PAGES, WIDGETS } from '../widgets/about.ts';

/**
 * Named by slug, not by address: the build then says which page a new year still lacks. Only the reference pages, which
 * are made of each year's rules, have no slug. A label is its page's title without the year, and a group begins with the
 * page that speaks of the whole group: the trail above a title leads there. What a reader has no use for comes last.
 */
export const sidebar = ({
  id: year,
  rules,
  previous,
}: Pick<Notice, 'id' | 'rules'> & {
  /** The year before, where it is held. */
  previous?: string | undefined;
}): NonNullable<StarlightUserConfig['sidebar']> => [
  { label: '首页', slug: 'index' },
  ...WIDGETS.filter(({ audience }) => audience === 'everyone').map(({ id, title }) => ({
    label: title,
    slug: id,
  })),
  { label: '常见问题', link: `/${year}/questions/` },
  {
    label: `${year} 年度通知`,
    items: [
      { label: '通知要点', slug: `${year}/notice` },
      { label: '申报范围', slug: `${year}/scope` },
      { label: '申报条件', slug: `${year}/conditions` },
      { label: '审核与诚信要求', slug: `${year}/requirements` },
      { label: '通知原文', slug: `${year}/notice/text` },
      ...(previous === undefined
        ? []
        : [{ label: `和 ${previous} 年度的不同`, link: `/${year}/changes/` }]),
    ],
  },
  {
    label: '怎么申报',
    items: [
      { label: '程序总览', slug: `${year}/procedure` },
      { label: '申报人要做什么', slug: `${year}/procedure/applicant` },
      { label: '所在单位要做什么', slug: `${year}/procedure/employer` },
      { label: '受理点要做什么', slug: `${year}/procedure/office` },
    ],
  },
  {
    label: '单位和受理点',
    items: [
      { label: '单位要办的', slug: 'employers' },
      ...unitPagesOf('employers'),
      { label: '受理点要办的', slug: 'offices' },
      ...unitPagesOf('offices'),
    ],
  },
  { label: '材料', slug: `${year}/materials` },
  { label: '联系方式', slug: `${year}/contacts` },
  { label: '准备下一年度', slug: `${year}/prepare` },
  { label: '平时怎么准备', slug: 'prepare' },
  { label: '名词解释', link: `/${year}/glossary/` },
  {
    label: '判断规则',
    collapsed: true,
    items: [
      { label: '判断规则总览', link: `/${year}/rules/` },
      ...rules.map(({ id, title }) => ({ label: title, link: `/${year}/rules/${id}/` })),
    ],
  },
  {
    label: '本站的依据',
    items: [
      { label: '关于本站', slug: 'about' },
      { label: '待核事项', link: `/${year}/open-points/` },
      { label: '系统与文件', slug: 'documents' },
      { label: '改了什么', link: '/changes/' },
    ],
  },
  {
    label: '给网站和单位用的',
    collapsed: true,
    items: [
      { label: '怎么用到您那里', slug: 'for-sites' },
      { label: '嵌入到您的网站', slug: 'embed' },
      { label: '离线版', slug: 'offline' },
      { label: '数据和程序库', slug: 'data' },
      { label: '部署与承载', slug: 'hosting' },
    ],
  },
];

/** The tools that stand below one role's page. */
const unitPagesOf = (role: 'employers' | 'offices') =>
  UNIT_PAGES.filter(({ id }) => id.startsWith(`${role}/`)).map(({ id, title }) => ({
    label: title,
    slug: id,
  }));
