import type { printContract } from '../../../../shared/features/print/contract.ts'
import { usualSides } from '../../../../shared/features/print/sides.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { Handlers } from '../../scope.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { logPrint } from './log-print.ts'
import { printerShifts, printSetting, printsOf, savePrinterShift } from './print-store.ts'
import { sendToPrinter } from './send-to-printer.ts'

export const printHandlers: Handlers<typeof printContract> = {
  printers: async ({ host }) => (host.capabilities.print === 'system' ? host.printers() : []),

  setting: ({ db }, { key }) => printSetting(db, key) ?? null,

  log: ({ db }, { code, key }) => printsOf(db, getCohort(db, code).id, key),

  async print(scope, { title, pdf, ...print }) {
    scope.read(({ db }) => getCohort(db, print.code))
    const { printer, copies, pageRange, sides = usualSides(print.key) } = print
    const bytes = new Uint8Array(await pdf.arrayBuffer())
    const { printed, pages } = await sendToPrinter(scope, { title, pdf: bytes, printer, copies, sides, pageRange })
    if (printed) scope.write(writing => logPrint(writing, { ...print, way: 'PRINT', pages }))
    return { printed }
  },

  async send(scope, { pdf, ...sending }) {
    const { printed } = await sendToPrinter(scope, { ...sending, pdf: new Uint8Array(await pdf.arrayBuffer()) })
    return { printed }
  },

  shifts: ({ db }) => printerShifts(db),

  setShift({ db, record }, shift) {
    const before = printerShifts(db).find(one => one.printer === shift.printer) ?? null
    savePrinterShift(db, shift)
    record('printer_shift', shift.printer, before, shift)
  },

  async testPage(scope, { size, printer }) {
    const { today } = scope
    return pdfFile(`halaman-uji-${size}`, await drawOnThread(scope, 'printer-test', { size, printer, today }))
  },

  record: (scope, print) => logPrint(scope, { ...print, printer: '' }),
}
