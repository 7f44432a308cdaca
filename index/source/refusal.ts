import type { Text2 } from '../document/diagnostic.js';

/** Why a file was not read. `code` is stable; `message` says what to do in both languages. */
export interface Refusal {
  readonly code: 'empty' | 'binary' | 'unsupported-type' | 'too-large' | 'undecodable' | 'no-chinese';
  readonly message: Text2;
}

export const refusals = {
  empty: (): Refusal => ({
    code: 'empty',
    message: { zh: '文件是空的，没有文字。', en: 'The file is empty: it holds no text.' },
  }),
  tooLarge: (bytes: number, limit: number): Refusal => ({
    code: 'too-large',
    message: {
      zh: `文件有 ${megabytes(bytes)} MB，超过 ${megabytes(limit)} MB 的上限；一份年度报告不会这么大，请检查是否选错了文件。`,
      en: `The file has ${megabytes(bytes)} MB, more than the limit of ${megabytes(limit)} MB; an annual report is never that large, so please check that it is the right file.`,
    },
  }),
  binary: (type: Text2 | null): Refusal => ({
    code: 'binary',
    message: {
      zh: `这${type === null ? '不是纯文本文件' : `是${type.zh}`}，目前还不能读取；请先另存为纯文本（.txt，UTF-8）再导入。`,
      en: `This is ${type === null ? 'not a plain-text file' : type.en}, which cannot be read yet; please save it as plain text (.txt, UTF-8) first.`,
    },
  }),
  unsupported: (type: Text2): Refusal => ({
    code: 'unsupported-type',
    message: {
      zh: `这是${type.zh}，目前还不能读取；请先另存为纯文本（.txt，UTF-8）再导入。`,
      en: `This is ${type.en}, which cannot be read yet; please save it as plain text (.txt, UTF-8) first.`,
    },
  }),
  undecodable: (): Refusal => ({
    code: 'undecodable',
    message: {
      zh: '文件的编码既不是 UTF-8、UTF-16 也不是 GB18030，或者已经损坏；请另存为 UTF-8 再导入。',
      en: 'The bytes are neither valid UTF-8, UTF-16 nor GB18030, or they are damaged; please save the file as UTF-8.',
    },
  }),
  noChinese: (): Refusal => ({
    code: 'no-chinese',
    message: { zh: '文件里没有中文，不是政府信息公开工作年度报告。', en: 'The file holds no Chinese text, so it is no annual report on open government information.' },
  }),
} as const;

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
}
