import type { Span } from './span.js';

/** The languages of the product. */
export type Lang = 'zh' | 'en';
/** The same sentence in both languages of the product. */
export type Text2 = Readonly<Record<Lang, string>>;

/** Something worth telling about a report's content. Content problems never throw; they become one of these. */
export interface Diagnostic {
  /** Stable, kebab-case: programs match on it, never on the message. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: Text2;
  /** Where in the source; null when it is about the file as a whole. */
  readonly span: Span | null;
  /** Other places that belong to it: of two that disagree the second. */
  readonly also?: readonly Span[];
  /** What a person may answer when it asks a question (the years to choose from). */
  readonly options?: readonly string[];
}
