import {
  type AskingNotice,
  assess,
  type Finding,
  type Outcome,
  type Told,
} from '../../calculator/index.ts';
import type { Links } from '../shared/result/links.ts';
import type { OpenedLink } from './openedLink.ts';

/** No more problems than this are told one by one. */
const SHOWN = 5;

/** What a reader of a shared link has to know: what could not be read, and whether the rules gave another result then. */
export function LinkNote({
  notice,
  links,
  link,
}: {
  notice: AskingNotice;
  links: Links;
  link: OpenedLink;
}) {
  const { answers, dropped, version, verdict, told = [], saved, plan } = link;
  if (plan !== undefined) return <ForTimeline links={links} plan={plan} />;
  const source = saved ? '保存的回答' : '链接';
  const { verdicts } = notice.wording;
  const { verdict: now, findings } = assess(notice, answers);
  // Within one version the same answers give the same result.
  const older = version !== undefined && version !== notice.version;
  const isEmpty = Object.keys(answers).length === 0;
  // A link without any answers is none that this site makes.
  const isCut = link.isCut || (isEmpty && dropped.length === 0);
  if (dropped.length === 0 && !older && !isCut) return null;
  return (
    <div class="self-check-note tc-stack" role="status">
      {isCut && (
        <p>
          这个链接不完整，可能在转发时断了。
          {isEmpty
            ? '没有读到回答。请让发链接的人重发，或者在这里从头答。'
            : '读到的回答都在，缺的请接着答，或者让发链接的人重发。'}
        </p>
      )}
      {older && (
        <p>
          {saved ? '保存的回答是' : '这个链接是'}按规则 {version} 版做的
          {verdict && `，当时的结果是“${verdicts[verdict].label}”`}。现在按 {notice.version}{' '}
          版重新判断，
          {verdict === now ? '结果没有变' : `结果是“${verdicts[now].label}”`}。
        </p>
      )}
      {older && verdict && <Changes notice={notice} told={told} findings={findings} />}
      {dropped.length > 0 && (
        <>
          <p>
            {source}里有 {dropped.length} 项读不出来，没有采用。
            {!isEmpty && '其余的都保留了。'}
          </p>
          <ul>
            {dropped.slice(0, SHOWN).map(({ field, message }) => (
              <li key={field + message}>{message}</li>
            ))}
            {dropped.length > SHOWN && <li>另外还有 {dropped.length - SHOWN} 项。</li>}
          </ul>
        </>
      )}
    </div>
  );
}

/** A link for the other widget. In a document that holds both, that one is shown already. */
function ForTimeline({ links, plan }: { links: Links; plan: string }) {
  if (links.timeline.startsWith('#')) return null;
  return (
    <div class="self-check-note" role="status">
      <p>
        这个链接里是时间安排，不是自查的回答。
        <a href={`${links.timeline.split('#')[0]}#${plan}`}>到“时间怎么排”打开</a>
      </p>
    </div>
  );
}

/** The rules that came out otherwise then. What was met is not told, nor is what did not apply: both were no trouble. */
function Changes({
  notice,
  told,
  findings,
}: {
  notice: AskingNotice;
  told: Told[];
  findings: Finding[];
}) {
  const { outcomes } = notice.wording;
  const then = new Map(told.map((one) => one.split('.') as [string, Outcome]));
  const lines = notice.rules.flatMap(({ id, title }) => {
    const [was, is] = [then.get(id), findings.find(({ rule }) => rule === id)?.outcome];
    if (was === is || (!was && (!is || is === 'met'))) return [];
    return `${title}：当时${was ? outcomes[was] : '没有问题'}，现在${is ? outcomes[is] : '用不到'}`;
  });
  const gone = [...then.keys()].filter((id) => !notice.rules.some((rule) => rule.id === id)).length;
  if (gone > 0) lines.push(`当时没有满足的另外 ${gone} 条，现在的规则里没有了`);
  return lines.length > 0 ? (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  ) : null;
}
