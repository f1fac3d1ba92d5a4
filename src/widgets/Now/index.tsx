import { useRef } from 'preact/hooks';
import type { Notice } from '../../calculator/index.ts';
import { Guard } from '../shared/Guard.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { useToday } from '../shared/today.ts';
import { useTranslators } from '../shared/translators.ts';
import '../shared/widget.css';

interface Props {
  notice: Pick<Notice, 'year' | 'stages'>;
}

/** The home page's first line: which year this is about, whether one can apply today, what comes next. */
export default function Now(props: Props) {
  return (
    <Guard>
      <Status {...props} />
    </Guard>
  );
}

function Status({ notice }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useTranslators(root);
  return (
    <div class="tc-widget not-content" ref={root}>
      <StatusLine notice={notice} today={useToday()} />
    </div>
  );
}
