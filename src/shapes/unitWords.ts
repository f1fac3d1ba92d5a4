/** The words of the tools for units, part by part: each text with the slots that the code fills. */
import { type SlottedWords, slottedWords } from './slottedWords.ts';

const PARTS = {
  checklist: {
    each: '',
    batch: '',
    notice: '',
    reference: '',
    manual: '',
    ours: '',
    elsewhere: '',
    print: '',
  },
} as const;

/** A part's texts, by name. */
export type UnitWords = SlottedWords<typeof PARTS>;

export const unitWords = slottedWords(PARTS);
