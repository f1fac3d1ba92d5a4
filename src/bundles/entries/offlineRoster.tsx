/**
 * The script of the offline page for units: the roster check, and what its results point to. It works on the page's own
 * thread: from a disk browsers refuse workers.
 */
import { current, roster } from 'virtual:data';
import Roster from '../../widgets/Roster/index.tsx';
import { Guard } from '../../widgets/shared/Guard.tsx';
import { Sources } from './Sources.tsx';
import { followFragment } from './sections.ts';
import { fill, hasStarted, SOURCES, startPage } from './startPage.ts';

const { root, site } = startPage();

fill('roster-widget', <Roster year={current.year} base={site} links={SOURCES} data={roster} />);
fill(
  'sources',
  <Guard>
    <Sources notice={current} links={SOURCES} />
  </Guard>,
);
followFragment(() => undefined);
hasStarted(root);
