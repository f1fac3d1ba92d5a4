/** A sheet that is printed in place of the page: it stands beside all of it, where no part of the page hides it. */
import './sheet.css';
import { type ComponentChild, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Those that are laid now: one document may hold more than one tool. */
const laid = new Set<HTMLElement>();

/**
 * @param content what is printed; undefined where the page itself is
 * @returns prints once what is asked for in the same step stands on the sheet
 */
export function useSheet(content: ComponentChild | undefined): () => void {
  const place = useRef<HTMLDivElement>();
  const [prints, setPrints] = useState(0);
  useEffect(() => {
    if (content === undefined) return take(place.current);
    place.current ??= document.createElement('div');
    place.current.className = 'tc-sheet';
    render(content, place.current);
    lay(place.current);
  });
  useEffect(() => () => take(place.current), []);
  useEffect(() => {
    if (prints > 0) window.print();
  }, [prints]);
  return () => setPrints((n) => n + 1);
}

function lay(sheet: HTMLElement): void {
  if (!sheet.isConnected) document.body.append(sheet);
  laid.add(sheet);
  document.documentElement.dataset.sheet = '';
}

function take(sheet: HTMLElement | undefined): void {
  if (!sheet || !laid.delete(sheet)) return;
  render(null, sheet);
  sheet.remove();
  if (laid.size === 0) delete document.documentElement.dataset.sheet;
}
