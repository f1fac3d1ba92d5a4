const loading = new Map<string, Promise<void>>();

/**
 * Puts a style sheet into the page that it begins without. Safe to call again, after a failure too.
 *
 * @param url empty where the page has it already
 */
export function loadStyles(url: string): Promise<void> {
  const before = loading.get(url);
  if (before || url === '') return before ?? Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = url;
  const arrival = new Promise<void>((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      loading.delete(url);
      reject(new Error(url));
    };
  });
  loading.set(url, arrival);
  document.head.append(link);
  return arrival;
}
