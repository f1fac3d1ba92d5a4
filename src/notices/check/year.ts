/** What the checks of one year look at together. */
import type { FullNotice, Question } from '../../calculator/index.ts';
import type { WRITTEN } from '../../shapes/index.ts';
import type { ContentFile, Path, Say } from '../problem.ts';
import type { Read } from '../read/files.ts';

type Shapes = typeof WRITTEN;

/** A year's files as they were read. */
export interface Files {
  facts: Read<Shapes['notice']['shape']>;
  questions: Read<Shapes['questions']['shape']>;
  rules: Read<Shapes['rule']['shape']>[];
  materials: Read<Shapes['materials']['shape']>;
  open: Read<Shapes['open']['shape']>;
  answers: Read<Shapes['answers']['shape']>[];
  glossary: Read<Shapes['glossary']['shape']>;
  checklists: Read<Shapes['checklists']['shape']>;
  documents: Read<Shapes['documents']['shape']>;
  wording: Read<Shapes['wording']['shape']>;
  /** The years whose working days are held. */
  schedules: string[];
}

/** The notice that was made of them, not yet filled in, and how to say what is wrong in which of them. */
export interface Year extends Files {
  notice: FullNotice;
  /** @param at the place from which paths are told, such as one question among all */
  sayIn(read: { file: ContentFile }, at?: Path): Say;
}

/** The question in its file: of an amounts question each year stands at the same place. */
export const placeOfQuestion = ({ questions }: Year, question: Question): Path => {
  const id = question.type === 'amounts' ? question.key : question.id;
  const first = questions.data.findIndex((one) => one.id === id);
  return first < 0 ? [] : [first];
};

/** Says so where a clause does not exist. */
export function isClause({ notice: { clauses } }: Year, say: Say, path: Path, id: string): boolean {
  if (clauses.some((one) => one.id === id)) return true;
  say(path, `通知里没有条款 ${id}。可以写：${clauses.map((one) => one.id).join('、')}。`);
  return false;
}

/** Says so where documents.yaml does not hold a document. */
export function isDocument({ documents }: Year, say: Say, path: Path, id: string): void {
  if (documents.data.some((one) => one.id === id)) return;
  say(path, `content/documents.yaml 里没有 ${id}，请先在那里写上。`);
}

/** Says so of each id that stood in the list before. */
export function areUnique(say: Say, path: Path, list: { id: string }[]): void {
  list.forEach(({ id }, index) => {
    if (list.findIndex((other) => other.id === id) < index) {
      say([...path, index, 'id'], `${id} 写了两次。`);
    }
  });
}

/**
 * Says so of a day that something was done on and that is still to come. The clock of whoever builds counts only once the
 * notice's own year is over: one that is slow must not refuse what was right when it was written.
 */
export function notYet({ cutoffs }: FullNotice, on: string, say: Say, path: Path): void {
  const now = new Date(Date.now() + BEIJING).toISOString().slice(0, 10);
  if (on > now && on > cutoffs.service.on)
    say(path, `${on} 还没有到。写真正改、真正核对的那一天。`);
}
const BEIJING = 8 * 60 * 60 * 1000;
