import { currentNotice, workCalendar } from '../../components/facts.ts';
import { apiCalendar } from '../../notices/index.ts';
import { json } from '../_files.ts';

export const GET = async () =>
  json(apiCalendar(await workCalendar(), (await currentNotice()).documents));
