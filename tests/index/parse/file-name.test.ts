import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../index/parse/document.js';
import { nameInFile } from '../../../index/parse/file-name.js';
import { sourceOf } from './invariants.js';

describe('the name in a file name', () => {
  it.each<[file: string, name: string | null]>([
    ['n01_云岭镇2016.txt', '云岭镇'],
    ['/data/2016/3、槐川县水务局（2016年度）.html', '槐川县水务局'],
    ['12 槐川县审计局-2020年.md', '槐川县审计局'],
    ['2021年云岭镇.pdf', '云岭镇'],
    ['report-2021.txt', null],
    ['2021.txt', null],
  ])('%s: %s', (file, name) => {
    expect(nameInFile(file)).toBe(name);
  });

  it.each<[file: string, issuer: string | null]>([
    ['n01_云岭镇2016.txt', '云岭镇'],
    ['n02_公开情况2016.txt', null],
  ])('serves where the text names nobody: %s', (file, issuer) => {
    expect(parseDocument({ ...sourceOf('一、主动公开情况\n全年公开85条。\n'), origin: file }).issuer?.name ?? null).toBe(issuer);
  });
});
