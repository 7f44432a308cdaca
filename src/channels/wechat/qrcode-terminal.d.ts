declare module 'qrcode-terminal' {
  const qrcode: { generate(text: string, options: { readonly small: boolean }, shown: (drawn: string) => void): void };
  export default qrcode;
}
