/**
 * The script of the offline page for units: the roster check, the notice of the publicity and the checklists, and what they
 * point to. One part is shown at a time, all of them live, and people go from the roster to the others within the page.
 * It works on the page's own thread: from a disk browsers refuse workers.
 */
import { calendar, roster, units } from 'virtual:data';
import Checklist from '../../widgets/Checklist/index.tsx';
import Publicity from '../../widgets/Publicity/index.tsx';
import Roster from '../../widgets/Roster/index.tsx';
import { Guard } from '../../widgets/shared/Guard.tsx';
import type { Person, Receiver } from '../../widgets/shared/handover.ts';
import { Sources } from './Sources.tsx';
import { followFragment } from './sections.ts';
import { fill, hasStarted, SOURCES, startPage } from './startPage.ts';

const { root, site } = startPage();
const { notice } = roster;
const { publicity, checklists, documents } = units;

/** The parts that are given people, and whom each was given last. */
const PARTS: Record<Receiver, string> = {
  publicity: 'employers-publicity',
  checklist: 'employers-checklist',
};
const NOBODY: Person[] = [];
const given = { publicity: NOBODY, checklist: NOBODY };
const onGive = (receiver: Receiver, people: Person[]) => {
  given[receiver] = people;
  location.hash = PARTS[receiver];
};

/** Only the part that is shown may be printed. */
function draw(shown: string): void {
  const part = (id: string) => ({ isAway: id !== shown });
  fill(
    'employers-publicity-widget',
    <Publicity
      notice={publicity}
      calendar={calendar}
      base={site}
      given={given.publicity}
      {...part('employers-publicity')}
    />,
  );
  for (const list of checklists) {
    const id = `${list.role === 'office' ? 'offices' : 'employers'}-checklist`;
    fill(
      `${id}-widget`,
      <Checklist
        list={list}
        year={notice.year}
        given={id === PARTS.checklist ? given.checklist : NOBODY}
        {...part(id)}
      />,
    );
  }
}

fill(
  'roster-widget',
  <Roster year={notice.year} base={site} links={SOURCES} data={roster} onGive={onGive} />,
);
fill(
  'sources',
  <Guard>
    <Sources notice={{ ...notice, documents }} links={SOURCES} />
  </Guard>,
);
followFragment(draw);
hasStarted(root);
