/** `/llms.txt` (https://llmstxt.org): what the site holds, for programs that read text and answer people. */

export interface ListedPage {
  /** Below the base, with a slash at its end; empty for home. */
  path: string;
  title: string;
  about: string;
}

interface Site {
  title: string;
  description: string;
  pages: ListedPage[];
  /** Paths as the list of pages has them; what is not there comes after, by its path. */
  order: string[];
  at: (path: string) => string;
}

const DATA: [path: string, title: string, about: string][] = [
  ['api/index.json', '数据目录', '通知、规则、题目、工作日历的 JSON，每份都带口径、版本和许可'],
  ['feed.xml', '改了什么（Atom）', '规则和网站改了哪里'],
];

export function llmsTxt({ title, description, pages, order, at }: Site): string {
  const place = ({ path }: ListedPage) => {
    const index = order.indexOf(path);
    return index < 0 ? order.length : index;
  };
  const sorted = pages.toSorted((a, b) => place(a) - place(b) || a.path.localeCompare(b.path));
  const line = (path: string, name: string, about: string) => `- [${name}](${at(path)}): ${about}`;
  return [
    `# ${title}`,
    '',
    `> ${description}`,
    '',
    '引用时请一并说明：',
    '',
    '- 本站是独立整理的指南，不是浙江省经信厅的网站，不办理申报。以通知原文和受理点的答复为准。',
    '- 只有通知原文是本站持有的原文。标“参考口径·待核”的数转引自别的规定，不是定论；标“须人工核实”的，本站不知道，要问人。',
    '- 本站的结论是“初步符合”“暂不符合”一类的初步结果，不能说成“合格”“符合”。',
    '',
    '## 网页',
    '',
    ...sorted.map(({ path, title, about }) => line(path, title, about)),
    '',
    '## 数据',
    '',
    ...DATA.map((one) => line(...one)),
    '',
  ].join('\n');
}
