import fc from 'fast-check';
import { anyAnswers } from '../../calculator/arbitraries.ts';
import { describeWays } from '../../support/everyWay.ts';
import { addedScreens, notice, person } from './support.ts';

const inScope = {
  specialty: 'energy',
  employer: 'provincialEnterprise',
  work: 'engineering',
  inService: 'yes',
};
const someAnswers = (unanswered: number) =>
  fc.oneof(
    anyAnswers(unanswered, notice),
    anyAnswers(unanswered, notice).map((answers) => ({ ...answers, ...inScope })),
  );

// target, specialty, employer, entrusted, work, inService, route, education, heldTitle, heldSince, misconductOn, credits
describeWays(notice, someAnswers, {
  answers: person({ employer: 'centralEnterprise', entrusted: 'yes' }),
  screens: 12 + addedScreens().size,
});
