import type { AskingNotice } from '../../calculator/index.ts';

interface Props {
  notice: AskingNotice;
  /** The part that is asked now. */
  section: string;
  /** How far the person is, in words. */
  children: string;
}

/** The parts of the check by name, with the one that is asked now. */
export function Progress({ notice, section, children }: Props) {
  const sections = [...new Set(notice.questions.map((question) => question.section))];
  return (
    <div class="self-check-progress">
      <ol>
        {sections.map((name) => (
          <li key={name} aria-current={name === section ? 'step' : undefined}>
            {name}
          </li>
        ))}
      </ol>
      <p class="tc-quiet">{children}</p>
    </div>
  );
}
