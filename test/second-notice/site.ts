/** Builds the whole site with the second notice beside the first. */
import { buildSite } from '../support/build-site.ts';
import { addSecondNotice } from './make.ts';

export const buildSecondSite = () => buildSite({ change: addSecondNotice });
