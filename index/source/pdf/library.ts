type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loaded: Promise<Library> | null = null;

/** pdf.js with its worker, in this thread. Loaded at the first call. */
export function loadLibrary(): Promise<Library> {
  return (loaded ??= load());
}

/**
 * The build for older engines mends `Array.prototype.push` for arrays longer than any there is, for everybody in the thread. What it
 * puts in its place takes a quarter of the time of reading a PDF, so the engine's own is put back.
 */
async function load(): Promise<Library> {
  const own = Object.getOwnPropertyDescriptor(Array.prototype, 'push')!;
  try {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // Loaded here, not at the first document, because it puts `push` in place again.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return library;
  } finally {
    // oxlint-disable-next-line no-extend-native -- this is the engine's own
    Object.defineProperty(Array.prototype, 'push', own);
  }
}
