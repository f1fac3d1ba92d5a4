/** How the library is used, as the docs show it. The tests run exactly this. */

/** A page that checks one person, with the library as it is today. */
export const inPage = (root: string): string => `<p>按通知：<output></output></p>
<script type="module">
  import { assess, explain, notices, parseAnswers } from '${root}lib/title-check.js';

  const notice = notices['2026'];
  const parsed = parseAnswers(notice, {
    target: 'engineer',
    specialty: 'energy',
    employer: 'other',
  });
  if ('issues' in parsed) throw new Error(parsed.issues[0].message);

  const { verdict, findings } = assess(notice, parsed.answers);
  document.querySelector('output').textContent = notice.wording.verdicts[verdict].label;
  for (const finding of findings) {
    console.log(finding.outcome, finding.standing, explain(notice, finding).reason);
  }
</script>`;

/** The same module, held to its hash. */
export const pinnedInPage = (
  root: string,
  { version, integrity }: { version: string; integrity: string },
): string => `<script type="importmap">
  {
    "imports": { "title-check": "${root}lib/title-check.${version}.js" },
    "integrity": {
      "${root}lib/title-check.${version}.js": "${integrity}"
    }
  }
</script>
<script type="module">
  import { notices } from 'title-check';
</script>`;

/** A program for Node, beside the downloaded module. */
export const inNode = `import { calendar, notices, planTimeline } from './title-check.js';

const { stages, publicity } = planTimeline(notices['2026'], calendar, {
  today: '2026-07-10',
  postedOn: '2026-07-20',
});
for (const { id, status, closes, daysLeft } of stages) console.log(id, status, closes, daysLeft);
console.log('最早可以推荐', publicity.posted?.recommendFrom);
console.log('最迟贴出公示', publicity.latestPosting);
`;
