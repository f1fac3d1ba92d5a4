import { chromium } from './support/chromium.ts';
import { journeys } from './support/journeys.ts';

journeys(chromium());
