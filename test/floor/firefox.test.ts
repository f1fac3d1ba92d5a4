import { firefox } from './support/firefox.ts';
import { journeys } from './support/journeys.ts';

journeys(firefox());
