/** Pictures of links, as `src/site/machines/` draws them: 1200 by 630. */
export const cardPath = (id: string): string => `/cards/${id || 'index'}.png`;
