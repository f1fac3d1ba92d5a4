import {
  type Amounts,
  type AmountsQuestion,
  type Asking,
  type AskingNotice,
  fill,
  lacksIn,
} from '../../calculator/index.ts';
import { toNumber } from './check.ts';
import type { Draft } from './draft.ts';
import type { InputProps } from './Options.tsx';

/** One year's numbers, with what is short of them as they are typed, or an option instead. */
export function AmountsInputs(props: InputProps<Asking<AmountsQuestion>> & { errorId: string }) {
  const { notice, question, draft, error, errorId, onDraft } = props;
  const option = question.options.find(({ value }) => value === draft.choice);
  // Where something is missing or no number, that is what is wrong; otherwise the message says which of the two.
  const isNumber = (id: string) => typeof toNumber(draft.amounts?.[id]) === 'number';
  const isWrong = (id: string) =>
    !isNumber(id) || question.amounts.every((one) => isNumber(one.id));
  return (
    <>
      <div class="self-check-amounts">
        {question.amounts.map(({ id, label }) => (
          <label key={id}>
            <span>{label}</span>
            <input
              class="tc-field"
              inputMode="decimal"
              autocomplete="off"
              name={`${question.id}-${id}`}
              value={option ? '' : (draft.amounts?.[id] ?? '')}
              aria-invalid={error && isWrong(id) ? true : undefined}
              aria-describedby={error ? errorId : undefined}
              onInput={({ currentTarget }) =>
                onDraft({
                  choice: 'amounts',
                  amounts: { ...draft.amounts, [id]: currentTarget.value },
                })
              }
            />
          </label>
        ))}
      </div>
      <p class="self-check-short" role="status">
        {option ? '' : whatFollows(notice, question, draft)}
      </p>
      <div class="self-check-amounts">
        {question.options.map(({ value, label }) => (
          <label key={value} class="self-check-toggle">
            <input
              type="checkbox"
              name={`${question.id}-${value}`}
              checked={draft.choice === value}
              onChange={({ currentTarget }) =>
                onDraft({ ...draft, choice: currentTarget.checked ? value : 'amounts' })
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </>
  );
}

/** What the numbers typed come to, as far as they are there and can be right. */
function whatFollows(
  notice: AskingNotice,
  question: Asking<AmountsQuestion>,
  draft: Draft,
): string {
  const { asking } = notice.wording;
  const amounts: Partial<Amounts> = {};
  for (const { id, most, within } of question.amounts) {
    const n = toNumber(draft.amounts?.[id]);
    const whole = within === undefined ? most : (amounts[within] ?? most);
    if (typeof n === 'number' && n <= whole) amounts[id] = n;
  }
  const lacks = lacksIn(notice, question, amounts);
  if (!lacks) return '';
  const derived = (question.derived ?? []).flatMap(({ label, name = label, of, less }) => {
    const [whole, part] = [amounts[of], amounts[less]];
    return whole === undefined || part === undefined
      ? []
      : fill(asking.derived, { name, n: Math.round((whole - part) * 1e6) / 1e6 });
  });
  const isWhole = question.amounts.every(({ id }) => amounts[id] !== undefined);
  const list = lacks.map(({ name, short }) => `${name} ${short}`).join('、');
  const end = list ? fill(asking.short, { list }) : isWhole ? asking.enough : '';
  return [...derived, end].join('');
}
