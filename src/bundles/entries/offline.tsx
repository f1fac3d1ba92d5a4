/**
 * The offline page's script: it puts both widgets and what they point to into the parts of the page that
 * `offline.ts` lays out, and shows one part at a time. Nothing it links to lies outside the page but the addresses that
 * the notice gives and, where it is known, the site itself.
 */
import '../../styles/tokens.css';
import '../../styles/bare.css';
import '../../styles/common.css';
import '../../styles/print.css';
import './offline.css';
import { calendar, current } from 'virtual:data';
import { type ComponentChild, render } from 'preact';
import SelfCheck from '../../widgets/SelfCheck/index.tsx';
import { Guard } from '../../widgets/shared/Guard.tsx';
import { followClock } from '../../widgets/shared/statusClock.ts';
import { watch } from '../../widgets/shared/watch.ts';
import Timeline from '../../widgets/Timeline/index.tsx';
import { Sources } from './Sources.tsx';
import { followFragment } from './sections.ts';

watch();
followClock();

const root = document.documentElement;

const links = {
  clause: (id: string) => `#clause-${id}`,
  rule: (id: string) => `#rule-${id}`,
  document: (id: string) => `#document-${id}`,
  conditions: '#rules',
  timeline: '#timeline',
  contacts: '#contacts',
  materials: '#materials',
};

const fill = (id: string, content: ComponentChild) => {
  const place = document.getElementById(id);
  if (place) render(content, place);
};
fill(
  'self-check-widget',
  <SelfCheck notice={current} base={root.dataset.site ?? ''} links={links} />,
);
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
      <Timeline
        notice={current}
        calendar={calendar}
        base={root.dataset.site ?? ''}
        selfCheck="#self-check"
      />,
    );
  }
});

const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => {
  root.dataset.theme = dark.matches ? 'dark' : 'light';
};
dress();
dark.addEventListener('change', dress);

// What runs after the first paint has run as well: from here on a failure is not the browser's age (offline.ts).
requestAnimationFrame(() =>
  setTimeout(() => {
    root.dataset.started = '';
  }),
);
