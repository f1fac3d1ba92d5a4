/**
 * How a widget says that something went wrong: it draws an empty element with `data-failed` for as long as it is so,
 * and `watch.ts`, which sees to every widget of the page, shows the box that is made here. Without the framework, which
 * may be what failed.
 */

/**
 * - `unloaded`: the widget did not arrive.
 * - `broken`: it could not start.
 * - `part`: it runs, but something that it loads later did not arrive.
 * - `step`: it ran, and what was done last went wrong.
 */
export type Trouble = 'unloaded' | 'broken' | 'part' | 'step';

/**
 * The HTML in which a widget's trouble is told, hidden until there is some. It stands within the widget's own element,
 * which bears `data-widget` with what the widget is called.
 *
 * @param instead HTML: what serves meanwhile
 */
export const troubleBox = (instead: string): string =>
  `<div class="tc-trouble" role="alert" tabindex="-1" data-search-ignore hidden><p></p><p>${instead}</p><button type="button" data-reload>重新载入</button></div>`;
