import { useState } from 'preact/hooks';
import type { Answers, Finding, SelfCheckNotice } from '../../calculator/index.ts';
import { type AskedQuestion, askedOf } from '../shared/result/asked.ts';
import type { Links } from '../shared/result/links.ts';
import { Fold } from './Fold.tsx';

interface Props {
  notice: SelfCheckNotice;
  links: Links;
  answers: Answers;
  findings: Finding[];
}

/** What people in the same place ask, as links to the answers, which show where they stand (tips.ts). */
export function Asked({ notice, links, answers, findings }: Props) {
  const [asked, setAsked] = useState<AskedQuestion[]>([]);
  const { result } = notice.wording;
  // Where they do not arrive, the page that has them all is one press away, and opening it again tries again.
  const load = () =>
    fetch(links.asked)
      .then((answer) => answer.json())
      .then(setAsked, () => {});
  return (
    <Fold summary={result.asked} onOpen={load}>
      <ul>
        {askedOf(asked, findings, answers).map(({ id, question }) => (
          <li key={id}>
            <a href={`${links.answered}#${id}`} data-tip>
              {question}
            </a>
          </li>
        ))}
        <li>
          <a href={links.answered}>{result.allAsked}</a>
        </li>
      </ul>
    </Fold>
  );
}
