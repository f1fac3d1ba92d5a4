import { journeys } from './support/journeys.ts';
import { webkit } from './support/webkit.ts';

journeys(webkit());
