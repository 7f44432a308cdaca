import { say } from '../answer/phrases.js';
import type { Intent } from '../intent.js';
import { asks, asksAboutContent } from '../question/read.js';

/** 「你能做什么」: what can be asked. */
export const help: Intent = {
  name: 'help',
  about: { zh: '怎么用', en: 'how to use it' },
  examples: { zh: ['你能做什么', '怎么用'], en: ['What can you do?'] },
  match(question) {
    return asks(question, 'help') && !asksAboutContent(question) ? { score: 0.96, because: ['asks for help'] } : null;
  },
  async answer(_question, context) {
    return { draft: { status: 'answered', blocks: [{ type: 'text', inlines: say(context.lang, 'help') }] } };
  },
};
