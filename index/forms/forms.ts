import { loadData } from '../data.js';
import { formSchema, type ReportForm } from './form.js';

/** The official forms that tables are aligned with, oldest first. To add one: a data file and a line here. */
export const forms: readonly ReportForm[] = [
  loadData('index/forms/form-2019.json', formSchema), //
  loadData('index/forms/form-2021.json', formSchema),
];
