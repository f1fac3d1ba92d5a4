/** Answers of routes that serve one file. The built site takes its types from the endings; `npm run dev` from here. */
import type { APIRoute } from 'astro';

const file =
  (type: string) =>
  (body: string): APIRoute =>
  () =>
    new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });

export const scriptFile = file('text/javascript');
export const pageFile = file('text/html');
export const textFile = file('text/plain');
