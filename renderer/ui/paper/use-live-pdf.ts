import type { PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { loadPdf } from './load-pdf.ts'

interface LivePdf {
  /** Pages of the newest readable PDF; empty before the first. */
  pages: readonly PDFPageProxy[]
  failed: boolean
}

/** The pages of a PDF that changes while typing: the old ones stay until the new ones are read. */
export function useLivePdf(pdf: Blob | null): LivePdf {
  const [shown, setShown] = useState<LivePdf>({ pages: [], failed: false })
  const closeShown = useRef(() => {})
  useEffect(() => () => closeShown.current(), [])
  useEffect(() => {
    if (!pdf) return
    let unmounted = false
    async function read(file: Blob) {
      const loading = await loadPdf(file)
      const opened = await loading.promise
      const pages = await Promise.all(Array.from({ length: opened.numPages }, (_, index) => opened.getPage(index + 1)))
      if (unmounted) return void loading.destroy()
      const closeFormer = closeShown.current
      closeShown.current = () => void loading.destroy()
      setShown({ pages, failed: false })
      // The old pages may still be being drawn.
      setTimeout(closeFormer, 1000)
    }
    read(pdf).catch(() => {
      if (!unmounted) setShown(former => ({ ...former, failed: true }))
    })
    return () => {
      unmounted = true
    }
  }, [pdf])
  return shown
}
