/** What the list says beside the rules' own words: `prepare` in content/wording.yaml. */
import type { OutlookItem, PrepareWording } from '../../../calculator/index.ts';

export type Words = PrepareWording;
export type State = OutlookItem['state'];

/** What a person has to act on comes first, what needs nothing last. */
export const STATES: State[] = ['toDo', 'byTime', 'notByThen', 'ask', 'holds'];
