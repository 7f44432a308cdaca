import { expect, test } from 'vitest';
import { isName } from '../../../../index/figures/people/name.js';

test.each(['李金锋', '赵勇', '欧阳修', '诸葛一鸣', '李某', '李某某', '王XX', '买买提·艾力', '扎西次仁', '刀玉兰', '司马青', '麻九成'])('%s is a name', (word) => expect(isName(word)).toBe(true));
test.each(['', '李', '党政办', '林业', '文化站', '主要领导', '高度重视', '成立', '全体人员', '应急局', '专人', '政府', '李强同志们', 'ABC', '安全生产'])('%s is none', (word) => expect(isName(word)).toBe(false));
