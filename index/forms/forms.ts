import { loadData } from '../data.js';
import { formSchema, type ReportForm } from './form.js';

/** The official forms, oldest first. To add one: a data file and a line here. */
export const forms: readonly ReportForm[] = [
  loadData('index/forms/form-2008.json', formSchema), //
  loadData('index/forms/form-35.json', formSchema),
  loadData('index/forms/form-2014.json', formSchema),
  loadData('index/forms/form-2019.json', formSchema),
  loadData('index/forms/form-2021.json', formSchema),
];

const isStatistics = ({ tables }: ReportForm): boolean => tables.some(({ id }) => id === 'statistics');

/** Forms whose tables are printed in the report itself. */
export const tableForms = forms.filter((form) => form.tables.length > 0 && !isStatistics(form));

/** Forms of a list of indicators, annexed to the report: one row an indicator, known by its label. */
export const statisticsForms = forms.filter(isStatistics);

/** Forms without tables, known by their headings. */
export const narrativeForms = forms.filter(({ tables }) => tables.length === 0);
