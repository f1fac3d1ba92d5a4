import { useState } from 'preact/hooks';
import { type Entry, newPlanId } from '../../plan/index.ts';
import { pageLink } from '../shared/pageLink.ts';
import { saveFile } from '../shared/saveFile.ts';
import type { Trouble } from '../shared/trouble.ts';
import type { ViewProps } from './viewProps.ts';

export interface FileProps extends Pick<ViewProps, 'notice' | 'plan' | 'onPlan'> {
  /** Those that the file is to hold. */
  entries: Entry[];
  /** Where the full page stands. */
  page: string;
}

/** The same in the file and in the link, whichever is taken first and however the plan changes afterwards. */
export function idOf({ plan, onPlan }: Pick<FileProps, 'plan' | 'onPlan'>): string {
  const id = plan.id ?? newPlanId();
  if (!plan.id) onPlan({ id });
  return id;
}

interface Props extends FileProps {
  label: string;
  primary?: boolean;
}

/** Saves the dates as a calendar file. */
export function CalendarButton({ label, primary = false, ...file }: Props) {
  const [trouble, setTrouble] = useState<Trouble>();
  const download = async () => {
    setTrouble(undefined);
    const { notice, entries, page } = file;
    const own = { id: idOf(file), at: Date.now() };
    const loaded = await import('../../plan/calendar/index.ts').catch(() => undefined);
    if (!loaded) return setTrouble('part');
    try {
      const text = loaded.calendarText(notice, entries, own, pageLink(page, '', location.href));
      saveFile(text, `${notice.year}-plan.ics`, 'text/calendar');
    } catch (error) {
      console.error(error);
      setTrouble('step');
    }
  };
  return (
    <>
      <button
        type="button"
        class={`tc-button${primary ? ' tc-button-primary' : ''}`}
        onClick={download}
      >
        {label}
      </button>
      {trouble && <i data-failed={trouble} hidden />}
    </>
  );
}
