import { oldChromium } from './support/chromium.ts';
import { journeys } from './support/journeys.ts';

journeys(oldChromium(109));
