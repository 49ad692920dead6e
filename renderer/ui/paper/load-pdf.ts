import type { PDFDocumentLoadingTask } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** Starts reading a PDF with pdf.js, whose worker is in our bundle. The caller must destroy the task. */
export async function loadPdf(pdf: Blob): Promise<PDFDocumentLoadingTask> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
  GlobalWorkerOptions.workerSrc = workerAddress
  return getDocument({ data: new Uint8Array(await pdf.arrayBuffer()) })
}
