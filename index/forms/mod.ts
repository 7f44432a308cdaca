export { alignTables } from './align.js';
export { crosswalk, type Crossing } from './crosswalk.js';
export type { FormBlock, FormColumn, FormRow, FormTableId, Identity, ReportForm } from './form.js';
export { forms, narrativeForms, statisticsForms, tableForms } from './forms.js';
export { metricById, metrics, type Metric } from './metrics.js';
