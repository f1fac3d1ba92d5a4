/** What nobody needs before the first answer is given, or a link is opened. It is loaded meanwhile, so that the page starts sooner. */
import '../shared/keepWhole.ts';
import type { Answers, AskingNotice } from '../../calculator/index.ts';
import { GivenSoFar } from './AnswerList.tsx';
import { useRoomForKeyboard } from './keyboard.ts';
import { SaveBar } from './SaveBar.tsx';
import type { Saved } from './saved.ts';

export { screensLeft } from '../../calculator/index.ts';
export { AllYears } from './AllYears.tsx';
export { AmountsInputs } from './AmountsInputs.tsx';
export { ChangeNote } from './ChangeNote.tsx';
export { check } from './check.ts';
export { DateInputs } from './DateInputs.tsx';
export { ErrorSummary } from './ErrorSummary.tsx';
export { LazyResult, loadResult } from './LazyResult.tsx';
export { LinkNote } from './LinkNote.tsx';
export { openedLink } from './openedLink.ts';
export { SavedOffer } from './SavedOffer.tsx';
export { WhyAsked } from './WhyAsked.tsx';

export type Later = typeof import('./later.tsx');

interface Props {
  notice: AskingNotice;
  answers: Answers;
  saved: Saved | undefined;
  onSaved: (saved: Saved | undefined) => void;
  /** The screen above, or where else the person is. */
  screen: string;
  /** Absent where the screen itself lists the answers. */
  onChange: ((screen: string) => void) | undefined;
}

/** What every screen has below it: the answers given, and a way to keep them. */
export function Foot({ screen, onChange, ...props }: Props) {
  return (
    <div class="self-check-foot">
      {onChange && <GivenSoFar {...props} screen={screen} onChange={onChange} />}
      <SaveBar {...props} />
    </div>
  );
}

/** While questions are asked. */
export function RoomForKeyboard() {
  useRoomForKeyboard('.self-check-go');
  return null;
}
