/**
 * Puts today into what `statusLine.ts` wrote, and says on the document's root in which phase the year is: styles show by
 * it what is meant for one phase alone (base.css). Every page of a year pays for it, so it brings no framework and does
 * its own subtraction.
 */
import { eachDay } from './today.ts';

const DAY = 86_400_000;

export function followClock(): void {
  const all = (selector: string, then: (one: HTMLElement) => void) =>
    document.querySelectorAll<HTMLElement>(selector).forEach(then);
  eachDay((today) => {
    all('.tc-status', (line) => {
      const { from = '', until = '' } = line.dataset;
      const isOn = from <= today && today < until;
      const lines = Array.from(line.children) as HTMLElement[];
      let shown = lines[0] as HTMLElement;
      for (const one of lines) if (isOn && (one.dataset.from as string) <= today) shown = one;
      for (const one of lines) one.hidden = one !== shown;
      document.documentElement.dataset.phase = shown.dataset.phase || 'unknown';
    });
    all('[data-off]', (one) => {
      one.hidden = false;
    });
    all('[data-to]', (one) => {
      one.textContent = `${(Date.parse(one.dataset.to as string) - Date.parse(today)) / DAY}`;
    });
    all('[data-today]', (one) => {
      one.textContent = today;
    });
  });
}
