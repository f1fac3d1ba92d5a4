/**
 * An embedded page in a frame whose sandbox gives it an origin of its own, which no other document shares: not even the
 * same, reloaded.
 */
const isApart = () => self.origin === 'null';

/** What the frame's name begins with while it holds the state of the tab's entry. */
const STATE = 'state ';

/** The entry loses its state when the page is loaded again; the name of the frame stays. */
export function leaveState(): void {
  if (isApart()) window.name = STATE + JSON.stringify(history.state);
}

export function startApart(): void {
  if (!isApart()) return;
  if (window.name.startsWith(STATE)) {
    try {
      // Hosts give names, too; whoever reads the state takes it for hostile.
      history.replaceState(JSON.parse(window.name.slice(STATE.length)), '');
    } catch {}
    window.name = '';
  }
  // Where forms are not allowed none is sent, and its submit event, for which the widgets wait, never comes.
  addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[type=submit]');
    if (!button?.form) return;
    event.preventDefault();
    button.form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}
