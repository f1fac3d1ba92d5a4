import { type Asking, type DateQuestion, fill, isRealDate } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import { parseDateText } from '../../typed/index.ts';
import { DateField } from '../shared/DateField.tsx';
import { readDate } from './check.ts';
import { isDateMeant } from './draft.ts';
import { DATE, type InputProps, Options } from './Options.tsx';

/** A date, or one of the options beside it. */
export function DateInputs(props: InputProps<Asking<DateQuestion>> & { errorId: string }) {
  const { notice, question, draft, error, onDraft } = props;
  const { options, dateLabel = '日期' } = question;
  const text = draft.text ?? '';
  const date = readDate(question, text);
  const isTaken = date && isRealDate(date) && !parseDateText(text);
  const field = (
    <DateField
      id={`${question.id}-date`}
      label={options.length === 0 ? '日期' : dateLabel}
      value={text}
      read={(text) => readDate(question, text)}
      hint="例如 2022-12-31、2022.12.31 或 20221231"
      told={isTaken ? fill(notice.wording.asking.taken, { date: inProse(date) }) : ''}
      error={error}
      onChange={(text) => onDraft({ ...draft, choice: DATE.value, text })}
    />
  );
  const [first, ...rest] = options;
  if (!first) return field;
  const byDate = { ...DATE, label: dateLabel };
  // 没有 first, then the date, then 不清楚: the order in which people look for themselves. Where 不清楚 is all that there
  // is beside the date, the field stands ready.
  const isUsual = rest.length === 0;
  const chosen = isDateMeant(question, draft);
  return (
    <div class="tc-stack">
      <Options
        {...props}
        draft={chosen ? { ...draft, choice: DATE.value } : draft}
        options={isUsual ? [byDate, first] : [first, byDate, ...rest]}
        error={chosen ? undefined : error}
      />
      {chosen && field}
    </div>
  );
}
