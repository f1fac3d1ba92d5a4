import { type Advice, fill, type Notice, type OtherWay } from '../../calculator/index.ts';

interface Props {
  notice: Notice;
  advice: Advice;
  onChange: (screen: string) => void;
}

/** The one answer that decides, with a way to change it. */
export function DecidedBy({ notice, advice, onChange }: Props) {
  const question = notice.questions.find(({ id }) => id === advice.decidedBy);
  if (!question) return null;
  return (
    <p>
      {fill(notice.wording.decidedBy, { question: question.title })}
      <button
        type="button"
        class="tc-button tc-button-link"
        onClick={() => onChange(question.screen)}
      >
        {notice.wording.result.change}
      </button>
    </p>
  );
}

/** Which answers that nobody is sure of do not matter. */
export function NoMatter({
  notice,
  advice,
  missing,
}: Pick<Props, 'notice' | 'advice'> & { missing: string[] }) {
  const noMatter = advice.noMatter.filter((id) => !missing.includes(id));
  if (noMatter.length === 0) return null;
  const { result } = notice.wording;
  // The titles end in question marks, which keep them apart.
  const questions = noMatter
    .map((id) => notice.questions.find((question) => question.id === id)?.title)
    .join('');
  return (
    <p class="tc-quiet">
      {fill(noMatter.length === 1 ? result.oneNoMatter : notice.wording.noMatter, { questions })}
    </p>
  );
}

/** Other ways to apply, and what each would give. */
export function OtherWays({ notice, advice: { otherWays }, onChange }: Props) {
  const { result, verdicts } = notice.wording;
  if (otherWays.length === 0) return null;
  return (
    <section class="self-check-advice">
      <h3>{result.ways}</h3>
      <ul>
        {otherWays.map((way) => (
          <li key={namesOf(notice, way)}>
            <button
              type="button"
              class="tc-button tc-button-link"
              onClick={() => onChange(screenOf(notice, way))}
            >
              {fill(result.way, { options: namesOf(notice, way) })}
            </button>
            ：
            {way.lastResort
              ? result.lastResort
              : way.sooner
                ? result.sooner
                : way.verdict === 'incomplete'
                  ? fill(result.asks, { n: way.asks })
                  : verdicts[way.verdict].label}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** “助理工程师”“技能人才” */
function namesOf(notice: Notice, { changed }: OtherWay): string {
  return changed
    .map(({ question, answer }) => {
      const options = notice.questions.find(({ id }) => id === question)?.options;
      return `“${options?.find(({ value }) => value === answer)?.label ?? answer}”`;
    })
    .join('');
}

/** Where the first of what it changes is asked. */
const screenOf = (notice: Notice, { changed: [first] }: OtherWay): string =>
  notice.questions.find(({ id }) => id === first?.question)?.screen ?? '';
