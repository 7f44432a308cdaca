const LONGEST = 40;

/** Quoted words on one line, cut where they are longer than a link should be. */
export function shortQuote(quote: string): string {
  const plain = quote.replace(/\s+/gu, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
