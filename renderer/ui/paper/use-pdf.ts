import type { PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { loadPdf } from './load-pdf.ts'

type PdfDocument = { state: 'waiting' } | { state: 'failed' } | { state: 'ready'; pages: readonly PDFPageProxy[] }

/** The pages of a PDF, kept until another PDF is given. */
export function usePdf(pdf: Blob | null): PdfDocument {
  const [document, setDocument] = useState<PdfDocument>({ state: 'waiting' })
  useEffect(() => {
    setDocument({ state: 'waiting' })
    if (!pdf) return
    let unmounted = false
    let close = () => {}
    async function read(file: Blob) {
      const loading = await loadPdf(file)
      if (unmounted) return void loading.destroy()
      close = () => void loading.destroy()
      const opened = await loading.promise
      const pages = await Promise.all(Array.from({ length: opened.numPages }, (_, index) => opened.getPage(index + 1)))
      if (!unmounted) setDocument({ state: 'ready', pages })
    }
    read(pdf).catch(() => {
      if (!unmounted) setDocument({ state: 'failed' })
    })
    return () => {
      unmounted = true
      close()
    }
  }, [pdf])
  return document
}
