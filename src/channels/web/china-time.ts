const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A moment in China, `YYYY-MM-DD hh:mm`; offices there read nothing else. */
export function chinaTime(iso: string): string {
  return CLOCK.format(new Date(iso));
}
