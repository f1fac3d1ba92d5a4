import {
  type Answers,
  assess,
  type Issue,
  type Notice,
  type Verdict,
} from '../../calculator/index.ts';

export interface OpenedLink {
  /** The person's own answers, kept on this device, and no link. */
  saved?: true;
  dropped: Issue[];
  /** The rules under which the link was made, and the verdict that they gave, as the link claims them. */
  version: string | undefined;
  verdict: Verdict | undefined;
}

/** What a reader of a shared link has to know: what could not be read, and whether the rules gave another result then. */
export function LinkNote({
  notice,
  answers,
  link,
}: {
  notice: Notice;
  answers: Answers;
  link: OpenedLink;
}) {
  const { dropped, version, verdict, saved } = link;
  const source = saved ? '保存的回答' : '链接';
  const { verdicts } = notice.wording;
  const now = assess(notice, answers).verdict;
  // Within one version the same answers give the same verdict; what differs then was answered since.
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
      {dropped.length > 0 && (
        <>
          <p>
            {source}里有 {dropped.length} 项读不出来，没有采用。其余的都保留了。
          </p>
          <ul>
            {dropped.map(({ field, message }) => (
              <li key={field + message}>
                {titleOf(notice, field)}：{message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** What people call the field of an issue: the question, where there is one. */
const titleOf = (notice: Notice, field: string) =>
  notice.questions.find(({ id }) => id === field)?.title ?? field;
