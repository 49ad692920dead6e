import type { PDFDocumentLoadingTask } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** Begins to read a PDF with pdf.js, whose worker lies in our own bundle. The caller destroys the task when it is done. */
export async function loadPdf(pdf: Blob): Promise<PDFDocumentLoadingTask> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
  GlobalWorkerOptions.workerSrc = workerAddress
  return getDocument({ data: new Uint8Array(await pdf.arrayBuffer()) })
}
