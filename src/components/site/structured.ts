/**
 * What a page is about, for programs, in the words of schema.org. It speaks of the department's service as somebody
 * else's, and of this site as what it is: a guide made by others.
 */
import type { FullNotice } from '../../calculator/index.ts';
import type { AnsweredQuestion, AnswerGroup } from '../../notices/index.ts';
import { description, title as siteName } from './name.ts';
import type { Step } from './wayfinding.ts';

export interface Thing {
  '@type': string;
  [property: string]: unknown;
}

interface About {
  /** The page's id, such as `2026/notice`; empty for home. */
  id: string;
  title: string;
  description?: string | undefined;
  /** Its address. */
  url: string;
  notice: FullNotice;
  /** The steps that lead there, without home. */
  steps: Step[];
  answers: AnswerGroup[];
  /** An address of the site, from its path; and of a link that has the base path already. */
  at: (path: string) => string;
  whole: (href: string) => string;
}

const INDEPENDENT =
  '独立整理的指南，不是浙江省经信厅的网站，也不办理申报。以通知原文和受理点的答复为准。';
const LANGUAGE = 'zh-CN';

export function structuredData(page: About): Thing[] {
  const { id, notice } = page;
  if (id === '404') return [];
  if (id === '') return [siteOf(page.at)];
  const [first, rest = first] = /^\d{4}\//.test(id) ? [id.slice(0, 4), id.slice(5)] : [id];
  const kinds: Record<string, () => Thing[]> = {
    procedure: () => [servicePage(page)],
    timeline: () => events(page),
    questions: () => [questionsPage(page)],
  };
  const ofYear = first === notice.id || rest === id;
  return [trail(page), ...((ofYear && kinds[rest]?.()) || [])];
}

const siteOf = (at: About['at']): Thing => ({
  '@type': 'WebSite',
  name: siteName,
  url: at('/'),
  description,
  disambiguatingDescription: INDEPENDENT,
  inLanguage: LANGUAGE,
});

function trail({ steps, title, url, at, whole }: About): Thing {
  // A group without a link is the page's own: the page names it.
  const links = steps.flatMap(({ label, href }) =>
    href ? [{ name: label, item: whole(href) }] : [],
  );
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: '首页', item: at('/') }, ...links, { name: title, item: url }].map(
      (one, index) => ({ '@type': 'ListItem', position: index + 1, ...one }),
    ),
  };
}

const department = ({ issuer }: FullNotice): Thing => ({
  '@type': 'GovernmentOrganization',
  name: issuer,
});

const platformOf = ({ documents }: FullNotice): { name: string; url: string } | undefined => {
  const { title: name, url } = documents.find(({ id }) => id === 'platform') ?? {};
  return name && url ? { name, url } : undefined;
};

function servicePage({ title, description, url, notice, at }: About): Thing {
  const platform = platformOf(notice);
  return {
    '@type': 'WebPage',
    name: title,
    ...(description && { description }),
    url,
    inLanguage: LANGUAGE,
    isPartOf: { '@type': 'WebSite', name: siteName, url: at('/') },
    dateModified: notice.revisedOn,
    disambiguatingDescription: INDEPENDENT,
    isBasedOn: {
      '@type': 'CreativeWork',
      name: notice.title,
      identifier: notice.number,
      datePublished: notice.issuedOn,
      publisher: department(notice),
    },
    about: {
      '@type': 'GovernmentService',
      name: serviceName(notice),
      serviceType: '职称评审',
      provider: department(notice),
      areaServed: { '@type': 'AdministrativeArea', name: '浙江省' },
      ...(platform && {
        availableChannel: {
          '@type': 'ServiceChannel',
          name: platform.name,
          serviceUrl: platform.url,
        },
      }),
    },
  };
}

const serviceName = ({ year }: FullNotice): string =>
  `${year} 年度工程师（助理工程师）职务任职资格评审`;

/** Each stage; one whose opening the notice does not state is the day on which it closes. */
function events({ notice }: About): Thing[] {
  const platform = platformOf(notice);
  return notice.stages.map(({ title, task, opens, closes }) => ({
    '@type': 'Event',
    name: `${serviceName(notice)}：${title}${opens ? '' : '截止'}`,
    description: `${task}。逾期不再受理。${INDEPENDENT}`,
    startDate: opens ?? closes,
    endDate: closes,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    ...(platform && { location: { '@type': 'VirtualLocation', ...platform } }),
    organizer: department(notice),
  }));
}

function questionsPage({ title, url, notice, answers, at }: About): Thing {
  return {
    '@type': 'FAQPage',
    name: title,
    url,
    inLanguage: LANGUAGE,
    isPartOf: { '@type': 'WebSite', name: siteName, url: at('/') },
    disambiguatingDescription: INDEPENDENT,
    mainEntity: answers
      .flatMap(({ questions }) => questions)
      .map((question) => ({
        '@type': 'Question',
        name: question.question,
        url: `${url}#${question.id}`,
        acceptedAnswer: { '@type': 'Answer', text: answerText(notice, question) },
      })),
  };
}

/** What is not the notice's own says so, as on the page. */
function answerText({ wording, contacts }: FullNotice, { answer, ask }: AnsweredQuestion): string {
  const says = answer.map(({ standing, says }) =>
    standing && standing !== 'notice' ? `${says}（${wording.standings[standing].label}）` : says,
  );
  const names = ask.map(
    (one) =>
      new Map(Object.entries(wording.actors)).get(one) ??
      contacts.find(({ id }) => id === one)?.name ??
      one,
  );
  return [...says, ...(names.length > 0 ? [`可以问：${names.join('、')}。`] : [])].join('');
}

/** As the content of a script element, which ends at the first `</`. */
export const asJsonLd = (graph: Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
