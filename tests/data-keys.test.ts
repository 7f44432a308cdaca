import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../index/data.js';

const files = ['index', 'intents', 'src'].flatMap((floor) => readdirSync(join(projectRoot, floor), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => join(floor, name)));

// Two rooms once gave two phrases one name: JSON.parse keeps the last and says nothing.
describe('data files', () => {
  it.each(files)('%s says each key once', (file) => {
    expect(() => parse(readFileSync(join(projectRoot, file), 'utf8'), { uniqueKeys: true })).not.toThrow();
  });

  it('a key that stands twice is found', () => {
    expect(() => parse('{ "yearsLacking": 1, "yearsLacking": 2 }', { uniqueKeys: true })).toThrow('unique');
  });
});
