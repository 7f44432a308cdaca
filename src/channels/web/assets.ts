import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../index/mod.js';

/** The style sheet is one file to a browser, which would else wait for each; these parts in `assets/styles/`, in the order in which later rules win. */
const STYLES = ['base', 'ask', 'sheets', 'report', 'print'] as const;

/** The page's own files, served from memory. To add one: a file in `assets/` and a line. */
const FILES = {
  'style.css': 'text/css; charset=utf-8',
  'ask.js': 'text/javascript; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
  'intake.js': 'text/javascript; charset=utf-8',
  'login.js': 'text/javascript; charset=utf-8',
  'report.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;
/** The name of a file of the page. */
/** Name of a file under `/assets/`. */
export type AssetName = keyof typeof FILES;

/** A file of the page as it is served; `type` is its media type. */
/** A file as it is served. */
export interface Asset {
  readonly type: string;
  readonly body: string;
  /** Address with a mark of the content, so that a browser may keep it for ever. */
  readonly href: string;
}

/** Every file of the page by its name. */
/** All files, by name. */
export type Assets = Readonly<Record<AssetName, Asset>>;

/** Reads the page's files. Throws when one is missing: the installation is incomplete. */
export function loadAssets(): Assets {
  const entries = Object.entries(FILES).map(([name, type]) => {
    const body = name === 'style.css' ? STYLES.map((part) => assetText(`styles/${part}.css`)).join('\n') : assetText(name);
    return [name, { type, body, href: `/assets/${name}?v=${createHash('sha256').update(body).digest('hex').slice(0, 10)}` }];
  });
  return Object.fromEntries(entries) as Assets;
}

/** The asset by that name, or undefined. */
export function assetNamed(assets: Assets, name: string): Asset | undefined {
  return Object.hasOwn(assets, name) ? assets[name as AssetName] : undefined;
}

function assetText(path: string): string {
  return readFileSync(join(projectRoot, 'src/channels/web/assets', path), 'utf8');
}
