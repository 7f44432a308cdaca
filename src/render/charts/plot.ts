import type { EChartsCoreOption } from 'echarts/core';

/** What a chart is drawn from: echarts' option, and SVG laid under and over what it draws (marks that belong to no value). Sizes are pixels. */
export interface Plot {
  readonly option: EChartsCoreOption;
  readonly under: string;
  readonly over: string;
  readonly width: number;
  readonly height: number;
}

/** Size of the type on axes and at values. */
export const TYPE = 13;
