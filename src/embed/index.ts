/** The widgets on other people's sites: the host's element, what runs inside the frame, and what may pass between. */
export { defineElement, PERMISSIONS, SANDBOX, WIDGETS, type Widget } from './element.ts';
export { startFrame } from './frame.ts';
export { type Choice, snippets } from './snippets.ts';
export {
  AA,
  contrast,
  GROUNDS,
  LIMITS,
  legibleAccent,
  readTheme,
  type Scheme,
  type Theme,
  themeRules,
  USUAL_SIZE,
  writeTheme,
} from './theme.ts';
