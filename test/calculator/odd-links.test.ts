import { expect, test } from 'vitest';
import { decodeAnswers } from '../../src/calculator/index.ts';
import { notice } from './support.ts';

const { problems } = notice.wording;
const dropped = (text: string) => decodeAnswers(notice, text).dropped;

test('only a leading # is taken away', () => {
  expect(decodeAnswers(notice, '#target=engineer').answers).toEqual({ target: 'engineer' });
  expect(decodeAnswers(notice, 'target=eng#ineer').answers).toEqual({});
});

test('a fragment of the greatest length is read, and one that is longer is named as a whole', () => {
  const longest = 'target=engineer'.padEnd(4000, '&');
  expect(decodeAnswers(notice, longest).answers).toEqual({ target: 'engineer' });
  expect(dropped(`${longest}&`)).toEqual([{ field: '', message: problems.linkTooLong }]);
});

test('a name without a value cannot be read', () => {
  const title = notice.questions.find(({ id }) => id === 'target')?.title;
  const message = `“${title}”${problems.unreadable}`;
  expect(dropped('target')).toEqual([{ field: 'target', message }]);
  expect(dropped('target&specialty=energy')).toHaveLength(1);
});

test('a value without a name is of no question', () => {
  expect(dropped('=engineer')).toEqual([
    { field: '', message: problems.unknownQuestion.replace('{field}', '') },
  ]);
});
