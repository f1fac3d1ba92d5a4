import '../shared/widget.css';
import './roster.css';
import '../shared/keepWhole.ts';
import words from 'virtual:words/rosterPage/page';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Guard } from '../shared/Guard.tsx';
import type { Links } from '../shared/result/links.ts';
import { saveFile } from '../shared/saveFile.ts';
import { useTranslators } from '../shared/translators.ts';
import { useAfterPaint } from '../shared/useAfterPaint.ts';
import { type Loaded, loadWork } from './loadWork.ts';
import { Opening } from './Opening.tsx';
import type { Given, RosterData, Tools } from './types.ts';

export interface Props {
  year: number;
  /** The site's base path, `/` or `/zc/`; in a file that has left the site, the site's whole address or nothing. */
  base: string;
  /** Where links lead instead, in a document that holds what they would lead to. */
  links?: Partial<Links>;
  /** In a document that holds it: what is fetched elsewhere. */
  data?: RosterData;
  /** In a document that holds the other tools for units: gives people to one of them. */
  onGive?: Tools['onGive'];
}

/**
 * Screens a unit's roster: what is pasted or opened is read, its columns are shown, and everybody on it is assessed.
 * Nothing is sent or kept. What works on it is loaded once there is a roster.
 */
export default function Roster(props: Props) {
  return (
    <Guard>
      <Place {...props} />
    </Guard>
  );
}

function Place({ year, base, links, data, onGive }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useTranslators(root);
  const ready = useAfterPaint();
  const [given, setGiven] = useState<Given>();
  const [work, setWork] = useState<Loaded>();
  const [state, setState] = useState<'loading' | 'failed'>();
  /** Whether there is a result or a list of columns, so that the three ways in step back. */
  const [begun, setBegun] = useState(false);

  const load = () => loadWork({ year, base, links, data, onGive });
  /** Does something with what is loaded for it, and says where it does not arrive. */
  const using = async (act: (loaded: Loaded) => void | Promise<void>) => {
    setState('loading');
    try {
      const loaded = await load();
      setWork(loaded);
      await act(loaded);
      setState(undefined);
    } catch {
      setState('failed');
    }
  };
  // An object of its own each time: the same file may be opened again.
  const open = (roster: Given['roster']) => using(() => setGiven({ roster }));

  const closed = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each roster
  useEffect(() => {
    if (begun && closed.current) closed.current.open = false;
  }, [begun, given]);

  const opening = (
    <Opening
      ready={ready}
      // What will be needed is on its way while the person still looks for the file.
      onNear={() => void load().catch(() => undefined)}
      onOpen={open}
      onSample={() =>
        using(async ({ tools: { data } }) => {
          const { sample } = await import('../../roster/template.ts');
          setGiven({ roster: await sample(data.notice, 'csv'), isSample: true });
        })
      }
      onTemplate={(kind) =>
        using(async ({ tools: { data } }) => {
          const { template } = await import('../../roster/template.ts');
          const { bytes, name, type } = await template(data.notice, kind);
          saveFile(bytes, name, type);
        })
      }
    />
  );
  return (
    <div class="tc-widget not-content roster tc-stack" ref={root}>
      {begun ? (
        <details class="roster-again" ref={closed}>
          <summary>{words.another}</summary>
          {opening}
        </details>
      ) : (
        <>
          <p>{words.lead}</p>
          <p class="roster-stays">
            {words.stays}
            {words.notRead}
          </p>
          {opening}
        </>
      )}
      {/* Always there, so that what is put in is read out. */}
      <div role="status">{state === 'loading' && <p>{words.loading}</p>}</div>
      {state === 'failed' && (
        <>
          <i data-failed="part" hidden />
          <p class="tc-error" role="alert">
            {words.failed}
          </p>
        </>
      )}
      {work && given && (
        <work.Workbench tools={work.tools} given={given} onBegun={() => setBegun(true)} />
      )}
    </div>
  );
}
