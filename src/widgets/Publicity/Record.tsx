import words from 'virtual:words/units/publicity';
import { fill, type IsoDate } from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import { useCopy } from '../shared/copying.tsx';
import type { Days, PublicityNotice } from './days.ts';
import type { Draft, TextField as Name } from './draft.ts';
import { DayField, TextField } from './Fields.tsx';
import { Paper, RecordSheet } from './Sheets.tsx';
import { platformText, recordRows } from './texts.ts';

interface Props {
  notice: PublicityNotice;
  draft: Draft;
  days: Days;
  today: IsoDate | undefined;
  onDraft: (part: Partial<Draft>) => void;
  onPrint: () => void;
}

/** What came of it: written down, printed, and put into words for the platform. */
export function Record({ notice, draft, days, today, onDraft, onPrint }: Props) {
  const { copy, status } = useCopy();
  const of = (name: Name) => ({
    id: name,
    label: words[name],
    value: draft[name],
    onValue: (value: string) => onDraft({ [name]: value }),
  });
  const platform = platformText({ notice, draft, days });
  const isEarly =
    draft.heard !== '' &&
    days.kind === 'counted' &&
    today !== undefined &&
    today <= days.posted.endsOn;
  return (
    <section aria-labelledby="publicity-record">
      <h2 id="publicity-record">{words.record}</h2>
      <p>{words.recordLead}</p>
      <div class="publicity-grid">
        <TextField {...of('where')} />
        <TextField {...of('handler')} />
      </div>
      <DayField {...of('recommendedOn')} year={notice.year} />
      <fieldset class="publicity-heard">
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
      </fieldset>
      {isEarly && (
        <p class="publicity-early" role="status">
          {fill(words.warnNotOver, { ends: dayIn(notice, days.posted.endsOn) })}
        </p>
      )}
      {draft.heard === 'some' && (
        <>
          <TextField {...of('about')} rows={3} />
          <TextField {...of('conclusion')} rows={3} />
        </>
      )}
      <Paper label={words.recordTitle}>
        <RecordSheet rows={recordRows({ notice, draft, days })} />
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
      {status}
    </section>
  );
}
