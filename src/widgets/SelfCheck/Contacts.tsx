import { type Answers, answerTo, fill, type SelfCheckNotice } from '../../calculator/index.ts';
import type { FirstThings } from '../shared/result/firstThings.ts';
import { answerInWords } from './AnswerList.tsx';

/** Where all applications are made, and all committees' plans are listed: its id in documents.yaml. */
const PLATFORM = 'platform';

export const platformOf = ({ documents }: SelfCheckNotice) =>
  documents.find(({ id }) => id === PLATFORM);

/** Whom to ask what nobody here can decide. The notice does not say which office answers what. */
export function Contacts({ notice }: { notice: SelfCheckNotice }) {
  const { result } = notice.wording;
  return (
    <>
      <p>{result.askFirst}</p>
      <ul class="self-check-next">
        {notice.contacts.map(({ id, name, phones }) => (
          <li key={id}>
            {name}{' '}
            {phones.map((phone, index) => (
              <>
                {index > 0 && '、'}
                <a href={`tel:${phone}`}>{phone}</a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whoever this notice does not concern can apply somewhere else: whom to ask for it, and in which words. */
export function Elsewhere({
  notice,
  answers,
  things,
}: {
  notice: SelfCheckNotice;
  answers: Answers;
  things: FirstThings;
}) {
  if (!things.elsewhere) return null;
  const { result } = notice.wording;
  const target = notice.questions.find(({ id }) => id === 'target');
  return (
    <section>
      <h3>{result.howToAsk}</h3>
      <p>
        {fill(result.say, {
          target: target ? answerInWords(target, answerTo(answers, target)) : '',
        })}
      </p>
    </section>
  );
}
