/** Where a question leads on, and which questions lead to a page: one relation, read from either end. */
import { getCollection } from 'astro:content';
import type { FullNotice } from '../../calculator/index.ts';
import type { AnsweredQuestion, AnswerGroup } from '../../notices/index.ts';
import { pageOf, WIDGETS } from '../../widgets/about.ts';
import { documentOf, found } from '../facts.ts';

interface Way {
  href: string;
  label: string;
}

export const questionPath = ({ id: year }: Pick<FullNotice, 'id'>, id: string): string =>
  `/${year}/questions/#${id}`;

/** @throws Error naming the link, so that a page which is not there stops the build */
export async function wayTo(notice: FullNotice, link: string): Promise<Way> {
  const [kind, id = ''] = link.split('/');
  if (kind === 'rules') {
    const { title } = found(notice.rules, id, `通知 ${notice.id} 的规则`);
    return { href: `/${notice.id}/rules/${id}/`, label: `规则：${title}` };
  }
  if (kind === 'documents') {
    const { title, shortTitle, url } = documentOf(notice, id);
    return { href: url ?? `/documents/#${id}`, label: shortTitle ?? title };
  }
  const [page = '', anchor] = link.split('#');
  const widget = WIDGETS.find((one) => pageOf(one) === page);
  if (widget) return { href: `/${notice.id}/${page}/`, label: widget.title };
  const ids = [`${notice.id}/${page}`, page];
  const [entry] = (await getCollection('docs', ({ id }) => ids.includes(id))).toSorted(
    (a, b) => ids.indexOf(a.id) - ids.indexOf(b.id),
  );
  if (!entry) throw new Error(`常见问题里的 links 写了 ${link}，没有这个页面。`);
  const href = `/${entry.id}/${anchor === undefined ? '' : `#${anchor}`}`;
  return { href, label: anchor ?? entry.data.title };
}

const all = (groups: AnswerGroup[]): AnsweredQuestion[] =>
  groups.flatMap(({ questions }) => questions);

/** @param page as links name it: `scope`, `procedure/office`, `rules/work` */
export const questionsOn = (groups: AnswerGroup[], page: string): AnsweredQuestion[] =>
  all(groups).filter(({ links }) => links.some((link) => link.split('#')[0] === page));

export const questionsAbout = (groups: AnswerGroup[], point: string): AnsweredQuestion[] =>
  all(groups).filter(({ answer }) => answer.some((part) => part.point === point));

/** What the notice leaves open and one party is to be asked, in its groups. */
export const questionsFor = (groups: AnswerGroup[], who: string): AnswerGroup[] =>
  groups
    .map(({ questions, ...group }) => ({
      ...group,
      questions: questions.filter(
        ({ ask, answer }) =>
          ask.includes(who) && answer.some(({ standing }) => standing === 'manual'),
      ),
    }))
    .filter(({ questions }) => questions.length > 0);
