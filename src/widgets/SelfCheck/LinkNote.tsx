import {
  assess,
  type decodeAnswers,
  type Finding,
  type Notice,
  type Outcome,
  type Told,
} from '../../calculator/index.ts';

/** What was read from a link. Answers given since are none of its doing. */
export type OpenedLink = ReturnType<typeof decodeAnswers> & {
  /** The person's own answers, kept on this device, and no link. */
  saved?: true;
};

/** No more problems than this are told one by one. */
const SHOWN = 5;

/** What a reader of a shared link has to know: what could not be read, and whether the rules gave another result then. */
export function LinkNote({ notice, link }: { notice: Notice; link: OpenedLink }) {
  const { answers, dropped, version, verdict, told = [], saved } = link;
  const source = saved ? '保存的回答' : '链接';
  const { verdicts } = notice.wording;
  const { verdict: now, findings } = assess(notice, answers);
  // Within one version the same answers give the same result.
  const older = version !== undefined && version !== notice.version;
  if (dropped.length === 0 && !older) return null;
  return (
    <div class="self-check-note tc-stack" role="status">
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
            {Object.keys(answers).length > 0 && '其余的都保留了。'}
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

/** The rules that came out otherwise then. What was met is not told, nor is what did not apply: both were no trouble. */
function Changes({
  notice,
  told,
  findings,
}: {
  notice: Notice;
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
