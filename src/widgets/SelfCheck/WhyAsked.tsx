import { useState } from 'preact/hooks';
import type { AskingQuestion, Question } from '../../calculator/index.ts';
import type { Links } from '../shared/result/links.ts';

interface Props {
  question: AskingQuestion | Question;
  links: Links;
}

/** Why something is asked, with the clause behind it quoted in place. */
export function WhyAsked({ question, links }: Props) {
  const [why, setWhy] = useState('why' in question ? question.why : undefined);
  const [text, setText] = useState<string[] | 'failed'>();
  const address = links.clause(question.clause);
  const load = async () => {
    // A failure is forgotten, so that opening it again tries again.
    if (!why) whyAsked(question.id, links.questions).then(setWhy, () => undefined);
    if (!Array.isArray(text)) setText(await clauseText(address).catch(() => 'failed' as const));
  };
  return (
    <details
      class="self-check-more"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) load();
      }}
    >
      <summary>为什么问，通知怎么写</summary>
      <div class="tc-stack">
        <p role="status">{why}</p>
        <div role="status">
          {text === 'failed' && <p>条文没有取到，请到原文里看。</p>}
          {Array.isArray(text) && (
            <blockquote class="self-check-clause" cite={address}>
              {text.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </blockquote>
          )}
        </div>
        <p>
          <a class="self-check-original-link" href={address}>
            <span>到通知原文里看这一款</span>
          </a>
        </p>
      </div>
    </details>
  );
}

/** What a page that holds only what asking needs leaves out. */
async function whyAsked(id: string, address: string): Promise<string> {
  const { questions }: { questions: Question[] } = await (await fetch(address)).json();
  return questions.find((question) => question.id === id)?.why ?? '';
}

/**
 * A clause's paragraphs, from the page that holds the notice's text: of that there is no second copy.
 *
 * @param address of the clause; a fragment alone where the document itself holds the text
 */
async function clauseText(address: string): Promise<string[]> {
  const [page = '', fragment = ''] = address.split('#');
  const holder = page
    ? new DOMParser().parseFromString(await (await fetch(page)).text(), 'text/html')
    : document;
  const section = holder.getElementById(fragment)?.closest('section');
  const paragraphs = [...(section?.querySelectorAll('p') ?? [])].map((p) => p.textContent ?? '');
  if (paragraphs.length === 0) throw new Error(`No clause at ${address}`);
  return paragraphs;
}
