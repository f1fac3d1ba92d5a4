import { useState } from 'preact/hooks';
import {
  type Answer,
  type Answers,
  type AskingNotice,
  type AskingQuestion,
  addDays,
  answerTo,
} from '../../calculator/index.ts';
import { answered, answeredScreens } from './flow.ts';

interface Props {
  notice: AskingNotice;
  answers: Answers;
  onChange: (screen: string) => void;
}

/** Every answer given, each with a way to change it. */
export function AnswerList(props: Props) {
  return <AnswerRows {...props} {...answered(props.notice, props.answers)} />;
}

/**
 * The same while questions are still asked: closed on every new screen, and one press away. The rows are drawn only
 * when it is open: they grow with every answer, and would be drawn anew for each.
 */
export function GivenSoFar({ screen, ...props }: Props & { screen: string }) {
  const [openOn, setOpenOn] = useState<string>();
  const open = openOn === screen;
  const count = answeredScreens(props.notice, props.answers);
  if (count === 0) return null;
  return (
    <details
      class="self-check-more"
      open={open}
      onToggle={({ currentTarget }) => setOpenOn(currentTarget.open ? screen : undefined)}
    >
      <summary>已答 {count} 题，查看或修改</summary>
      {open && <AnswerRows {...props} {...answered(props.notice, props.answers)} />}
    </details>
  );
}

function AnswerRows({ answers, used, idle, onChange }: Props & ReturnType<typeof answered>) {
  return (
    <>
      <dl class="self-check-answers">
        {used.map((question) => (
          <div key={question.id}>
            <dt>{question.title}</dt>
            <dd>{answerInWords(question, answerTo(answers, question))}</dd>
            <dd>
              <button
                type="button"
                class="tc-button tc-button-link"
                aria-label={`修改：${question.title}`}
                onClick={() => onChange(question.screen)}
              >
                修改
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {idle.length > 0 && (
        <p class="tc-quiet">
          还留着、但现在用不到的回答：
          {idle.map((q) => `${q.title}${answerInWords(q, answerTo(answers, q))}`).join('；')}。
        </p>
      )}
    </>
  );
}

const isLastOfMonth = (date: string) => addDays(date, 1).endsWith('-01');

/** An answer as the question's own options and labels put it. */
export function answerInWords(question: AskingQuestion, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if (typeof answer === 'string') {
    const label = question.options.find(({ value }) => value === answer)?.label;
    if (label !== undefined) return label;
    // Where a certificate gave no day this is the one that was taken, and it can be changed.
    return question.type === 'date' && question.mayLackDay && isLastOfMonth(answer)
      ? `${answer}（当月最后一天）`
      : answer;
  }
  const amounts = question.type === 'amounts' ? question.amounts : [];
  return amounts.map(({ id, label }) => `${label} ${answer[id]}`).join('，');
}
