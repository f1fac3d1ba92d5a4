/** Loaded once somebody can plan, or wants to: the three roles' views, and what one saves. */
export { Export } from './Export.tsx';
export { Roles } from './Roles.tsx';
