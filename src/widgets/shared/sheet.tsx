/** A sheet that is printed in place of the page: it stands beside all of it, where no part of the page hides it. */
import './sheet.css';
import { type ComponentChild, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** @param content what is printed; undefined where the page itself is */
export function useSheet(content: ComponentChild | undefined): void {
  const place = useRef<HTMLDivElement>();
  useEffect(() => {
    const root = document.documentElement;
    if (content === undefined) {
      delete root.dataset.sheet;
      return;
    }
    if (!place.current) {
      place.current = document.createElement('div');
      place.current.className = 'tc-sheet';
      document.body.append(place.current);
    }
    render(content, place.current);
    root.dataset.sheet = '';
  });
  useEffect(
    () => () => {
      if (place.current) render(null, place.current);
      place.current?.remove();
      delete document.documentElement.dataset.sheet;
    },
    [],
  );
}
