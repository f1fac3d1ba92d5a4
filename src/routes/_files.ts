/** Answers of routes that serve one file. The built site takes its types from the endings; `npm run dev` from here. */
import type { APIRoute } from 'astro';

const file =
  (type: string) =>
  (body: string): APIRoute =>
  () =>
    new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });

export const scriptFile = file('text/javascript');
export const stylesFile = file('text/css');
export const pageFile = file('text/html');
export const textFile = file('text/plain');

/** JSON that people can read too. */
export const json = (data: object): Response =>
  new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
