/** A year's notice as it is once its files have been read together. */
import { z } from 'zod';
import { named, noted, strict, text } from './base.ts';
import {
  clauseText,
  documentName,
  facts,
  materials,
  sourceDocument,
  stage,
  workCalendar,
} from './facts.ts';
import { namedSchemas } from './json.ts';
import { printTypes } from './print.ts';
import { question } from './questions.ts';
import { rosterWords } from './roster.ts';
import { reviewedRule, rule } from './rules.ts';
import { fullWording, wording } from './wording.ts';

export const fullNotice = named(
  'FullNotice',
  strict({
    ...facts,
    version: noted(
      text,
      '`2026.1`: the year and the revision of the data; it changes whenever an answer could.',
    ),
    stages: noted(z.tuple([stage], stage), 'The first is the one in which people apply.'),
    questions: z.array(question),
    rules: z.array(reviewedRule),
    documents: z.array(sourceDocument),
    wording: fullWording,
    materials,
    clauses: z.array(clauseText),
  }),
  'Everything that a year’s content holds.',
);

/** The shapes of which code has types of the same names. */
const TYPED = z.object({ fullNotice, wording, rule, documentName, workCalendar, rosterWords });

/** `types.ts`, as it has to be. */
export const typesFile = (): string => `/**
 * Written by \`npm run shapes\` from the shapes beside it, for code that must do without zod: change those, not this.
 * Dates compare as strings.
 */

${printTypes(namedSchemas(TYPED))}`;
