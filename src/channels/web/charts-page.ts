import { metricById, toJsonValue, type Lang, type ReportCard } from '../../../index/mod.js';
import type { MetricSeries } from '../../../intents/mod.js';
import { chartAlternative } from '../../render/charts/chart.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { chartPicture, lookQuery } from './chart-picture.js';
import { pageHtml, type Frame } from './layout.js';
import { metricOptions } from './metric-options.js';
import { word } from './words.js';

/** What is to be charted, as an address says it. */
export interface ChartWish {
  readonly metric: string;
  /** Keys of organisations; none means all. */
  readonly organisations: readonly string[];
  readonly from: number | null;
  readonly to: number | null;
}

/** The wish as the query of an address. */
function wishQuery({ metric, organisations, from, to }: ChartWish): string {
  return new URLSearchParams([['metric', metric], ...organisations.map((key): [string, string] => ['org', key]), ...(from === null ? [] : [['from', String(from)] as [string, string]]), ...(to === null ? [] : [['to', String(to)] as [string, string]])]).toString();
}

/** Names that a note lists; of more their number is told. */
const MOST_NAMED = 30;

/** One figure over years and organisations: the form to choose it, the chart, the notes of the crosswalk, and every value in a table. */
export function chartsPage(frame: Frame, wish: ChartWish, cards: readonly ReportCard[], told: MetricSeries | null): string {
  const { lang } = frame;
  const years = [...new Set(cards.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const body = markup`<div class="sheet wide"><h1>${word(lang, 'chartsTitle')}</h1><p>${word(lang, 'chartsAbout')}</p>
<form class="filters" method="get" action="/charts"><div><label for="metric">${word(lang, 'metric')}</label><select id="metric" name="metric" required>${metricOptions(lang, wish.metric)}</select></div>
<div><label for="org">${word(lang, 'chartsOrganisations')}</label><select id="org" name="org" multiple size="4">${organisationsOf(cards).map(([key, name]) => markup`<option value="${key}"${wish.organisations.includes(key) ? markup` selected` : ''}>${name}</option>`)}</select></div>
${yearSelect(lang, 'from', 'chartsFrom', years, wish.from)}${yearSelect(lang, 'to', 'chartsTo', years, wish.to)}<button>${word(lang, 'chartsDraw')}</button></form>
${told === null ? markup`<p>${word(lang, 'chartsNothing')}</p>` : toldHtml(lang, wish, told)}</div>`;
  return pageHtml(frame, { title: word(lang, 'chartsTitle'), at: 'charts', body });
}

/** Names as a Chinese reader looks for them: by sound. */
const BY_SOUND = new Intl.Collator('zh');

type ShownValue = MetricSeries['across']['values'][number] | MetricSeries['across']['blank'][number];
type Row = ReadonlyMap<number | null, ShownValue>;

/** Rows by name; of one year, the largest first. */
function ordered(rows: readonly Row[], only: number | undefined): Row[] {
  const nameOf = (row: Row): string => [...row.values()][0]!.card.org.name;
  const valueOf = (row: Row): number => (only === undefined ? 0 : Number(row.get(only)?.quantity.value ?? -Infinity));
  return rows.toSorted((a, b) => (valueOf(b) === valueOf(a) ? 0 : valueOf(b) - valueOf(a)) || BY_SOUND.compare(nameOf(a), nameOf(b)));
}

function organisationsOf(cards: readonly ReportCard[]): [key: string, name: string][] {
  return [...new Map(cards.map(({ orgKey, org }) => [orgKey, org.name]))].sort(([, a], [, b]) => BY_SOUND.compare(a, b));
}

function yearSelect(lang: Lang, name: string, key: string, years: readonly number[], chosen: number | null): Markup {
  return markup`<div><label for="${name}">${word(lang, key)}</label><select id="${name}" name="${name}"><option value="">—</option>${years.map((year) => markup`<option${year === chosen ? markup` selected` : ''}>${year}</option>`)}</select></div>`;
}

function toldHtml(lang: Lang, wish: ChartWish, { across, series, citations, drawn }: MetricSeries): Markup {
  const { values, notes, incomparable, missing } = across;
  const organisations = new Set(values.map(({ card }) => card.orgKey)).size;
  const picture = series === null ? '' : chartPicture((look) => `/charts/chart.svg?${wishQuery(wish)}&lang=${lang}&${lookQuery(look)}`, chartAlternative({ series, citations, lang }));
  const said = [...notes.map((note) => note[lang]), ...groupedByReason(lang, incomparable).map(([why, of]) => word(lang, 'chartsIncomparable', { name: namesOf(of), why })), ...(missing.length === 0 ? [] : [word(lang, 'chartsMissing', { names: namesOf(missing) })])];
  if (values.length === 0) return markup`<p>${word(lang, 'chartsNothing')}</p>${notesHtml(lang, said)}`;
  return markup`${picture}${organisations > drawn ? markup`<p>${word(lang, 'chartsMany', { n: drawn })}</p>` : ''}${notesHtml(lang, said)}${valuesTable(lang, wish, across)}<p class="facts">${word(lang, 'chartsSource', { n: values.length })}</p>`;
}

function notesHtml(lang: Lang, notes: readonly string[]): Markup {
  return notes.length === 0 ? markup`` : markup`<section><h2>${word(lang, 'chartsNotes')}</h2><ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul></section>`;
}

function groupedByReason(lang: Lang, incomparable: MetricSeries['across']['incomparable']): [why: string, cards: ReportCard[]][] {
  const groups = new Map<string, ReportCard[]>();
  for (const { card, why } of incomparable) groups.set(why[lang], [...(groups.get(why[lang]) ?? []), card]);
  return [...groups];
}

function namesOf(cards: readonly ReportCard[]): string {
  return cards.slice(0, MOST_NAMED).map(({ org, year }) => `${org.name}${year ?? ''}`).join('、') + (cards.length > MOST_NAMED ? `…（${cards.length}）` : '');
}

/** Organisations down, years across; each value leads to its figure. */
function valuesTable(lang: Lang, { metric }: ChartWish, { values, blank }: MetricSeries['across']): Markup {
  const all = [...values, ...blank];
  const years = [...new Set(all.flatMap(({ card }) => card.year ?? []))].sort((a, b) => a - b);
  // As the chart of one year has them, else by name.
  const [only] = years.length === 1 ? years : [];
  const rows = new Map<string, Map<number | null, (typeof all)[number]>>();
  for (const value of all) rows.set(value.card.orgKey, (rows.get(value.card.orgKey) ?? new Map()).set(value.card.year, value));
  const cell = (value: (typeof all)[number] | undefined): Markup => {
    if (value === undefined) return markup`<td class="value none">—</td>`;
    const { card, id, quantity } = value;
    const shown = quantity.value === null ? word(lang, 'blankCell') : `${toJsonValue(quantity.value)}${quantity.approx ?? ''}`;
    return markup`<td class="value"><a href="/reports/${encodeURIComponent(card.report)}?s=${card.source.slice(0, 12)}&amp;f=${id}#f-${id}">${shown}</a></td>`;
  };
  const unit = metricById(metric)?.unit ?? values.find(({ quantity }) => quantity.unit !== null)?.quantity.unit ?? null;
  const name = metricById(metric)?.[lang] ?? metric;
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${name}"><table class="grid"><caption>${name}${unit === null ? '' : ` · ${unit}`}</caption><thead><tr><th scope="col">${word(lang, 'organisation')}</th>${years.map((year) => markup`<th scope="col" class="value">${year}</th>`)}</tr></thead><tbody>${ordered([...rows.values()], only).map((byYear) => markup`<tr><th scope="row">${[...byYear.values()][0]!.card.org.name}</th>${years.map((year) => cell(byYear.get(year)))}</tr>`)}</tbody></table></div>`;
}
