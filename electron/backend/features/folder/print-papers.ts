import type { PaperKey } from '../../../../shared/facts/paper-key.ts'
import { paperTitle } from '../../../../shared/facts/paper-key.ts'
import type { PrintedPapers, PrintProgress } from '../../../../shared/features/folder/contract.ts'
import { usualSides } from '../../../../shared/features/print/sides.ts'
import { DomainError } from '../../domain-error.ts'
import type { Work } from '../../running-work.ts'
import type { TaskScope } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { makePaper } from '../paper/make-paper.ts'
import { logPrint } from '../print/log-print.ts'
import { printSetting } from '../print/print-store.ts'
import { sendToPrinter } from '../print/send-to-printer.ts'

/** Prints papers of a class as separate jobs. Each is recorded as soon as it was sent, so that an interrupted run can continue. */
export async function printPapers(
  scope: TaskScope,
  { code, keys, printer }: { code: string; keys: readonly PaperKey[]; printer: string },
  work: Work<PrintProgress>,
): Promise<PrintedPapers> {
  const printed: PaperKey[] = []
  for (const key of keys) {
    try {
      work.progress = { done: printed.length, total: keys.length, title: paperTitle(key) }
      await work.pause()
      await printPaper(scope, code, key, printer)
      printed.push(key)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const isStopped = error.data.code === 'printing_stopped'
      return { printed, endedAt: key, problem: isStopped ? null : error.data }
    }
  }
  return { printed, endedAt: null, problem: null }
}

async function printPaper(scope: TaskScope, code: string, key: PaperKey, printer: string): Promise<void> {
  const { setting, paperSize } = scope.read(({ db }) => ({
    setting: printSetting(db, key),
    paperSize: getCentre(db).paperSize,
  }))
  const { copies, sides, size } = setting ?? { copies: 1, sides: usualSides(key), size: paperSize }
  // An issued paper keeps its paper size.
  const sheet = key === 'statement' ? null : size
  const { file, title, drawnFrom } = await makePaper(scope, {
    code,
    key,
    size: sheet,
    day: null,
    from: null,
    traineeId: null,
  })
  const pdf = new Uint8Array(await file.arrayBuffer())
  const { pages } = await sendToPrinter(scope, {
    title: `${title} ${code}`,
    pdf,
    printer,
    copies,
    sides,
    pageRange: '',
  })
  scope.write(writing =>
    logPrint(writing, {
      code,
      key,
      day: null,
      traineeId: null,
      size,
      copies,
      sides,
      printer,
      pageRange: '',
      pages,
      drawnFrom,
      way: 'PRINT',
    }),
  )
}
