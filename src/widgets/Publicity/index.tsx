import '../shared/widget.css';
import '../shared/date-field.css';
import './publicity.css';
import '../shared/keepWhole.ts';
import words from 'virtual:words/units/publicity';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fill, type IsoDate, type WorkCalendar } from '../../calculator/index.ts';
import {
  dayIn,
  decodePlan,
  type Entry,
  encodePlan,
  newPlanId,
  type PlanState,
} from '../../plan/index.ts';
import { useCopy } from '../shared/copying.tsx';
import { Guard } from '../shared/Guard.tsx';
import { joined, type Person, takeOver } from '../shared/handover.ts';
import { mendedLink } from '../shared/mendedLink.ts';
import { pageLink } from '../shared/pageLink.ts';
import { saveFile } from '../shared/saveFile.ts';
import { useSheet } from '../shared/sheet.tsx';
import { knownDay } from '../shared/today.ts';
import { useTranslators } from '../shared/translators.ts';
import type { Trouble } from '../shared/trouble.ts';
import { useToday } from '../shared/useToday.ts';
import { type Days, daysFrom, isRunning, type PublicityNotice } from './days.ts';
import { BLANK, type Draft, type TextField as Name } from './draft.ts';
import { Check, DayField, TextField } from './Fields.tsx';
import { Files } from './Files.tsx';
import { People } from './People.tsx';
import { type FieldId, missing, refusals, saidAt, warnings } from './problems.ts';
import { Record } from './Record.tsx';
import { NoticeSheet, Paper, RecordSheet } from './Sheets.tsx';
import { countedDays, noticeAsText, noticeText, recordRows } from './texts.ts';

export type { PublicityNotice } from './days.ts';

interface Props {
  notice: PublicityNotice;
  calendar: WorkCalendar;
  /** The site's base path, `/` or `/zc/`; in a file that has left the site, the site's whole address or nothing. */
  base: string;
  /** In a document that holds the roster check as well: who was handed over last. */
  given?: Person[];
  /** Another part of that document is shown: nothing of this one is printed. */
  isAway?: boolean;
}

/**
 * A publicity's notice from who, when and to whom to object; afterwards the record of it. All of it stays in the page
 * until somebody saves it.
 */
export default function PublicityWidget(props: Props) {
  return (
    <Guard>
      <Place {...props} />
    </Guard>
  );
}

function Place({ notice, calendar, base, given, isAway = false }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useTranslators(root);
  const today = knownDay(notice, useToday());
  const [draft, setDraft] = useState<Draft>(BLANK);
  /** The plan with which the timeline led here; it goes back with the day. */
  const [plan, setPlan] = useState<Partial<PlanState>>({});
  const [told, tell] = useState('');
  const [sheet, setSheet] = useState<'notice' | 'record'>('notice');
  const { copy, status } = useCopy();

  const change = (part: Partial<Draft>) =>
    // What was checked is no longer what stands there.
    setDraft((draft) => ({ ...draft, checked: false, ...part }));
  const of = (name: Name) => ({
    id: name,
    label: words[name],
    value: draft[name],
    onValue: (value: string) => change({ [name]: value }),
  });

  useEffect(() => {
    const people = given ?? takeOver('publicity');
    if (people.length === 0) return;
    setDraft((draft) => ({
      ...draft,
      people: joined(draft.people, people, ({ name, department }) => `${name} ${department}`),
      checked: false,
    }));
    tell(fill(words.handedOver, { n: people.length }));
  }, [given]);
  useEffect(() => {
    const read = () => {
      const link = mendedLink(location.href);
      const plan = link?.kind === 'plan' ? decodePlan(notice, link.fragment)?.plan : undefined;
      if (!plan?.postedOn) return;
      const { postedOn, countPostingDay = false } = plan;
      setPlan(plan);
      setDraft((draft) => ({ ...draft, postedOn, countPostingDay, checked: false }));
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [notice]);

  const days = daysFrom(notice, calendar, draft);
  const refused = refusals(draft);
  const lacks = missing(draft);
  const doubts = warnings({ notice, draft, days, today });
  const said = (id: FieldId) => saidAt(doubts, id);
  const typed = (name: Name) => ({ ...of(name), wrong: saidAt(refused, name) });
  const ofDraft = doubts.filter(({ at }) => !at);
  const filled = { notice, draft, days, isRunning: isRunning(days, today) };
  const text = noticeText(filled);
  const paper = <NoticeSheet text={text} isSample={!draft.checked} />;
  const isPrintable = refused.length === 0 && draft.people.length > 0;
  const print = useSheet(
    !isPrintable || isAway ? undefined : sheet === 'notice' ? (
      paper
    ) : (
      <RecordSheet rows={recordRows(filled)} />
    ),
  );
  const printOut = (which: typeof sheet) => {
    setSheet(which);
    print();
  };

  return (
    <div class="tc-widget not-content publicity" ref={root}>
      <section aria-labelledby="publicity-days">
        <h2 id="publicity-days">{words.days}</h2>
        <TextField {...typed('unit')} hint={words.unitHint} />
        <DayField
          {...of('postedOn')}
          year={notice.year}
          error={days.kind === 'unreal' ? words.dayUnreal : undefined}
          said={said('postedOn')}
        />
        <Check
          id="countPostingDay"
          label={words.count}
          about={words.countSays}
          checked={draft.countPostingDay}
          onChecked={(countPostingDay) => change({ countPostingDay })}
          said={said('countPostingDay')}
        />
        <div aria-live="polite">
          <Answer {...{ notice, days, plan, base, draft }} />
        </div>
      </section>

      <People
        {...{ notice, told, refused }}
        people={draft.people}
        onPeople={(people) => change({ people })}
      />

      <section aria-labelledby="publicity-contact">
        <h2 id="publicity-contact">{words.contact}</h2>
        <div class="publicity-grid">
          <TextField {...typed('contactDepartment')} />
          <TextField {...typed('contactPerson')} />
          <TextField {...typed('contactPhone')} hint={words.contactPhoneHint} />
          <TextField {...typed('contactMail')} />
        </div>
        <Check
          id="realName"
          label={words.realName}
          checked={draft.realName}
          onChecked={(realName) => change({ realName })}
        />
        <h3>{words.sign}</h3>
        <DayField {...of('signedOn')} year={notice.year} said={said('signedOn')} />
      </section>

      <section aria-labelledby="publicity-preview">
        <h2 id="publicity-preview">{words.preview}</h2>
        <div aria-live="polite" class="tc-stack">
          {refused.length > 0 && (
            <div class="tc-verdict tc-verdict-no">
              <ul>
                {refused.map(({ at, text }) => (
                  <li key={at}>{text}</li>
                ))}
              </ul>
              <p>{words.refused}</p>
            </div>
          )}
          {ofDraft.length > 0 && (
            <div class="tc-verdict tc-verdict-open">
              <h3>{words.warnings}</h3>
              <ul>
                {ofDraft.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          )}
          {lacks.length > 0 && (
            <p class="tc-quiet">{fill(words.missing, { list: lacks.join('、') })}</p>
          )}
        </div>
        {refused.length === 0 && <Paper label={words.previewOf}>{paper}</Paper>}
        <details class="publicity-reminders">
          <summary>{words.reminders}</summary>
          <ul>
            {[words.remindSame, words.remindDispatched, words.remindSecret, words.remindKeep].map(
              (line) => (
                <li key={line}>{line}</li>
              ),
            )}
          </ul>
        </details>
        {isPrintable && (
          <>
            <Check
              id="checked"
              label={words.checked}
              checked={draft.checked}
              onChecked={(checked) => change({ checked })}
            />
            <div class="tc-buttons">
              <button
                type="button"
                class="tc-button tc-button-primary"
                onClick={() => printOut('notice')}
              >
                {words.print}
              </button>
              <button
                type="button"
                class="tc-button"
                onClick={() => copy(words.text, noticeAsText(text, !draft.checked))}
              >
                {words.copy}
              </button>
              {days.kind === 'counted' && <Calendar {...{ notice, days, base }} />}
            </div>
            {status}
          </>
        )}
      </section>

      {/* Its fields stay while one of them holds what must not be shown. */}
      {draft.people.length > 0 && (
        <Record
          {...filled}
          {...{ refused, doubts }}
          onDraft={(part) => setDraft((draft) => ({ ...draft, ...part }))}
          onPrint={() => printOut('record')}
        />
      )}
      <Files draft={draft} year={notice.year} onDraft={setDraft} />
    </div>
  );
}

interface AnswerProps {
  notice: PublicityNotice;
  days: Days;
  plan: Partial<PlanState>;
  base: string;
  draft: Draft;
}

/** What follows from the day, and the way to the timeline, which has the day from here. */
function Answer({ notice, days, plan, base, draft: { countPostingDay } }: AnswerProps) {
  if (days.kind === 'notHeld') {
    return (
      <div class="tc-verdict tc-verdict-open">
        <p>{days.why}</p>
        <p>{fill(words.notCounted, { n: notice.publicity.workdays })}</p>
      </div>
    );
  }
  if (days.kind !== 'counted') return null;
  const { endsOn, recommendFrom, counted, feasible } = days.posted;
  const own = { submittedOn: undefined, steps: [], tasks: [], ...plan };
  const fragment = encodePlan(notice, {
    ...own,
    role: notice.stages.find(({ id }) => id === notice.publicity.stage)?.actor ?? '',
    postedOn: days.day,
    countPostingDay,
  });
  return (
    <div class="tc-verdict tc-verdict-quiet">
      <p class="publicity-answer">
        {/* Out of time it leads to nothing: why, stands under the day. */}
        {fill(feasible ? words.counted : words.countedOnly, {
          ends: dayIn(notice, endsOn),
          from: dayIn(notice, recommendFrom),
        })}
      </p>
      <p>{fill(words.countedDays, { n: counted.length, days: countedDays(days) })}</p>
      {base && (
        <p>
          <a href={`${pagesOf(base, notice)}timeline/#${fragment}`}>{words.toTimeline}</a>
        </p>
      )}
    </div>
  );
}

const pagesOf = (base: string, { year }: PublicityNotice): string =>
  `${base.replace(/\/$/, '')}/${year}/`;

interface CalendarProps {
  notice: PublicityNotice;
  days: Extract<Days, { kind: 'counted' }>;
  base: string;
}

/** The days as a calendar file: posting, the publicity itself, and from when one can recommend. */
function Calendar({ notice, days, base }: CalendarProps) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [id] = useState(newPlanId);
  const download = async () => {
    setTrouble(undefined);
    const loaded = await import('../../plan/calendar/index.ts').catch(() => undefined);
    if (!loaded) return setTrouble('part');
    const { counted, postedOn, endsOn, recommendFrom } = days.posted;
    const one = (id: string, title: string, on: IsoDate, rest: Partial<Entry> = {}): Entry => ({
      ...{ id: `plan-${id}`, kind: 'plan', title, on, notes: [], ...rest },
    });
    const entries = [
      one('post', words.entryPost, postedOn),
      one('publicity', words.entryPublicity, endsOn, { from: counted[0] }),
      one('recommend', words.entryRecommend, recommendFrom),
    ];
    const page =
      base && pageLink(`${base.replace(/\/$/, '')}/employers/publicity/`, '', location.href);
    const file = loaded.calendarText(notice, entries, { id, at: Date.now() }, page || undefined);
    saveFile(file, `${notice.year}-publicity.ics`, 'text/calendar');
  };
  return (
    <>
      <button type="button" class="tc-button" onClick={download}>
        {words.calendar}
      </button>
      {trouble && <i data-failed={trouble} hidden />}
    </>
  );
}
