/**
 * What all shapes are made of. Messages and descriptions are Chinese, because the people who edit content read them:
 * the messages when the build stops, the descriptions in their editor and in the public JSON Schemas.
 */
import { z } from 'zod';
import { nearest } from './nearest.ts';

const isMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const A_LIST = '要写成一列，每一项前面加“- ”。';
z.config({
  ...z.locales.zhCN(),
  customError: ({ code, input, ...issue }) =>
    code === 'invalid_type' && 'expected' in issue && issue.expected === 'array' && isMap(input)
      ? A_LIST
      : undefined,
});

/** An object with these keys and no other; a misspelt one is told together with the one that was meant. */
export const strict = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => unknownKey(key, Object.keys(shape))).join('');
      }
      return issue.code === 'invalid_type'
        ? `这里要写几项：${Object.keys(shape).join('、')}。`
        : undefined;
    },
  });

function unknownKey(key: string, known: string[]): string {
  const meant = nearest(key, known);
  return `没有“${key}”这一项。${meant ? `是不是 ${meant}？` : `可以写：${known.join('、')}。`}`;
}

/** Gives a shape the name of its type and says in English what it is. */
export const named = <S extends z.ZodType>(id: string, schema: S, doc?: string): S =>
  schema.meta({ id, ...(doc !== undefined && { doc }) });

/** Says of a part in English what it is, for those who write code, and in Chinese for those who write content. */
export const noted = <S extends z.ZodType>(schema: S, doc: string, description?: string): S =>
  schema.meta({ doc, ...(description !== undefined && { description }) });

export const text = z
  .string({ error: '要写一段文字（纯数字要加引号）。' })
  .min(1, '不能为空，要写文字。');
export const date = named(
  'IsoDate',
  z.iso.date({ error: '要写真实的日期，例如 2026-07-19。' }),
  'A calendar date, `YYYY-MM-DD`, in Beijing.',
);
export const clause = z
  .string({ error: '要写条款编号，加引号，例如 "4.1"。' })
  .describe('通知条款的编号，加引号，例如 "4.2.1"');
export const id = z
  .string({ error: '要写英文编号，例如 engineer。' })
  .regex(/^[a-z]\w*$/i, '编号用英文字母开头，只含字母和数字。');
export const year = z.int({ error: '要写年份，例如 2026。' });
export const years = z
  .int({ error: '要写整数年数，例如 4。' })
  .min(1, '至少 1 年。')
  .max(40, '最多 40 年。');
export const bool = z.boolean({ error: '要写 true 或 false。' });

/** One of these words; the message names them. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `要写 ${words.slice(0, -1).join('、')} 或 ${words.at(-1)}。` });

/** A list of at least one, with what to write where there is none. */
export const some = <S extends z.ZodType>(schema: S, message: string) =>
  z.array(schema, { error: ({ input }) => (isMap(input) ? A_LIST : message) }).min(1, message);

/** A text for each of these words. */
export const labels = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.record(z.enum(words), text);
