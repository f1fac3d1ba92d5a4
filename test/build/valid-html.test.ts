import { execFileSync } from 'node:child_process';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/scripts/files.ts';
import { findJava } from '../../src/scripts/java.mjs';
import { withValidMarkup } from '../../src/site/hosting/valid-markup.ts';

/** Every page: embeds, the one for what is not there and the file to take along too. */
const pages = filesBelow('dist').filter((file) => file.endsWith('.html'));

/** The Nu Html Checker, which the W3C's validator runs. */
function vnu(files: string[]): { url: string; message: string; extract?: string }[] {
  const java = findJava();
  if (!java) throw new Error('没有找到 Java，请运行 npm test，它会自动安装。');
  const options = ['--errors-only', '--asciiquotes', '--exit-zero-always', '--stdout'];
  const told = execFileSync(
    java,
    ['-jar', 'node_modules/vnu-jar/build/dist/vnu.jar', ...options, '--format', 'json', ...files],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  return JSON.parse(told).messages;
}

/**
 * Its reader of styles does not know container queries nor SVG 2's `paint-order`, which are no errors: browsers without
 * them pass over them.
 */
const UNKNOWN_TO_VNU =
  /^CSS: (.(container-type|paint-order).: Property .\2. doesn't exist|Unrecognized at-rule .@container)/;

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Letters, digits and dashes alone, as in HTML 4; ours follow the notice's clauses, `clause-1.2.1`.
      'valid-id': ['error', { relaxed: true }],
      // Starlight and Preact write `<meta … />`, which means the same.
      'void-style': 'off',
      // A matter of taste; both are in use, and each file keeps to one.
      'doctype-style': 'off',
      // They carry numbers that come from data, such as the width of a drawing; the policy in the page lets them.
      'no-inline-style': 'off',
      // A telephone is copied, and a hyphen that does not break is no hyphen where it is pasted. Styles keep it whole.
      'tel-non-breaking': 'off',
      // Starlight writes the list of a page's headings twice, and shows one. axe looks at what is shown.
      'unique-landmark': 'off',
      // Starlight's own button for the menu has no type. It stands in no form, where a type would matter.
      'no-implicit-button-type': 'off',
      // Search answers while one types; a button to press would do nothing.
      'wcag/h32': 'off',
    },
  }),
);

describe('every built page', () => {
  test('is found', () => {
    expect(pages.length).toBeGreaterThan(35);
    for (const name of ['404.html', 'offline/self-check.html', 'embed/timeline/index.html']) {
      expect(pages).toContain(name);
    }
  });

  test('has no error that vnu knows', () => {
    const wrong = vnu(pages.map((page) => `dist/${page}`))
      .filter(({ message }) => !UNKNOWN_TO_VNU.test(message))
      .map(
        ({ url, message, extract }) => `${url.replace(/.*\/dist\//, '')}: ${message} ${extract}`,
      );
    expect(wrong).toEqual([]);
  }, 300_000);

  test('has no error that html-validate knows', async () => {
    const wrong: string[] = [];
    for (const page of pages) {
      const { results } = await validator.validateFile(`dist/${page}`);
      for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages))
        wrong.push(`${page}: ${ruleId}: ${message} ${selector}`);
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});

describe('the checkers', () => {
  test('see what they are asked to look for', async () => {
    const { results } = await validator.validateString(
      '<!DOCTYPE html><html lang="zh-CN"><head><title>一</title></head><body><div><style>a{}</style></div></body></html>',
    );
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
      'element-permitted-content',
    ]);
  });
});

describe('withValidMarkup', () => {
  const page = (body: string) => `<!doctype html><html><head></head><body>${body}</body></html>`;

  test('takes aria-hidden from scripts alone', () => {
    const body = (attributes: string) =>
      page(`<script${attributes} async>1</script><i aria-hidden="true"></i>`);
    expect(withValidMarkup(body(' aria-hidden="true"'))).toBe(body(''));
  });

  test('changes nothing else', () => {
    const body = '<p>&amp; &lt;b&gt; <br/><script>"<style>"</script>';
    expect(withValidMarkup(page(body))).toBe(page(body));
  });
});
