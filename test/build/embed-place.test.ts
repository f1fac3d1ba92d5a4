import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { placeOf, VIEWS } from '../../src/embed/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { decodePlan } from '../../src/plan/index.ts';

const notice = await loadNotice('2026');

describe('what a host asks for', () => {
  test.each([
    [{}, 'self-check/', ''],
    [{ widget: 'wizard', notice: 'next' }, 'self-check/', ''],
    [{ widget: '../../etc', notice: '2026/../..' }, 'self-check/', ''],
    [{ widget: 'constructor' }, 'self-check/', ''],
    [{ widget: 'timeline', notice: '2026' }, '2026/timeline/', ''],
    [{ widget: 'roster', notice: '2026' }, '2026/roster/', ''],
    [{ widget: 'timeline', view: 'employer' }, 'timeline/', '#plan=&role=employer'],
    [{ widget: 'timeline', postedOn: '2026-07-20' }, 'timeline/', '#plan=&post=2026-07-20'],
    [{ widget: 'timeline', view: 'boss', postedOn: '7月20日' }, 'timeline/', ''],
    [{ widget: 'timeline', view: 'employer&task=do', postedOn: '2026-07-20&x' }, 'timeline/', ''],
    [{ widget: 'self-check', view: 'employer', postedOn: '2026-07-20' }, 'self-check/', ''],
  ])('%j stands at %s%s', (asked, path, fragment) => {
    expect(placeOf(asked)).toMatchObject({ path, fragment });
  });

  test('names the roles that a notice has', () => {
    expect(Object.keys(notice.wording.actors)).toEqual(expect.arrayContaining([...VIEWS]));
  });

  test.each(VIEWS)('is a plan that the timeline reads whole: %s', (view) => {
    const { fragment } = placeOf({ widget: 'timeline', view, postedOn: '2026-07-20' });
    expect(decodePlan(notice, fragment)).toMatchObject({
      plan: { role: view, postedOn: '2026-07-20' },
      dropped: 0,
    });
  });
});

describe('the element’s types', () => {
  const problemsIn = (name: string, code: string) => {
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2024,
      lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      jsx: ts.JsxEmit.ReactJSX,
      jsxImportSource: 'preact',
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      types: [],
    };
    const file = `${import.meta.dirname}/${name}`;
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    host.getSourceFile = (path, ...rest) =>
      path === file
        ? ts.createSourceFile(path, code, ts.ScriptTarget.ES2024, true)
        : getSourceFile(path, ...rest);
    return ts
      .getPreEmitDiagnostics(ts.createProgram([file], options, host))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  };
  const types = '../../src/embed/title-check.d.ts';

  test('are known to document.createElement, with the element’s own events and everybody else’s', () => {
    const code = `import type {} from '${types}';
      const element = document.createElement('title-check');
      element.addEventListener('resize', ({ detail }) => console.log(detail.height.toFixed()));
      element.addEventListener('error', ({ detail }) => console.log(detail satisfies null));
      element.addEventListener('click', ({ clientX }) => console.log(clientX));`;
    expect(problemsIn('plain.ts', code)).toEqual([]);
    const wrong = problemsIn('wrong.ts', code.replace('detail.height', 'detail.answers'));
    expect(wrong.join()).toContain("'answers' does not exist");
  });

  test('serve JSX as the page on embedding says', () => {
    const code = `import type { HTMLAttributes } from 'preact';
      import type { TitleCheckAttributes } from '${types}';
      declare module 'preact' {
        namespace JSX {
          interface IntrinsicElements {
            'title-check': TitleCheckAttributes & HTMLAttributes;
          }
        }
      }
      export const embed = <title-check widget="timeline" view="employer" posted-on="2026-07-20" class="a" />;`;
    expect(problemsIn('embed.tsx', code)).toEqual([]);
    const wrong = problemsIn('wrong.tsx', code.replace('employer', 'boss'));
    expect(wrong.join()).toContain('"boss"');
  });
});
