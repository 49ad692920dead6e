import { useState } from 'react'
import type { PaperKey } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { DrawnFrom } from '../../../shared/features/print/contract.ts'
import { readPageRange } from '../../../shared/features/print/page-range.ts'
import { type Sides, usualSides } from '../../../shared/features/print/sides.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { printPages } from '../../app/file/print-pages.ts'
import { usePrinters } from './use-printers.ts'

interface PrintedSheet {
  code: string
  key: PaperKey
  title: string
  day: number | null
  traineeId: TraineeId | null
  size: PaperSize | null
  drawnFrom: DrawnFrom | undefined
}

/** Prints a paper of a class with the settings remembered for it, and records each print. */
export function usePaperPrint(sheet: PrintedSheet) {
  const { system, present, usable } = usePrinters()
  const { code, key, title, day, traineeId, size, drawnFrom } = sheet
  const setting = useRead(api.print.setting, { key })
  const log = useRead(api.print.log, { code, key })
  const [chosenPrinter, setPrinter] = useState<string | null>(null)
  const [chosenCopies, setCopies] = useState<number | null>(null)
  const [chosenSides, setSides] = useState<Sides | null>(null)
  const [pageRange, setPageRange] = useState('')
  const [pages, setPages] = useState<number | null>(null)

  const printer = usable(chosenPrinter, setting.data?.printer)
  const sides = chosenSides ?? setting.data?.sides ?? usualSides(key)
  const copies = system ? (chosenCopies ?? setting.data?.copies ?? 1) : 1
  const range = pages === null ? [] : readPageRange(pageRange, pages)

  const send = useCommand({
    async call(pdf: File): Promise<{ printed: boolean }> {
      if (!drawnFrom || size === null || range === null) return { printed: false }
      const print = { code, key, day, traineeId, size, copies, sides, pageRange, drawnFrom }
      if (system) return api.print.print.call({ ...print, printer, title, pdf })
      const { printed } = await printPages(pdf, range)
      if (printed) await api.print.record.call({ ...print, way: 'PRINT', pages: range.length })
      return { printed }
    },
  })
  const record = useCommand(api.print.record)

  return {
    system,
    printers: present,
    printer,
    setPrinter,
    copies,
    setCopies,
    sides,
    setSides,
    pageRange,
    setPageRange,
    pages,
    setPages,
    /** Number of printed pages; null if the page range is invalid. */
    sheets: range === null ? null : range.length * copies,
    log: log.data ?? [],
    error: send.error ?? record.error,
    async run(pdf: File): Promise<boolean> {
      return (await send.run(pdf))?.output.printed === true
    },
    async saved(): Promise<void> {
      if (drawnFrom && size !== null && pages !== null)
        await record.run({ code, key, day, traineeId, size, copies: 1, pageRange: '', drawnFrom, way: 'PDF', pages })
    },
  }
}

export type PaperPrint = ReturnType<typeof usePaperPrint>
