/** The site as other sites have to name it. */

/** Stands where the site's origin would, in a build that is not told it; the builder puts in the reader's. */
export const UNKNOWN_SITE = 'https://本站网址';

/** @param site as Astro knows it, if it was told */
export const siteOrigin = (site: URL | undefined): string => site?.origin ?? UNKNOWN_SITE;

/** The site's root, with a slash at its end. */
export const siteRoot = (site: URL | undefined): string =>
  siteOrigin(site) + import.meta.env.BASE_URL.replace(/\/?$/, '/');
