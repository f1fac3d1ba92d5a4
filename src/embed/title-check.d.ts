/**
 * Types of <title-check>, the element that embed.js defines. Put this file beside your own code; TypeScript then knows
 * the element in `document.querySelector('title-check')` and the like. For JSX, see the page on embedding.
 */

/** What the element understands. All of it is optional. */
export interface TitleCheckAttributes {
  /** Which widget; `self-check` where nothing is said. */
  widget?: 'self-check' | 'timeline' | 'roster' | undefined;
  /** The year of a notice, such as `2026`; the current notice where nothing is said. */
  notice?: string | undefined;
  /** Whose days the timeline shows first; the applicant's where nothing is said. */
  view?: 'applicant' | 'employer' | 'office' | undefined;
  /** The day on which the employer posts its publicity, such as `2026-07-20`; for the timeline. */
  'posted-on'?: string | undefined;
  /** Such as `accent:#0b5f8a; radius:8; size:17; scheme:dark`. */
  theme?: string | undefined;
}

/** None of them bubbles, and none says anything of what a person answered. */
export interface TitleCheckEventMap extends Omit<HTMLElementEventMap, 'load' | 'error' | 'resize'> {
  /** The widget is there, with its height. Once for each frame. */
  load: CustomEvent<null>;
  /** The widget could not be opened; a note with a link stands in its place. */
  error: CustomEvent<null>;
  /** The widget has another height, in CSS pixels. */
  resize: CustomEvent<{ height: number }>;
}

export interface TitleCheckElement extends HTMLElement {
  addEventListener<Type extends keyof TitleCheckEventMap>(
    type: Type,
    listener: (this: TitleCheckElement, event: TitleCheckEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof TitleCheckEventMap>(
    type: Type,
    listener: (this: TitleCheckElement, event: TitleCheckEventMap[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'title-check': TitleCheckElement;
  }
}
