import { expect, test } from 'vitest';
import { isName, mayBeName } from '../../../../index/figures/people/name.js';

test.each(['李金锋', '赵勇', '欧阳修', '诸葛一鸣', '李某', '李某某', '王XX', '买买提·艾力', '扎西次仁', '刀玉兰', '司马青', '麻九成', '乌云其木格', '娜仁其其格', '阿不都热合曼', '斯琴高娃', '萨仁图雅'])('%s is a name', (word) => expect(isName(word)).toBe(true));
test.each(['', '李', '党政办', '林业', '文化站', '主要领导', '高度重视', '成立', '全体人员', '应急局', '专人', '政府', '李强同志们', 'ABC', '安全生产', '乌兰牧骑队', '阿拉善左旗', '巴图湾水库', '乌云其木格同志'])('%s is none', (word) => expect(isName(word)).toBe(false));

test.each(['字永芬', '普文昌', '瓛永芬'])('%s may be a name in a slot for people', (word) => expect(mayBeName(word)).toBe(true));
test.each(['一肩挑', '第三方', '志愿者', '轮流值班', '亲自挂帅', '党总支', '老党员', '办公室', '大学生', '永芬'])('%s may not', (word) => expect(mayBeName(word)).toBe(false));
