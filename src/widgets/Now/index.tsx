import type { Notice } from '../../calculator/index.ts';
import { Guard } from '../shared/Guard.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { useToday } from '../shared/today.ts';
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

const Status = ({ notice }: Props) => (
  <div class="tc-widget not-content">
    <StatusLine notice={notice} today={useToday()} />
  </div>
);
