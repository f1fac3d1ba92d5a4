/** What schema.org and the search engines' own pages ask of each kind of thing that our pages speak of. */
import { z } from 'zod';

const text = z.string().min(1);
/** Whole, or from the root of wherever the site stands. */
const address = z.string().regex(/^(https?:\/\/[^\s/]+)?\/\S*$/);
const isLinkOut = z.string().regex(/^https?:\/\//);

const organization = z.strictObject({ '@type': z.literal('GovernmentOrganization'), name: text });
const webSite = z.strictObject({
  '@type': z.literal('WebSite'),
  name: text,
  url: address,
  description: text,
  disambiguatingDescription: text,
  inLanguage: z.literal('zh-CN'),
});
/** The site as what a page is part of; home says the rest. */
const partOf = z.strictObject({ '@type': z.literal('WebSite'), name: text, url: address });
const breadcrumbs = z
  .strictObject({
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z
      .array(
        z.strictObject({
          '@type': z.literal('ListItem'),
          position: z.int().positive(),
          name: text,
          item: address,
        }),
      )
      .min(2),
  })
  .refine(({ itemListElement: items }) => items.every(({ position }, at) => position === at + 1));
const event = z
  .strictObject({
    '@type': z.literal('Event'),
    name: text,
    description: text,
    startDate: z.iso.date(),
    endDate: z.iso.date(),
    eventStatus: z.literal('https://schema.org/EventScheduled'),
    eventAttendanceMode: z.literal('https://schema.org/OnlineEventAttendanceMode'),
    location: z.strictObject({ '@type': z.literal('VirtualLocation'), name: text, url: isLinkOut }),
    organizer: organization,
  })
  .refine(({ startDate, endDate }) => startDate <= endDate);
const faqPage = z.strictObject({
  '@type': z.literal('FAQPage'),
  name: text,
  url: address,
  inLanguage: z.literal('zh-CN'),
  isPartOf: partOf,
  disambiguatingDescription: text,
  mainEntity: z
    .array(
      z.strictObject({
        '@type': z.literal('Question'),
        name: text,
        url: address,
        acceptedAnswer: z.strictObject({ '@type': z.literal('Answer'), text }),
      }),
    )
    .min(1),
});
const webPage = z.strictObject({
  '@type': z.literal('WebPage'),
  name: text,
  description: text.optional(),
  url: address,
  inLanguage: z.literal('zh-CN'),
  isPartOf: partOf,
  dateModified: z.iso.date(),
  disambiguatingDescription: text,
  isBasedOn: z.strictObject({
    '@type': z.literal('CreativeWork'),
    name: text,
    identifier: text,
    datePublished: z.iso.date(),
    publisher: organization,
  }),
  about: z.strictObject({
    '@type': z.literal('GovernmentService'),
    name: text,
    serviceType: text,
    provider: organization,
    areaServed: z.strictObject({ '@type': z.literal('AdministrativeArea'), name: text }),
    availableChannel: z
      .strictObject({ '@type': z.literal('ServiceChannel'), name: text, serviceUrl: isLinkOut })
      .optional(),
  }),
});
const document = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z
    .array(z.discriminatedUnion('@type', [webSite, breadcrumbs, event, faqPage, webPage]))
    .min(1),
});

export type Thing = Record<string, unknown>;

/** @throws z.ZodError where something is missing, misspelt or of another kind */
export const graphOf = (json: string): Thing[] => document.parse(JSON.parse(json))['@graph'];

/** What a built page holds; nothing where it holds none. */
export function readGraph(html: string): Thing[] {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return json === undefined ? [] : graphOf(json);
}
