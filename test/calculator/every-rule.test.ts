import { describeEveryRule } from '../support/everyRule.ts';
import { notice } from './support.ts';

describeEveryRule(notice);
