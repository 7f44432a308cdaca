import type { Plot } from './plot.js';
import type { Drawing } from './svg.js';

type Draw = (plot: Plot) => string;

let loading: Promise<Draw> | undefined;

/** Draws a plot with echarts, which is loaded when something is first to be drawn: 0.4 s and 20 MB that a start has no use for. */
export async function drawn(plot: Plot): Promise<Drawing> {
  loading ??= load();
  const draw = await loading;
  return { svg: plot.under + within(draw(plot)) + plot.over, width: plot.width, height: plot.height };
}

async function load(): Promise<Draw> {
  const [{ init, use }, { BarChart, LineChart }, { GridComponent, LegendComponent }, { LabelLayout }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/features'),
    import('echarts/renderers'),
  ]);
  use([BarChart, LineChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);
  return ({ option, width, height }) => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
    try {
      chart.setOption(option);
      return chart.renderToSVGString();
    } finally {
      chart.dispose();
    }
  };
}

/**
 * What echarts drew, as a part of our picture: without its outer element and ground; without the style sheet and classes of pointers that never come
 * and the clipping of animations that never run, whose ids count all charts of a process and would meet on a page; with presentation attributes in
 * place of `style`, which a page's content security policy forbids.
 */
function within(svg: string): string {
  return svg
    .replace(/^<svg[^>]*>\s*<rect[^>]*fill="none"[^>]*><\/rect>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<(style|defs)\s*>[\s\S]*?<\/\1>/g, '')
    .replace(/ (?:class|clip-path|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, styles: string) => styles.split(';').flatMap(asAttribute).join(''))
    .replace(/\n+/g, '');
}

/** The family is set once, on the picture. */
function asAttribute(style: string): string[] {
  const [, name, value] = /^\s*([a-z-]+)\s*:\s*(.+?)\s*$/.exec(style) ?? [];
  return name === undefined || value === undefined || name === 'font-family' ? [] : [` ${name}="${value}"`];
}
