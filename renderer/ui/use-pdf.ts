import type { PDFPageProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useState } from 'react'

export type PdfDocument =
  | { state: 'waiting' }
  | { state: 'failed' }
  | { state: 'ready'; pages: readonly PDFPageProxy[] }

/** Reads a PDF with pdf.js, whose worker lies in our own bundle; the pages live until another PDF comes. */
export function usePdf(pdf: Blob | null): PdfDocument {
  const [document, setDocument] = useState<PdfDocument>({ state: 'waiting' })
  useEffect(() => {
    setDocument({ state: 'waiting' })
    if (!pdf) return
    let left = false
    let close = () => {}
    async function read(file: Blob) {
      const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
      GlobalWorkerOptions.workerSrc = workerAddress
      const data = new Uint8Array(await file.arrayBuffer())
      if (left) return
      const loading = getDocument({ data })
      close = () => void loading.destroy()
      const opened = await loading.promise
      const pages = await Promise.all(Array.from({ length: opened.numPages }, (_, index) => opened.getPage(index + 1)))
      if (!left) setDocument({ state: 'ready', pages })
    }
    read(pdf).catch(() => {
      if (!left) setDocument({ state: 'failed' })
    })
    return () => {
      left = true
      close()
    }
  }, [pdf])
  return document
}
