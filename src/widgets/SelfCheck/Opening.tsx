import { type AskingSelfCheckNotice, fill, type SelfCheckNotice } from '../../calculator/index.ts';
import type { Later } from './later.tsx';
import type { Saved } from './saved.ts';

interface Props {
  notice: AskingSelfCheckNotice | SelfCheckNotice;
  /** Whether its buttons do anything yet: in the server's HTML they do not. */
  ready: boolean;
  /** Has what offers the answers kept. */
  later: Later | null | undefined;
  /** Something was answered already in this tab. */
  begun: boolean;
  /** Answers kept on this device. */
  saved: Saved | undefined;
  onStart: () => void;
  onResume: (saved: Saved) => void;
  onForget: () => void;
}

/** Who need not begin, how long it takes, and the way in; what it decides and what to have at hand is folded. */
export function Opening(props: Props) {
  const { notice, ready, later, begun, saved } = props;
  const offer = begun || !later ? undefined : saved;
  const { asking } = notice.wording;
  return (
    <div class="tc-stack">
      <p tabIndex={-1} data-focus>
        {fill(asking.length, { n: notice.screens })}
      </p>
      <p>{fill(asking.outside, { who: notice.outside })}</p>
      {offer && later && (
        <later.SavedOffer saved={offer} onResume={props.onResume} onForget={props.onForget} />
      )}
      <div class="tc-buttons">
        <button
          type="button"
          class={`tc-button ${offer ? '' : 'tc-button-primary'}`}
          disabled={!ready}
          onClick={props.onStart}
        >
          {begun ? '接着答' : offer ? '重新开始自查' : '开始自查'}
        </button>
      </div>
      <p class="tc-quiet">{asking.tapping}</p>
      <details class="self-check-more self-check-before">
        <summary>能告诉您什么，手边备什么</summary>
        <div class="tc-stack">
          <h2>能告诉您</h2>
          <ul>
            <li>按 {notice.year} 年度通知，您是否初步符合申报要求</li>
            <li>卡在哪一条，依据是哪一款，差多少</li>
            <li>怎么补，大概要等到哪一年</li>
          </ul>
          <h2>不能代替</h2>
          <ul>
            <li>单位、受理点的审核和评审结果</li>
            <li>破格、国外学历、转评等须由人认定的情况</li>
            <li>本站没有原文的规定：这些地方会写明“参考口径·待核”</li>
          </ul>
          <h2>手边备好</h2>
          <ul>
            <li>学历证书，职称证书或技能等级证书：要看上面的日期</li>
            <li>{creditYears(notice)} 年登记的继续教育学时</li>
          </ul>
          <p>不在手边也能先答，到那一题再找。有“不清楚”的题可以先选它，之后再改。</p>
        </div>
      </details>
    </div>
  );
}

function creditYears(notice: Props['notice']): string {
  const years = notice.questions.flatMap((q) => (q.type === 'amounts' ? [q.part] : []));
  return `${years[0]}–${years.at(-1)}`;
}
