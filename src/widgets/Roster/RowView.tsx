import listWords from 'virtual:words/rosterPage/result';
import words from 'virtual:words/rosterPage/row';
import { useEffect, useRef } from 'preact/hooks';
import {
  advise,
  answerTo,
  assess,
  encodeAnswers,
  fill,
  isDecisive,
  type Question,
} from '../../calculator/index.ts';
import { letterOf, type ScreenedRow } from '../../roster/index.ts';
import { preparationOf } from '../shared/outlook/items.ts';
import { whenOf } from '../shared/outlook/whenOf.ts';
import { pageLink } from '../shared/pageLink.ts';
import { FindingItem } from '../shared/result/FindingItem.tsx';
import { First } from '../shared/result/First.tsx';
import { groups } from '../shared/result/findings.ts';
import { firstThings } from '../shared/result/firstThings.ts';
import { whatSuffices } from '../shared/result/whatSuffices.ts';
import { knownDay, todayInShanghai } from '../shared/today.ts';
import { nameOf } from './list.ts';
import { Problem } from './ProblemList.tsx';
import type { Tools } from './types.ts';

interface Props {
  tools: Tools;
  row: ScreenedRow;
  /** The list is looked at under the assumed next year: what that asks comes first here, too. */
  next: boolean;
  onBack: () => void;
  onBefore: (() => void) | undefined;
  onAfter: (() => void) | undefined;
}

/** One person: what the self-check says to the same answers, and what to have ready for the next year. */
export function RowView({ tools, row, next, onBack, onBefore, onAfter }: Props) {
  const { notice, prepare } = tools.data;
  const { links } = tools;
  const { answers } = row;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const assessment = assess(notice, answers);
  const today = knownDay(notice, todayInShanghai());
  const things = firstThings(notice, answers, today);
  const deciding = assessment.findings.filter((one) => isDecisive(notice, assessment, one));
  const suffices = whatSuffices(notice, advise(notice, answers), assessment.missing.length > 0);
  const outlook = preparationOf(notice, answers, prepare);
  const selfCheck = pageLink(links.selfCheck, encodeAnswers(notice, answers), location.href);
  const name = nameOf(row, listWords.unnamed);
  const preparation = (
    <section>
      <h3>{fill(words.prepare, { next: notice.year + 1 })}</h3>
      <p class="roster-assumed">{fill(words.prepareSays, { next: notice.year + 1 })}</p>
      {outlook.map(({ state, items }) => (
        <div key={state}>
          <h4>{prepare.groups[state].title}</h4>
          <ul class="roster-cells">
            {items.map((item) => {
              const when = whenOf(state, item, today, prepare);
              return (
                <li key={item.id}>
                  <b>{item.title}</b>
                  {when && <span class="roster-when">{when}</span>}
                  {state !== 'holds' && item.text && <p>{item.text}</p>}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
  return (
    <section
      class="roster-one tc-stack"
      aria-labelledby="roster-one"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
      // Whatever a person follows from here opens beside the roster, which would be lost with its page.
      onClickCapture={({ target }) => {
        const link = (target as Element).closest('a');
        if (!link || link.getAttribute('href')?.startsWith('#')) return;
        link.target = '_blank';
        link.rel = 'noopener';
      }}
    >
      <div class="tc-buttons roster-turn">
        <button type="button" class="tc-button" onClick={onBack}>
          {words.back}
        </button>
        {/* Neither stands alone on a line of its own. */}
        <span>
          <button type="button" class="tc-button" disabled={!onBefore} onClick={onBefore}>
            {words.before}
          </button>
          <button type="button" class="tc-button" disabled={!onAfter} onClick={onAfter}>
            {words.after}
          </button>
        </span>
      </div>
      <h2 id="roster-one" tabIndex={-1} ref={heading}>
        {name}
        <small>
          {[
            row.department,
            name !== fill(listWords.unnamed, { row: row.at }) &&
              fill(listWords.unnamed, { row: row.at }),
          ]
            .filter(Boolean)
            .join('，')}
        </small>
      </h2>
      {row.sameAs !== undefined && <p>{fill(words.twice, { row: row.sameAs })}</p>}
      {next && preparation}
      <First notice={notice} assessment={assessment} things={things}>
        {selfCheck && (
          <a class="tc-button tc-button-primary" href={selfCheck} target="_blank" rel="noopener">
            {words.open}
          </a>
        )}
      </First>
      <p class="tc-quiet">
        {selfCheck && words.openSays}
        {words.you}
      </p>
      {row.problems.length > 0 && (
        <section>
          <h3>{words.cells}</h3>
          <ul class="roster-cells">
            {row.problems.map((problem) => (
              <li key={`${problem.column} ${problem.question}`}>
                <b>
                  {letterOf(problem.column)} {problem.title}
                </b>
                <Problem problem={{ ...problem, at: row.at, name }} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{words.why}</h3>
        {suffices && <p>{suffices}</p>}
        {groups(assessment.findings, deciding).map(({ outcome, group }) => {
          const list = (
            <ul class="self-check-findings">
              {group.map((finding) => (
                <FindingItem key={finding.rule} notice={notice} links={links} finding={finding} />
              ))}
            </ul>
          );
          if (outcome !== 'met') return <div key={outcome}>{list}</div>;
          return (
            <details key={outcome} class="roster-fold">
              <summary>{fill(notice.wording.result.met, { n: group.length })}</summary>
              {list}
            </details>
          );
        })}
      </section>
      {!next && preparation}
      <details class="roster-fold">
        <summary>{words.answers}</summary>
        <dl class="roster-answers">
          {notice.questions
            .filter((question) => answerTo(answers, question) !== undefined)
            .map((question) => (
              <div key={question.id}>
                <dt>{question.title}</dt>
                <dd>{inWords(question, answers)}</dd>
              </div>
            ))}
        </dl>
      </details>
    </section>
  );
}

function inWords(question: Question, answers: ScreenedRow['answers']): string {
  const answer = answerTo(answers, question);
  if (answer === undefined) return '';
  if (typeof answer === 'string') {
    return question.options.find(({ value }) => value === answer)?.label ?? answer;
  }
  const amounts = question.type === 'amounts' ? question.amounts : [];
  return amounts.map(({ id, label }) => `${label} ${answer[id]}`).join('，');
}
