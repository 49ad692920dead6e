import type { PaperKey } from '../../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import { type Sides, usualSides } from '../../../../shared/features/print/sides.ts'
import { foundIn } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { keepPaperDate } from '../letter/paper-date-store.ts'
import { keepHistoryOfPaper } from '../letter/paper-history-store.ts'
import { insertPrint, type PrintEntry, savePrintSetting } from './print-store.ts'

type Printed = Omit<PrintEntry, 'key' | 'size' | 'pages' | 'formVersion' | 'cohortId' | 'listNumber' | 'at' | 'by'> & {
  key: PaperKey
  size: PaperSize
  pages: number
  code: string
  traineeId: number | null
  sides?: Sides | undefined
}

/** Records what left the program, and the print settings for next time. */
export function logPrint(
  { db, at, operator, record }: CommandScope,
  { code, traineeId, sides, ...print }: Printed,
): void {
  const cohort = getCohort(db, code)
  const listNumber =
    traineeId === null
      ? null
      : foundIn(traineesOfCohort(db, cohort.id), one => one.traineeId === traineeId, 'enrolment').position
  insertPrint(db, { ...print, formVersion: null, cohortId: cohort.id, listNumber, at, by: operator.name })
  const { dated, history } = print.drawnFrom
  if (history !== null) keepHistoryOfPaper(db, cohort.id, print.key, history)
  if (dated !== null) keepPaperDate(db, cohort.id, print.key, dated, { at, by: operator.name })
  const { key, printer, size, copies, way, day, pages } = print
  if (way === 'PRINT') savePrintSetting(db, { key, printer, size, copies, sides: sides ?? usualSides(key) })
  record('print', `${code} ${key}`, null, { way, day, listNumber, copies, pages, printer })
}
