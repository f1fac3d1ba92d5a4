/** The widgets on other people's sites: the host's element, what runs inside the frame, and what may pass between. */
export { defineElement, PERMISSIONS, SANDBOX, WIDGETS } from './element.ts';
export { startFrame } from './frame.ts';
export { type Choice, snippets } from './snippets.ts';
export {
  AA,
  contrast,
  GROUNDS,
  LIMITS,
  legibleAccent,
  readTheme,
  type Theme,
  themeRules,
  USUAL_SIZE,
  writeTheme,
} from './theme.ts';
