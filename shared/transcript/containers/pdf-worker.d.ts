/** pdf.js ships no types for its worker's code; nothing in it is called by us. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
