import { metrics, type Lang, type Metric } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';

/** The dictionary's figures as the options of a list, by the table they stand in; `chosen` is selected. */
export function metricOptions(lang: Lang, chosen: string): Markup {
  const groups = new Map<string, Metric[]>();
  for (const metric of metrics) groups.set(metric.table, [...(groups.get(metric.table) ?? []), metric]);
  return markup`${[...groups].map(([table, of]) => markup`<optgroup label="${table}">${of.map(({ id, zh, en }) => markup`<option value="${id}"${id === chosen ? markup` selected` : ''}>${lang === 'en' ? en : zh}</option>`)}</optgroup>`)}`;
}
