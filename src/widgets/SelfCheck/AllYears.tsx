import type { AskingNotice, AskingQuestion } from '../../calculator/index.ts';

interface Props {
  notice: AskingNotice;
  /** Those of the screen, which share their options. */
  questions: AskingQuestion[];
  onChoose: (value: string) => void;
}

/** What one press says of every year. */
export function AllYears({ notice, questions: [first], onChoose }: Props) {
  const options = first?.options.filter(({ forAll }) => forAll) ?? [];
  if (options.length === 0) return null;
  return (
    <>
      {options.map(({ value, forAll, hint }) => (
        <button
          key={value}
          type="button"
          class="tc-button self-check-all"
          onClick={() => onChoose(value)}
        >
          {forAll}
          {hint && <small>{hint}</small>}
        </button>
      ))}
      <p>{notice.wording.asking.oneByOne}</p>
    </>
  );
}
