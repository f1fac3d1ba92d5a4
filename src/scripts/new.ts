/** `npm run new year 2027`, `npm run new rule <id>`, `npm run new question <id>`: writes what a maintainer then edits. */
import { join } from 'node:path';
import { newQuestion, newRule } from './new/parts.ts';
import { Refused } from './new/refused.ts';
import { newYear } from './new/year.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const KINDS = { year: newYear, rule: newRule, question: newQuestion };
const NEXT: Record<keyof typeof KINDS, string> = {
  year: '运行 npm run build：还要改哪里，一处一处列出来。改好一处，删去那里的“待改”。国务院公布放假安排以后，加 content/calendars/ 里的那一年。',
  rule: '运行 npm run build：还要改哪里，一处一处列出来。它问的题还没有的，再运行 npm run new question。',
  question:
    '运行 npm run build：还要改哪里，一处一处列出来。每道题要有规则用到它，没有的运行 npm run new rule。题目按先后问，放到合适的地方。',
};

const [kind = '', id = '', ...more] = process.argv.slice(2);
try {
  if (!isKind(kind) || id === '') {
    throw new Refused(
      '写成 npm run new year 2027、npm run new rule 编号，或者 npm run new question 编号。',
    );
  }
  if (more.length > 0) {
    throw new Refused(
      `一次只写一个，多了 ${more.join(' ')}。写成 npm run new ${kind} ${id}；还要写的，再运行一次。`,
    );
  }
  for (const path of KINDS[kind](CONTENT, id)) console.log(`写好了 content/${path}`);
  console.log(`\n${NEXT[kind]}`);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function isKind(kind: string): kind is keyof typeof KINDS {
  return Object.hasOwn(KINDS, kind);
}
