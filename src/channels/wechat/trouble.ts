/** As much of an error as a log line takes. */
const LONGEST = 80;

/** A plain word or a short number: no address, no ticket of a session, no token, and no Chinese. */
const HARMLESS = /^(?:[a-z][a-z_-]{0,23}|-?\d{1,4})$/iu;

/** What the log may say of a puppet's error: errors name addresses with session tickets in them, and what people wrote. */
export function troubleKind(said: string): string {
  const words = said.slice(0, 1000).split(/\s+/u).map((word) => word.replace(/^[\p{P}]+|[\p{P}]+$/gu, ''));
  return words.filter((word) => HARMLESS.test(word)).join(' ').slice(0, LONGEST);
}
