import type { AskingQuestion } from '../../calculator/index.ts';

/** What has to be mended, in one place, where it is more than one thing; each leads to its field. */
export function ErrorSummary({
  errors,
}: {
  errors: { question: AskingQuestion; message: string }[];
}) {
  return (
    <div role="alert">
      {errors.length > 1 && (
        <div class="self-check-errors">
          <h3>有 {errors.length} 处要改</h3>
          <ul>
            {errors.map(({ question, message }) => (
              <li key={question.id}>
                <button
                  type="button"
                  class="tc-button tc-button-link"
                  onClick={({ currentTarget }) =>
                    currentTarget
                      .closest('form')
                      ?.querySelector<HTMLElement>(
                        `[data-question="${question.id}"] [aria-invalid="true"]`,
                      )
                      ?.focus()
                  }
                >
                  <span>
                    {question.type === 'amounts' ? `${question.part} 年` : question.title}：
                    {message}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
