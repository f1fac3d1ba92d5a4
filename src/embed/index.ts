/** The widgets on other people's sites: the host's element, what runs inside the frame, and what may pass between. */
export { defineElement, PERMISSIONS, rootOfScript, SANDBOX } from './element.ts';
export { startFrame } from './frame.ts';
export { leadOn } from './missing.ts';
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
export { elementTypes } from './types.ts';
export { type Asked, placeOf, VIEWS, type Widget } from './widgets.ts';
