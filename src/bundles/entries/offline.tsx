/**
 * The offline page's script: it puts both widgets and what they point to into the parts of the page that
 * `offline.ts` lays out, and shows one part at a time. Nothing it links to lies outside the page but the addresses that
 * the notice gives and, where it is known, the site itself.
 */
import { calendar, current } from 'virtual:data';
import SelfCheck from '../../widgets/SelfCheck/index.tsx';
import { Guard } from '../../widgets/shared/Guard.tsx';
import Timeline from '../../widgets/Timeline/index.tsx';
import { Sources } from './Sources.tsx';
import { followFragment } from './sections.ts';
import { fill, hasStarted, SOURCES, startPage } from './startPage.ts';

const { root, site } = startPage();

const links = { ...SOURCES, timeline: '#timeline', ...(!site && { answered: '' }) };
fill('self-check-widget', <SelfCheck notice={current} base={site} links={links} />);
fill(
  'sources',
  <Guard>
    <Sources notice={current} links={links} />
  </Guard>,
);
followFragment((part) => {
  if (part === 'timeline') {
    fill(
      'timeline-widget',
      <Timeline notice={current} calendar={calendar} base={site} selfCheck="#self-check" />,
    );
  }
});

hasStarted(root);
