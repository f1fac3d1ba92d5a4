/** What a page and its worker say to each other. */
import type { Packed } from './packed.ts';
import type { CheckInput, Ended, ExportKind, RosterFile, RosterNotice } from './types.ts';

export type Task =
  | { do: 'read'; file: RosterFile }
  | { do: 'columns'; sheet: number; header: number[] }
  | { do: 'check'; input: CheckInput }
  | { do: 'export'; input: CheckInput & { kind: ExportKind; on: string } };

export type Asked = { notice: RosterNotice } | { stop: number } | (Task & { job: number });

export type Told =
  | { ready: true }
  | { job: number; progress: number }
  | { job: number; rows: Packed }
  | { job: number; ended: Ended<unknown> };
