import { createRequire } from 'node:module';

/** A picture ready to be sent. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'image/png';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The picture in words: for screens that read aloud, and where a picture cannot be shown. */
  readonly alternative: string;
}

/** Thrown when Chinese type cannot be drawn: the package that ships it is not installed whole. A picture without its text would mislead. */
export class NoTypeError extends Error {}

/** Regular for all that is read, bold for titles; the others of the family's nine weights are not used. */
const WEIGHTS = ['400Regular', '700Bold'];
/** Has Chinese, digits and Latin: each must leave a trace. */
const SAMPLES = ['问', '0', 'a'];

type Drawer = (svg: string, width: number) => Promise<{ readonly bytes: Uint8Array; readonly width: number; readonly height: number }>;

let loading: Promise<Drawer> | undefined;

/**
 * An SVG document as a PNG of `width` pixels, drawn in a thread of resvg with the type that ships by npm and no other, so that it looks alike on every
 * machine. Throws `NoTypeError` when text would not be drawn: resvg leaves it out without a word.
 */
export async function asPicture(svg: string, width: number, alternative: string): Promise<Picture> {
  loading ??= load();
  const draw = await loading.catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return { ...(await draw(svg, width)), type: 'image/png', alternative };
}

async function load(): Promise<Drawer> {
  const { Resvg, renderAsync } = await import('@resvg/resvg-js');
  const font = { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC', sansSerifFamily: 'Noto Sans SC' };
  for (const sample of SAMPLES) {
    const box = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="16" font-family="Noto Sans SC">${sample}</text></svg>`, { font }).getBBox();
    if (box === undefined || box.width <= 0) throw new NoTypeError(`@expo-google-fonts/noto-sans-sc draws no "${sample}"`);
  }
  return async (svg, width) => {
    const image = await renderAsync(svg, { font, fitTo: { mode: 'width', value: width }, languages: ['zh', 'en'] });
    return { bytes: image.asPng(), width: image.width, height: image.height };
  };
}

/** Where the type lies that ships with the product. Throws `NoTypeError` when it is not there. */
export function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return WEIGHTS.map((weight) => {
    try {
      return resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`);
    } catch (error) {
      throw new NoTypeError('@expo-google-fonts/noto-sans-sc is not installed', { cause: error });
    }
  });
}
