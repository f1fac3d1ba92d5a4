import type { Notice } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import type { Saved } from './saved.ts';

interface Props {
  notice: Notice;
  /** Whether its buttons do anything yet: in the server's HTML they do not. */
  ready: boolean;
  /** How many screens it can be at the most. */
  most: number;
  /** Something was answered already in this tab. */
  begun: boolean;
  /** Answers kept on this device. */
  saved: Saved | undefined;
  onStart: () => void;
  onResume: (saved: Saved) => void;
  onForget: () => void;
}

/** What the check decides and what it cannot, how long it takes and what to have at hand. */
export function Opening(props: Props) {
  const { notice, ready, most, begun, saved } = props;
  return (
    <div class="tc-stack">
      <p tabIndex={-1} data-focus>
        最多 {most} 题，大约 2 分钟。您填的内容不离开这个浏览器。
      </p>
      <div class="self-check-columns">
        <div>
          <h2>能告诉您</h2>
          <ul>
            <li>按 {notice.year} 年度通知，您是否初步符合申报要求</li>
            <li>卡在哪一条，依据是哪一款，差多少</li>
            <li>怎么补，大概要等到哪一年</li>
          </ul>
        </div>
        <div>
          <h2>不能代替</h2>
          <ul>
            <li>单位、受理点的审核和评审结果</li>
            <li>破格、国外学历、转评等须由人认定的情况</li>
            <li>本站没有原文的规定：这些地方会写明“参考口径·待核”</li>
          </ul>
        </div>
      </div>
      <div>
        <h2 class="self-check-at-hand">手边备好</h2>
        <ul>
          <li>学历证书，职称证书或技能等级证书：要看上面的日期</li>
          <li>{creditYears(notice)} 年登记的继续教育学时</li>
        </ul>
        <p>不在手边也能先答，到那一题再找。有“不清楚”的题可以先选它，之后再改。</p>
      </div>
      {saved && !begun && (
        <div class="self-check-saved tc-stack">
          <p>本机存着您 {inProse(saved.on)}的回答。</p>
          <div class="tc-buttons">
            <button
              type="button"
              class="tc-button tc-button-primary"
              onClick={() => props.onResume(saved)}
            >
              接着上次的回答
            </button>
            <button type="button" class="tc-button" onClick={props.onForget}>
              清除
            </button>
          </div>
        </div>
      )}
      <div class="tc-buttons">
        <button
          type="button"
          class={`tc-button ${saved && !begun ? '' : 'tc-button-primary'}`}
          disabled={!ready}
          onClick={props.onStart}
        >
          {begun ? '接着答' : saved ? '重新开始自查' : '开始自查'}
        </button>
      </div>
    </div>
  );
}

function creditYears(notice: Notice): string {
  const years = notice.questions.flatMap((q) => (q.type === 'amounts' ? [q.part] : []));
  return `${years[0]}–${years.at(-1)}`;
}
