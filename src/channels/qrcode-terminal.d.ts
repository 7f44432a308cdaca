declare module 'qrcode-terminal' {
  const qrcode: { generate(text: string, options: { readonly small: boolean }, shown: (drawn: string) => void): void };
  export default qrcode;
}
declare module 'qrcode-terminal/vendor/QRCode/index.js' {
  /** The encoder within: `type` -1 takes the smallest that holds the data; `level` 1 is L (ISO/IEC 18004). */
  export default class QRCode {
    constructor(type: number, level: number);
    addData(text: string): void;
    make(): void;
    getModuleCount(): number;
    isDark(row: number, column: number): boolean;
  }
}
