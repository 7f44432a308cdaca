const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A mark or an exponent is no longer; whatever is longer was raised by mistake. */
const LONGEST_RAISED = 4;

/** Digits printed above the line as the characters for them: a footnote's number behind 12 must not make it 121. Any other text as it is. */
export function raised(text: string): string {
  return text.trim().length > LONGEST_RAISED ? text : text.replace(/[0-9０-９]/g, (digit) => RAISED[digit.normalize('NFKC').charCodeAt(0) - 48]!);
}
