import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { intents } from '../intents/mod.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Which rooms of index/ a room may import, besides itself (docs/architecture.md). */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  document: ['data.ts'],
  language: ['document', 'data.ts'],
  source: ['document', 'data.ts'],
  parse: ['document', 'source', 'forms', 'language', 'data.ts'],
  forms: ['document', 'language', 'data.ts'],
  figures: ['document', 'forms', 'language', 'data.ts'],
  text: ['document', 'language', 'data.ts'],
  search: ['document', 'text', 'data.ts'],
  store: ['document'],
  calendar: ['document', 'data.ts'],
  promises: ['document', 'language', 'data.ts'],
  checks: ['document', 'forms', 'language', 'data.ts'],
};

/** Which rooms and files of src/ a room there may import, besides itself; `cli` and the files of src/ itself put all of them together. */
const UPPER_ROOMS: Readonly<Record<string, readonly string[]>> = {
  render: [],
  front: ['channels/channel.ts', 'channels/front.ts', 'checks', 'desk', 'render', 'roster', 'totals'],
  channels: ['render', 'config/part.ts', 'log-facts.ts'],
  aliases: [],
  ledger: ['channels/channel.ts'],
  desk: ['channels/channel.ts', 'ledger', 'render', 'config/part.ts', 'config/parts.ts', 'log-facts.ts'],
  checks: ['channels/channel.ts', 'config/part.ts', 'render'],
  reminders: ['channels/channel.ts', 'render', 'config/part.ts', 'log-facts.ts'],
  roster: ['channels/channel.ts', 'render', 'config/part.ts'],
  config: ['channels/channel.ts', 'channels/channels.ts', 'desk/config.ts', 'reminders/config.ts', 'roster/config.ts', 'alarms-config.ts', 'log-config.ts', 'exit.ts', 'settings.ts'],
  metrics: ['channels/channel.ts'],
  mcp: ['channels/channel.ts', 'render'],
  totals: [],
};

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : path.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1]!);
}

const code = ['index', 'intents', 'src'].flatMap((floor) => filesUnder(join(root, floor))).map((path) => ({ path, name: relative(root, path).split(sep).join('/') }));
const target = (from: string, specifier: string): string => relative(root, resolve(dirname(from), specifier.replace(/\.js$/, '.ts'))).split(sep).join('/');

describe('the stairs go down only', () => {
  const local = code.flatMap(({ path, name }) => importsOf(path).filter((specifier) => specifier.startsWith('.')).map((specifier) => ({ name, to: target(path, specifier) })));

  it('index imports nothing above it, intents only the face of index, src only the two faces', () => {
    const bad = local.filter(({ name, to }) => {
      const floor = name.split('/')[0]!;
      const other = to.split('/')[0]!;
      if (floor === other) return false;
      if (floor === 'index') return true;
      if (floor === 'intents') return to !== 'index/mod.ts';
      return to !== 'index/mod.ts' && to !== 'intents/mod.ts';
    });
    expect(bad).toEqual([]);
  });

  it.each(Object.keys(ROOMS))('index/%s imports only the rooms it may', (room) => {
    const bad = local.filter(({ name, to }) => name.startsWith(`index/${room}/`) && to.startsWith('index/') && !to.startsWith(`index/${room}/`) && !ROOMS[room]!.includes(to.split('/')[1]!));
    expect(bad).toEqual([]);
  });

  it.each(Object.keys(UPPER_ROOMS))('src/%s imports only what it may', (room) => {
    const bad = local.filter(({ name, to }) => name.startsWith(`src/${room}/`) && to.startsWith('src/') && !to.startsWith(`src/${room}/`) && !UPPER_ROOMS[room]!.some((allowed) => to === `src/${allowed}` || to.startsWith(`src/${allowed}/`)));
    expect(bad).toEqual([]);
  });

  it('lists every room of src', () => {
    const rooms = readdirSync(join(root, 'src')).filter((name) => statSync(join(root, 'src', name)).isDirectory());
    expect(rooms.filter((name) => name !== 'cli' && !(name in UPPER_ROOMS))).toEqual([]);
  });

  it('lists every room of index', () => {
    const rooms = readdirSync(join(root, 'index')).filter((name) => statSync(join(root, 'index', name)).isDirectory());
    expect(rooms.filter((room) => !(room in ROOMS))).toEqual([]);
  });

  it.each([
    ['nodejieba', 'index/text/jieba.ts'],
    ['minisearch', 'index/search/minisearch.ts'],
  ])('%s is imported in one file only', (library, home) => {
    expect(code.filter(({ path }) => importsOf(path).includes(library)).map(({ name }) => name)).toEqual([home]);
  });

  it.each([
    ['slack', /^@slack\//],
    ['wechat', /^(?:wechaty|file-box|memory-card)/],
  ])('what only the channel %s knows is imported in its folder only', (channel, sdk) => {
    expect(code.filter(({ path, name }) => !name.startsWith(`src/channels/${channel}/`) && importsOf(path).some((specifier) => sdk.test(specifier))).map(({ name }) => name)).toEqual([]);
  });

  it.each(['slack', 'wechat'])('the channel %s knows neither the desk nor other channels', (channel) => {
    const mayKnow = new RegExp(`^src/channels/(?:${channel}/|[^/]+$)|^src/render/|^src/config/part\\.ts$|^(?:index|intents)/mod\\.ts$`);
    expect(local.filter(({ name, to }) => name.startsWith(`src/channels/${channel}/`) && !mayKnow.test(to))).toEqual([]);
  });

  it('only main reads the environment, the arguments and the clock', () => {
    const readers = code.filter(({ path, name }) => name !== 'src/main.ts' && /process\.(?:env|argv)\b|(?<!\(\) => )new Date\(\)|Date\.now\(\)/.test(readFileSync(path, 'utf8')));
    expect(readers.map(({ name }) => name)).toEqual([]);
  });
});

/** Numerals and the marks of dates: their syntax is code. */
const SYNTAX = /[年月日号时分秒第度〇零○一二两三四五六七八九十百千万亿]/gu;

/** How many lines of a file hold Chinese words, outside comments and sentences that stand there in both languages. */
function linesWithWords(path: string): number {
  const bare = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\//gu, (comment) => comment.replace(/[^\n]/gu, ''));
  const lines = bare.split('\n').map((line) => line.replace(/(?<![:'"`\\])\/\/.*$/u, ''));
  return lines.filter((line) => !/\b(?:zh|about|examples):/u.test(line) && /\p{Script=Han}/u.test(line.replace(SYNTAX, ''))).length;
}

describe('words are data', () => {
  const told: Readonly<Record<string, number>> = JSON.parse(readFileSync(join(root, 'tests/words-in-code.json'), 'utf8'));
  const found = Object.fromEntries(code.filter(({ name }) => !name.startsWith('src/')).flatMap(({ path, name }) => (linesWithWords(path) > 0 ? [[name, linesWithWords(path)]] : [])));

  it('no line of index or intents says a Chinese word that was not there before: words go into a JSON file that loadData checks', () => {
    expect(Object.entries(found).filter(([name, lines]) => lines > (told[name] ?? 0))).toEqual([]);
  });

  it('what was moved into data is struck off tests/words-in-code.json, so that the list only shrinks', () => {
    expect(Object.entries(told).filter(([name, lines]) => lines > (found[name] ?? 0))).toEqual([]);
  });
});

describe('files', () => {
  it('are no longer than 320 lines', () => {
    expect(code.filter(({ path }) => readFileSync(path, 'utf8').split('\n').length > 321).map(({ name }) => name)).toEqual([]);
  });

  it('say by their names what they hold', () => {
    expect(code.filter(({ name }) => /^(?:utils?|helpers?|common|manager|service|misc)\.ts$/.test(basename(name))).map(({ name }) => name)).toEqual([]);
  });

  // TypeScript 7 has no compiler API: declarations are known by their lines, which the formatting of this house keeps whole.
  it('say of all that they export what it is', () => {
    const silent = code.flatMap(({ path, name }) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      return lines.flatMap((line, i) => (/^export (?:abstract )?(?:async )?(?:function\*?|class|interface|type(?! \{)|const|let|enum) /.test(line) && !lines[i - 1]?.endsWith('*/') ? [`${name}:${i + 1} ${line.slice(0, 60)}`] : []));
    });
    expect(silent).toEqual([]);
  });

  it('that define an intent are in the list', () => {
    const defined = code.filter(({ path, name }) => name.startsWith('intents/catalogue/') && /export const \w+: Intent = \{/.test(readFileSync(path, 'utf8'))).map(({ name }) => basename(name, '.ts'));
    expect(defined.toSorted()).toEqual(intents.map(({ name }) => name).toSorted());
  });
});
