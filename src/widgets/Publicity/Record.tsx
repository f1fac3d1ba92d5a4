import words from 'virtual:words/units/publicity';
import { fill } from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import { useCopy } from '../shared/copying.tsx';
import type { Days, PublicityNotice } from './days.ts';
import type { Draft, TextField as Name } from './draft.ts';
import { DayField, TextField, Warnings } from './Fields.tsx';
import { type Said, saidAt } from './problems.ts';
import { Paper, RecordSheet } from './Sheets.tsx';
import { platformText, recordRows } from './texts.ts';

interface Props {
  notice: PublicityNotice;
  draft: Draft;
  days: Days;
  /** The publicity is not over: nothing can be said of how it went. */
  isRunning: boolean;
  refused: Said[];
  doubts: Said[];
  onDraft: (part: Partial<Draft>) => void;
  onPrint: () => void;
}

/** What came of it: written down, printed, and put into words for the platform. */
export function Record(props: Props) {
  const { notice, draft, days, isRunning, refused, doubts, onDraft, onPrint } = props;
  const { copy, status } = useCopy();
  const of = (name: Name) => ({
    id: name,
    label: words[name],
    value: draft[name],
    onValue: (value: string) => onDraft({ [name]: value }),
  });
  const typed = (name: Name) => ({ ...of(name), wrong: saidAt(refused, name) });
  const platform = platformText({ notice, draft, days, isRunning });
  const early =
    isRunning && draft.heard !== '' && days.kind === 'counted'
      ? [fill(words.warnNotOver, { ends: dayIn(notice, days.posted.endsOn) })]
      : [];
  return (
    <section aria-labelledby="publicity-record">
      <h2 id="publicity-record">{words.record}</h2>
      <p>{words.recordLead}</p>
      <div class="publicity-grid">
        <TextField {...typed('where')} />
        <TextField {...typed('handler')} />
      </div>
      <DayField
        {...of('recommendedOn')}
        year={notice.year}
        said={saidAt(doubts, 'recommendedOn')}
      />
      <fieldset class="publicity-heard" aria-describedby="heard-said">
        <legend>{words.heard}</legend>
        {(['none', 'some'] as const).map((heard) => (
          <label key={heard} class="tc-choice">
            <input
              type="radio"
              name="heard"
              checked={draft.heard === heard}
              onChange={() => onDraft({ heard })}
            />
            <span>{heard === 'none' ? words.heardNone : words.heardSome}</span>
          </label>
        ))}
        <Warnings id="heard" said={early} />
      </fieldset>
      {draft.heard === 'some' && (
        <>
          <TextField {...typed('about')} rows={3} />
          <TextField {...typed('conclusion')} rows={3} />
        </>
      )}
      {refused.length === 0 && (
        <>
          <Paper label={words.recordTitle}>
            <RecordSheet rows={recordRows({ notice, draft, days, isRunning })} />
          </Paper>
          <div class="tc-buttons">
            <button type="button" class="tc-button" onClick={onPrint}>
              {words.recordPrint}
            </button>
            {platform && (
              <button
                type="button"
                class="tc-button"
                onClick={() => copy(words.platformText, platform)}
              >
                {words.platformCopy}
              </button>
            )}
          </div>
          {platform && (
            <div>
              <h3>{words.platform}</h3>
              <p class="publicity-platform">{platform}</p>
              <p class="tc-quiet">{words.platformNote}</p>
            </div>
          )}
        </>
      )}
      {status}
    </section>
  );
}
