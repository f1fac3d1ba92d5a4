/** What works on a roster once there is one: its columns first, then everybody's result. */

import words from 'virtual:words/rosterPage/work';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { fill } from '../../calculator/index.ts';
import type { Ended, ExportKind, FileProblem, JobOptions, SheetView } from '../../roster/index.ts';
import { saveFile } from '../shared/saveFile.ts';
import { useTabHistory } from '../shared/tabHistory.ts';
import { knownDay, todayInShanghai } from '../shared/today.ts';
import { Columns } from './Columns.tsx';
import { ALL } from './list.ts';
import { Result } from './Result.tsx';
import type { Given, Read, Screened, Tools, View } from './types.ts';

export { rosterWork } from '../../roster/index.ts';

interface Props {
  tools: Tools;
  given: Given;
  /** Told once there is something to show. */
  onBegun: () => void;
}

interface Busy {
  says: string;
  share: number;
  stop: AbortController;
}

/** Where in a roster the person is, as an entry of the tab's history has it: numbers alone, and none of the roster's data. */
interface Step {
  /** Drawn by lot, so that an entry of another roster is not taken for this one's. */
  roster: number;
  at: 'columns' | 'result';
  /** The row that is open. */
  open?: number;
}

interface State {
  busy: Busy | undefined;
  problem: FileProblem | undefined;
  read: Read | undefined;
  screened: Screened | undefined;
  at: 'columns' | 'result';
  /** How the result is looked at; it stays while somebody looks at the columns, or at one person. */
  view: View;
  /** What came of the last thing that was done, to be read out. */
  said: string;
}

type Action =
  | { type: 'busy'; busy: Busy }
  | { type: 'share'; of: AbortController; share: number }
  | { type: 'problem'; of: AbortController; problem: FileProblem }
  | { type: 'read'; read: Read }
  | { type: 'changed'; read: Partial<Read> }
  | { type: 'screened'; screened: Screened }
  | { type: 'columns' }
  | { type: 'back' }
  | { type: 'view'; view: Partial<View> }
  | { type: 'step'; step: Step }
  | { type: 'said'; of: AbortController; said: string };

const BLANK: State = {
  busy: undefined,
  problem: undefined,
  read: undefined,
  screened: undefined,
  at: 'columns',
  view: { filter: ALL, order: { by: 'at', down: false } },
  said: '',
};

export function reduce(state: State, action: Action): State {
  const isOf = (stop: AbortController) => state.busy?.stop === stop;
  switch (action.type) {
    case 'busy':
      return { ...state, busy: action.busy, problem: undefined, said: '' };
    case 'share':
      return state.busy && isOf(action.of)
        ? { ...state, busy: { ...state.busy, share: action.share } }
        : state;
    // What was there before stays.
    case 'problem':
      return isOf(action.of) ? { ...state, busy: undefined, problem: action.problem } : state;
    case 'read':
      return { ...BLANK, read: action.read };
    case 'changed':
      return state.read ? { ...state, read: { ...state.read, ...action.read } } : state;
    case 'screened':
      return { ...state, busy: undefined, screened: action.screened, at: 'result' };
    case 'columns':
      return { ...state, at: 'columns', problem: undefined };
    case 'back':
      return state.screened
        ? { ...state, at: 'result', read: state.screened.read, problem: undefined }
        : state;
    case 'view':
      return { ...state, view: { ...state.view, ...action.view } };
    case 'step': {
      const { at, open } = action.step;
      const { open: before, active = before, ...view } = state.view;
      return {
        ...(at === 'result' ? reduce(state, { type: 'back' }) : { ...state, at }),
        view: { ...view, active: before ?? active, open },
      };
    }
    case 'said':
      return isOf(action.of) ? { ...state, busy: undefined, said: action.said } : state;
  }
}

export function Workbench({ tools, given, onBegun }: Props) {
  const { work, data } = tools;
  const { notice } = data;
  const [state, dispatch] = useReducer(reduce, BLANK);
  const { busy, problem, read, screened, at } = state;
  const current = useRef(state);
  current.current = state;

  /** One thing at a time: what was going on before is ended. */
  const run = async <T,>(
    says: string,
    job: (options: JobOptions) => Promise<Ended<T>>,
    then: (done: T, stop: AbortController) => void,
  ) => {
    current.current.busy?.stop.abort();
    const stop = new AbortController();
    dispatch({ type: 'busy', busy: { says, share: 0, stop } });
    const ended = await job({
      signal: stop.signal,
      onProgress: (share) => dispatch({ type: 'share', of: stop, share }),
    });
    if ('problem' in ended) dispatch({ type: 'problem', of: stop, problem: ended.problem });
    else if (!stop.signal.aborted) then(ended.done, stop);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each roster that is given
  useEffect(() => {
    const { roster } = given;
    const name = 'name' in roster ? `“${roster.name}”` : words.pasted;
    void run(
      fill(words.reading, { name }),
      (options) => work.read(roster, options),
      (sheets) => {
        const place = bestOf(sheets);
        const sheet = sheets[place];
        if (!sheet) return;
        // What was said of everybody holds for the same unit's next list.
        const forAll = current.current.read?.forAll ?? {};
        const { mapping } = sheet;
        dispatch({ type: 'read', read: { name, sheets, at: place, mapping, forAll } });
      },
    );
  }, [given]);

  const begun = read !== undefined;
  useEffect(() => {
    if (begun) onBegun();
  }, [begun, onBegun]);

  const inputOf = ({ sheets, at, mapping, forAll }: Read, next: boolean) => ({
    sheet: sheets[at]?.id ?? 0,
    mapping,
    forAll,
    next,
  });
  const check = (of: Read, next: boolean) =>
    run(
      words.checking,
      (options) => work.check(inputOf(of, next), options),
      ({ rows, summary }) =>
        dispatch({ type: 'screened', screened: { read: of, next, rows, summary } }),
    );
  /** The roster whose result was taken along: exported, printed, copied or handed over. */
  const taken = useRef<Read>();
  const onTaken = () => {
    taken.current = screened?.read;
  };
  const takeAway = (of: Screened, kind: ExportKind) => {
    const on = todayInShanghai();
    return run(
      fill(words.reading, { name: `.${kind}` }),
      (options) => work.export({ ...inputOf(of.read, of.next), kind, on }, options),
      (file, stop) => {
        saveFile(file.bytes, file.name, file.type);
        taken.current = of.read;
        dispatch({ type: 'said', of: stop, said: fill(words.saved, { name: file.name }) });
      },
    );
  };
  const isOwn = screened !== undefined && !given.isSample;
  // Leaving asks only where there is a result that nobody has taken along.
  useEffect(() => {
    if (!isOwn) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (taken.current === current.current.screened?.read) return;
      event.preventDefault();
      // Chromium before 119 looks at this alone.
      event.returnValue = true;
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isOwn]);

  const { open } = state.view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each roster
  const lot = useMemo(() => (begun ? Math.random() : 0), [begun, given]);
  useTabHistory<Step>({
    name: 'roster',
    read: useCallback((kept) => stepOf(kept, lot), [lot]),
    write: useCallback(
      () => (lot ? { roster: lot, at, ...(open !== undefined && { open }) } : undefined),
      [lot, at, open],
    ),
    place: placeIn({ at, open }),
    placeOf: placeIn,
    onStep: useCallback((step) => dispatch({ type: 'step', step }), []),
    onLink: nothing,
    isBlank: never,
  });

  const closed = knownDay(notice, todayInShanghai());
  const isOver = closed !== undefined && closed > notice.stages[0].closes;
  return (
    <div class="roster-work tc-stack">
      <div role="status">{state.said && <p>{state.said}</p>}</div>
      {busy && (
        <div class="roster-busy">
          <p role="status">{busy.says}</p>
          <progress max={1} value={busy.share} aria-label={busy.says} />
          <button type="button" class="tc-button" onClick={() => busy.stop.abort()}>
            {words.cancel}
          </button>
        </div>
      )}
      {problem && (
        <div class="roster-problem" role="alert" ref={intoView}>
          <p class="tc-error">{problem.code === 'cancelled' ? words.cancelled : words.problem}</p>
          <p>{problem.message}</p>
          {screened && <p>{fill(words.kept, { name: screened.read.name })}</p>}
        </div>
      )}
      {read && at === 'columns' && (
        <Columns
          tools={tools}
          read={read}
          busy={busy !== undefined}
          onChange={(changed) => dispatch({ type: 'changed', read: changed })}
          onHeader={async (header) => {
            const sheet = read.sheets[read.at];
            if (!sheet) return;
            const ended = await work.columns(sheet.id, header);
            if (!('done' in ended)) return;
            const { mapping, ...seen } = ended.done;
            const sheets = read.sheets.map((one) => (one === sheet ? { ...one, ...seen } : one));
            dispatch({ type: 'changed', read: { sheets, mapping } });
          }}
          onGo={() => check(read, screened?.next ?? isOver)}
          onBack={screened && (() => dispatch({ type: 'back' }))}
        />
      )}
      {screened && at === 'result' && (
        <Result
          tools={tools}
          screened={screened}
          isOver={isOver}
          busy={busy !== undefined}
          onYear={(next) => check(screened.read, next)}
          view={state.view}
          onView={(view) => dispatch({ type: 'view', view })}
          onTaken={onTaken}
          onColumns={() => dispatch({ type: 'columns' })}
          onExport={(kind) => takeAway(screened, kind)}
        />
      )}
    </div>
  );
}

/** On a phone it may be below what was pressed. */
const intoView = (place: HTMLElement | null): void => place?.scrollIntoView({ block: 'nearest' });
const nothing = () => undefined;
const never = () => false;
/** One row after the other is one place: back leads to the list. */
const placeIn = ({ at, open }: { at: Step['at']; open?: number | undefined }): string =>
  at === 'result' && open !== undefined ? 'row' : at;

/** What an entry holds may be another roster's, or another script's. */
function stepOf(kept: unknown, lot: number): Step | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { roster, at, open } = kept as Partial<Record<keyof Step, unknown>>;
  if (roster !== lot || (at !== 'columns' && at !== 'result')) return undefined;
  return { roster: lot, at, ...(typeof open === 'number' && { open }) };
}

/** The sheet that looks like a roster: the one of which most columns are known, shown before hidden. */
function bestOf(sheets: SheetView[]): number {
  const known = ({ mapping, hidden }: SheetView) =>
    mapping.columns.filter((column) => column.as !== undefined).length + (hidden ? 0 : 0.5);
  let best = 0;
  sheets.forEach((sheet, at) => {
    if (known(sheet) > known(sheets[best] as SheetView)) best = at;
  });
  return best;
}
