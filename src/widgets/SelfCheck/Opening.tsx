import type { Notice } from '../../calculator/index.ts';

/** What the check decides and what it cannot, how long it takes and what to have at hand. */
export function Opening({
  notice,
  left,
  onStart,
}: {
  notice: Notice;
  left: number;
  onStart: () => void;
}) {
  return (
    <div class="tc-stack">
      <p>最多 {left} 题，大约 2 分钟。答案只留在这个标签页里，不上传。</p>
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
            <li>本站没有原文的规定：这些地方会写明“国家口径·待核”</li>
          </ul>
        </div>
      </div>
      <p>手边备好：学历、职称或技能等级证书上的日期，{creditYears(notice)} 年的继续教育学时。</p>
      <button type="button" class="tc-button tc-button-primary" onClick={onStart}>
        开始自查
      </button>
    </div>
  );
}

function creditYears(notice: Notice): string {
  const years = notice.questions.flatMap((q) => (q.type === 'amounts' ? [q.part] : []));
  return `${years[0]}–${years.at(-1)}`;
}
