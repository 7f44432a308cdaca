import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../index/mod.js';
import { everyKey } from '../../../src/config/known-keys.js';
import { configSchema } from '../../../src/config/parts.js';
import { readConfig } from '../../../src/config/read.js';

const text = readFileSync(join(projectRoot, 'wenbao.config.example.yaml'), 'utf8');

describe('wenbao.config.example.yaml', () => {
  it('is right and says the defaults', () => {
    expect(readConfig(text)).toEqual({ config: configSchema().parse({}), problems: [] });
  });

  it('explains every key that there is, in both languages', () => {
    const unexplained = everyKey(configSchema()).filter((path) => !new RegExp(`^[ #-]*${path.split('.').at(-1)!}:`, 'mu').test(text));
    expect(unexplained).toEqual([]);
    expect(text).toMatch(/\p{Script=Han}/u);
  });
});
