import type { printContract } from '../../../../shared/features/print/contract.ts'
import { readPageRange } from '../../../../shared/features/print/page-range.ts'
import { DomainError, foundIn } from '../../domain-error.ts'
import { keepPages, pageCountOf } from '../../pdf/file/finished-pdf.ts'
import type { CommandScope, Handlers } from '../../scope.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { insertPrint, type PrintEntry, printSetting, printsOf, savePrintSetting } from './print-store.ts'

export const printHandlers: Handlers<typeof printContract> = {
  printers: async ({ host }) => (host.capabilities.print === 'system' ? host.printers() : []),

  setting: ({ db }, { key }) => printSetting(db, key) ?? null,

  log: ({ db }, { code, key }) => printsOf(db, getCohort(db, code).id, key),

  async print({ host, read, write }, { title, pdf, ...print }) {
    if (host.capabilities.print !== 'system') throw new DomainError({ code: 'host_cannot', action: 'print' })
    read(({ db }) => getCohort(db, print.code))
    const bytes = new Uint8Array(await pdf.arrayBuffer())
    const all = await pageCountOf(bytes)
    const wanted = all === null ? null : readPageRange(print.pageRange, all)
    if (wanted === null) throw new DomainError({ code: 'page_range', pages: all ?? 0 })
    const sheets = wanted.length === all ? bytes : await keepPages(bytes, wanted)
    const { printer, copies } = print
    const { printed } = await host.print({ title, pdf: sheets, printer, copies })
    if (printed) write(scope => logPrint(scope, { ...print, way: 'PRINT', pages: wanted.length }))
    return { printed }
  },

  record: (scope, print) => logPrint(scope, { ...print, printer: '' }),
}

type Printed = Omit<PrintEntry, 'cohortId' | 'listNumber' | 'at' | 'by'> & { code: string; traineeId: number | null }

function logPrint({ db, at, operator, record }: CommandScope, { code, traineeId, ...print }: Printed): void {
  const cohort = getCohort(db, code)
  const listNumber =
    traineeId === null
      ? null
      : foundIn(traineesOfCohort(db, cohort.id), one => one.traineeId === traineeId, 'enrolment').position
  insertPrint(db, { ...print, cohortId: cohort.id, listNumber, at, by: operator.name })
  const { key, printer, size, copies, way, day, pages } = print
  if (way === 'PRINT') savePrintSetting(db, { key, printer, size, copies })
  record('print', `${code} ${key}`, null, { way, day, listNumber, copies, pages, printer })
}
