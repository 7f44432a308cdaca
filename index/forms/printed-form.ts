import type { FormId } from '../document/tree.js';
import { tableForms } from './forms.js';
import type { ReportForm } from './form.js';

/** An official table as the form prints it. */
export type FormTable = ReportForm['tables'][number];

/** The official form with this id: its basis, its section titles and its tables with the metrics of their cells; undefined when it has no official tables. */
export function formNamed(id: FormId): Pick<ReportForm, 'id' | 'basis' | 'headings' | 'tables'> | undefined {
  return tableForms.find((form) => form.id === id);
}
