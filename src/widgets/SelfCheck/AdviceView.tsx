import type { ComponentChildren } from 'preact';
import {
  type Advice,
  type AdvisedChange,
  type By,
  fill,
  type Notice,
  type OtherWay,
} from '../../calculator/index.ts';

const GROUPS: { by: By; title: string }[] = [
  { by: 'person', title: '要去办、要去问' },
  { by: 'time', title: '要等时间' },
  { by: 'never', title: '改变不了' },
];

/** What would make the person eligible: what to do, what to wait for, what cannot be changed, and other ways. */
export function AdviceView({
  notice,
  advice,
  open,
}: {
  notice: Notice;
  advice: Advice;
  /** Questions are still unanswered. */
  open: boolean;
}) {
  const { changes, otherWays } = advice;
  if (changes.length + otherWays.length === 0) return null;
  return (
    <section class="tc-stack self-check-advice">
      <h3>怎样才能初步符合</h3>
      {changes.length > 0 && <p>{intro(changes, open)}</p>}
      {GROUPS.map(({ by, title }) => (
        <Group key={by} title={title}>
          {changes
            .filter((change) => change.by === by)
            .map(({ rule, text }) => (
              <li key={rule}>
                {notice.rules.find(({ id }) => id === rule)?.title}：{text}
              </li>
            ))}
        </Group>
      ))}
      {otherWays.length > 0 && (
        <Group title="换一种报法">
          {otherWays.map((way) => (
            <li key={namesOf(notice, way)}>
              改选{namesOf(notice, way)}：
              {way.lastResort
                ? '要有审批表，由人审定，本站不能判断'
                : way.verdict === 'incomplete'
                  ? `最多再答 ${way.asks} 题就知道`
                  : notice.wording.verdicts[way.verdict].label}
            </li>
          ))}
        </Group>
      )}
    </section>
  );
}

function intro(changes: AdvisedChange[], open: boolean): string {
  if (changes.some(({ by }) => by === 'never'))
    return '有的条目目前没有办法补，其余的办好了也还不够。';
  const which =
    changes.length === 1
      ? '这一条办好、问明可以了，才'
      : `这 ${changes.length} 条都办好、问明可以了，才`;
  return `${which}初步符合${open ? '，前提是没答的题也满足' : ''}。`;
}

function Group({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul>{children}</ul>
    </div>
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

/** Which single answer decides, and which answers still open do not matter. */
export function Bearing({ notice, advice }: { notice: Notice; advice: Advice }) {
  const title = (id: string) => notice.questions.find((question) => question.id === id)?.title;
  const { decidedBy, noMatter } = advice;
  return (
    <>
      {decidedBy && (
        <p>{fill(notice.wording.decidedBy, { question: title(decidedBy) ?? decidedBy })}</p>
      )}
      {noMatter.length > 0 && (
        <p>{fill(notice.wording.noMatter, { questions: noMatter.map(title).join('') })}</p>
      )}
    </>
  );
}
