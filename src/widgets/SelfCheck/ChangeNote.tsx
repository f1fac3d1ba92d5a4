import type { AskingNotice, AskingQuestion, Verdict } from '../../calculator/index.ts';
import type { Change } from './state.ts';

/** Says at once what a changed answer brought about: the verdict, and which questions fell away or came up. */
export function ChangeNote({ notice, change }: { notice: AskingNotice; change: Change }) {
  const { of, idle, back, fresh, verdict } = change;
  return (
    <div class="self-check-note tc-stack">
      <p>已改：{titles(of)}</p>
      {verdict && <p>{verdictInWords(notice, verdict)}</p>}
      {fresh.length > 0 && <p>多出要答的：{titles(fresh)}</p>}
      {idle.length > 0 && <p>下面的回答现在用不到，先给您留着：{titles(idle)}</p>}
      {back.length > 0 && <p>下面的回答又用上了：{titles(back)}</p>}
    </div>
  );
}

function verdictInWords(
  { wording }: AskingNotice,
  { from, to }: { from: Verdict; to: Verdict },
): string {
  const label = (verdict: Verdict) => `“${wording.verdicts[verdict].label}”`;
  // “还差几题” is no result that anything could change from or to.
  if (from === 'incomplete') return `结果：${label(to)}。`;
  if (to === 'incomplete') return `原来的结果${label(from)}不算数了，答完再看。`;
  return `结果从${label(from)}变成${label(to)}。`;
}

/** The titles end in question marks, which keep them apart. */
const titles = (questions: AskingQuestion[]): string =>
  questions.map(({ title }) => title).join('');
