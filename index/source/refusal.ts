import type { Text2 } from '../document/diagnostic.js';

/** Why a file was not read. `code` is stable; `message` says what to do in both languages. */
export interface Refusal {
  readonly code:
    | 'empty'
    | 'binary'
    | 'wrong-type'
    | 'unsupported-type'
    | 'too-large'
    | 'too-complex'
    | 'too-slow'
    | 'undecodable'
    | 'no-chinese'
    | 'damaged'
    | 'encrypted'
    | 'scanned'
    | 'archive-empty'
    | 'archive-limits';
  readonly message: Text2;
}

const refusal = (code: Refusal['code'], zh: string, en: string): Refusal => ({ code, message: { zh, en } });

const SAVE_AS: Text2 = { zh: '请用 Word 或 WPS 打开，另存为 .docx（或纯文本 .txt，UTF-8）再导入', en: 'please open it with Word or WPS and save it as .docx (or as plain text, .txt, UTF-8)' };

export const refusals = {
  empty: (): Refusal => refusal('empty', '文件是空的，没有文字。', 'The file is empty: it holds no text.'),
  tooLarge: (bytes: number, limit: number): Refusal =>
    refusal(
      'too-large',
      `文件有 ${megabytes(bytes)} MB，超过 ${megabytes(limit)} MB 的上限；一份年度报告不会这么大，请检查是否选错了文件。`,
      `The file has ${megabytes(bytes)} MB, more than the limit of ${megabytes(limit)} MB; an annual report is never that large, so please check that it is the right file.`,
    ),
  /** `excess` completes "too complex to be a report: …". */
  tooComplex: (excess: Text2): Refusal =>
    refusal('too-complex', `文件过于庞杂，不像一份年度报告：${excess.zh}。请检查是否选错了文件。`, `The file is too complex to be an annual report: ${excess.en}. Please check that it is the right file.`),
  tooSlow: (seconds: number): Refusal =>
    refusal('too-slow', `读了 ${seconds} 秒仍未读完，已停止；${SAVE_AS.zh}。`, `Reading it took more than ${seconds} seconds and was stopped; ${SAVE_AS.en}.`),
  tooMuchMemory: (): Refusal => refusal('too-complex', `读取时占用内存过多，已停止；${SAVE_AS.zh}。`, `Reading it took too much memory and was stopped; ${SAVE_AS.en}.`),
  binary: (type: Text2 | null): Refusal =>
    refusal(
      'binary',
      `这${type === null ? '不是纯文本文件' : `是${type.zh}`}，不能这样读取；${SAVE_AS.zh}。`,
      `This is ${type === null ? 'not a plain-text file' : type.en}, which cannot be read like this; ${SAVE_AS.en}.`,
    ),
  wrongType: (ending: string, type: Text2 | null): Refusal =>
    refusal(
      'wrong-type',
      `文件名以 ${ending} 结尾，内容却${type === null ? '不是这种文件' : `是${type.zh}`}；请改成正确的扩展名，或者用原来的软件重新保存。`,
      `The name ends in ${ending} but the content is ${type === null ? 'no such file' : type.en}; please give it its right ending, or save it anew with the program it came from.`,
    ),
  unsupported: (type: Text2): Refusal => refusal('unsupported-type', `这是${type.zh}，目前不能读取；${SAVE_AS.zh}。`, `This is ${type.en}, which cannot be read; ${SAVE_AS.en}.`),
  archive: (type: Text2): Refusal => refusal('unsupported-type', `这是${type.zh}，目前不能读取；请先解压，再导入其中的报告（或重新打成 .zip）。`, `This is ${type.en}, which cannot be read; please unpack it and take in the reports from it, or pack them as .zip.`),
  undecodable: (): Refusal =>
    refusal(
      'undecodable',
      '文件的编码既不是 UTF-8、UTF-16 也不是 GB18030，或者已经损坏；请另存为 UTF-8 再导入。',
      'The bytes are neither valid UTF-8, UTF-16 nor GB18030, or they are damaged; please save the file as UTF-8.',
    ),
  noChinese: (): Refusal => refusal('no-chinese', '文件里没有中文，不是政府信息公开工作年度报告。', 'The file holds no Chinese text, so it is no annual report on open government information.'),
  damaged: (type: Text2, why: string): Refusal => refusal('damaged', `这是${type.zh}，但已经损坏，读不出来（${why}）；${SAVE_AS.zh}。`, `This is ${type.en}, but it is damaged and cannot be read (${why}); ${SAVE_AS.en}.`),
  damagedArchive: (why: string): Refusal => refusal('damaged', `这个压缩包已经损坏，读不出来（${why}）；请重新下载或重新打包，或者解压后导入其中的报告。`, `This archive is damaged and cannot be read (${why}); please download or pack it anew, or unpack it and take in the reports from it.`),
  encrypted: (type: Text2): Refusal => refusal('encrypted', `这是加了密码的${type.zh.trim()}；请先去掉密码再导入。`, `This is ${type.en} protected by a password; please remove the password first.`),
  scanned: (pages: number): Refusal =>
    refusal(
      'scanned',
      `这份 PDF 有 ${pages} 页，是扫描件或图片，没有文字层；请用带文字的原件（Word、网页或可复制文字的 PDF），或先做文字识别并核对。`,
      `This PDF has ${pages} pages and is a scan or pictures: it holds no text. Please use the original (Word, web page, or a PDF whose text can be copied), or have its text recognised and checked first.`,
    ),
  garbled: (): Refusal =>
    refusal(
      'undecodable',
      '这份 PDF 的字体没有说明各个字形是什么字，复制出来是乱码；请用 Word 或网页原件，或用别的软件重新导出 PDF。',
      'The fonts of this PDF do not say which characters their shapes are, so that its text is garbled; please use the Word file or web page, or export the PDF anew with another program.',
    ),
  archiveEmpty: (): Refusal => refusal('archive-empty', '压缩包里没有可以读取的文件。', 'The archive holds no file that could be read.'),
  archiveLimits: (excess: Text2): Refusal => refusal('archive-limits', `压缩包超出限制：${excess.zh}；请先解压，再导入其中的报告。`, `The archive goes beyond the limits: ${excess.en}; please unpack it and take in the reports from it.`),
} as const;

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
}
