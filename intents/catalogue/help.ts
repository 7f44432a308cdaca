import { say } from '../answer/phrases.js';
import type { Intent } from '../intent.js';
import { questionWords } from '../language/words.js';
import { asks, asksAboutContent, type Question } from '../question/read.js';

/** 「你能做什么」: what can be asked. */
export const help: Intent = {
  name: 'help',
  about: { zh: '怎么用', en: 'how to use it' },
  examples: { zh: ['你能做什么', '怎么用'], en: ['What can you do?'] },
  match(question) {
    return asks(question, 'help') && isNothingElse(question) ? { score: 0.96, because: ['asks for help'] } : null;
  },
  async answer(_question, context) {
    return { draft: { status: 'answered', blocks: [{ type: 'text', inlines: say(context.lang, 'help') }] } };
  },
};

/** Characters beside the words that ask for help (请问, 呢, 吗). */
const MOST_BESIDE = 2;

/** The Han characters of a question without its courtesies. */
function said({ folded }: Question): string {
  return questionWords('zh').courtesy.reduce((text, word) => text.replaceAll(word, ''), folded).replace(/[^\p{Script=Han}]/gu, '');
}

/** 你是谁 asks for help; 你是谁开发的 asks for something else. */
function isNothingElse(question: Question): boolean {
  const longest = Math.max(...question.cues.filter(({ cue }) => cue === 'help').map(({ start, end }) => end - start));
  return !asksAboutContent(question) && (question.lang === 'en' || said(question).length - longest <= MOST_BESIDE);
}
