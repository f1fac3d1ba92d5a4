/** Words that come in parts, each text with the names of the slots that the code fills. */
import type { z } from 'zod';
import { strict, text } from './base.ts';

/** By part and text; the slots of a text stand in one string, with spaces between. */
type Slots = Record<string, Record<string, string>>;

/** The words, by part and name. */
export type SlottedWords<Parts extends Slots> = {
  [Part in keyof Parts]: Record<keyof Parts[Part], string>;
};

/** A text that may name these slots and no other. */
const withSlots = (slots: string[]) =>
  text.check(({ value, issues }) => {
    for (const [slot, name = ''] of value.matchAll(/\{([^}]*)\}/g)) {
      if (slots.includes(name)) continue;
      const message = `这里不能用 ${slot}，可以用：${slots.join('、') || '无'}。`;
      issues.push({ code: 'custom', input: value, message });
    }
  });

/** One part of them, by name. */
export const slottedPart = <T extends Record<string, string>>(texts: T) =>
  strict(
    Object.fromEntries(
      Object.entries(texts).map(([key, slots]) => [
        key,
        withSlots(slots.split(' ').filter(Boolean)),
      ]),
    ) as { [K in keyof T]: typeof text },
  );

/** What content has to say; the types that the widgets read it with follow from the same list. */
export const slottedWords = <Parts extends Slots>(parts: Parts): z.ZodType<SlottedWords<Parts>> =>
  strict(
    Object.fromEntries(Object.entries(parts).map(([name, texts]) => [name, slottedPart(texts)])),
  ) as unknown as z.ZodType<SlottedWords<Parts>>;
