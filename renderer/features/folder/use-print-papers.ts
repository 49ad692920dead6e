import { useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import { type PaperKey, paperTitle } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { PrintedPapers } from '../../../shared/features/folder/contract.ts'
import { api, client, useCommand, useRead, useSession } from '../../app/client.ts'
import { countPages, printPages } from '../../app/file/print-pages.ts'

/** Prints papers of a class one after another, with progress; can be stopped between two, and says where it ended. */
export function usePrintPapers(code: string, size: PaperSize | null) {
  const { capabilities } = useSession()
  const print = useCommand(capabilities.print === 'system' ? api.folder.printPapers : { call: printTogether(size) })
  const [ticket, setTicket] = useState<string | null>(null)
  const [ended, setEnded] = useState<PrintedPapers | null>(null)
  const progress = useRead(api.folder.printProgress, ticket !== null && print.pending ? { ticket } : null, {
    refetchInterval: 250,
  })
  return {
    pending: print.pending,
    progress: (print.pending ? progress.data : null) ?? null,
    error: print.error ?? (ended?.problem ? domainErrorMessage(ended.problem) : null),
    /** What was printed, and where it stopped early. */
    ended,
    async start(keys: readonly PaperKey[], printer: string): Promise<PrintedPapers | null> {
      const own = crypto.randomUUID()
      setTicket(own)
      setEnded(null)
      const done = await print.run({ code, keys: [...keys], printer, ticket: own })
      setEnded(done?.output ?? null)
      return done?.output ?? null
    },
    async stop(): Promise<void> {
      if (ticket !== null) await client.folder.stopPrinting({ ticket })
    },
  }
}

/** '4 berkas sudah tercetak. Berhenti di Jadwal Pelatihan.' */
export function formatEnded({ printed, endedAt }: PrintedPapers): string {
  const done = printed.length === 0 ? 'Belum ada yang tercetak.' : `${printed.length} berkas sudah dikirim ke pencetak.`
  return endedAt === null ? done : `${done} Berhenti di ${paperTitle(endedAt)}.`
}

/** In a browser all papers go in one print, because each print shows the dialog of the browser. Each paper is recorded once the dialog was shown. */
function printTogether(size: PaperSize | null) {
  return async ({ code, keys }: { code: string; keys: PaperKey[] }): Promise<PrintedPapers> => {
    const used = size ?? (await api.centre.get.call({})).centre.paperSize
    const made = []
    for (const key of keys) {
      const sheet = key === 'statement' ? size : used
      const paper = await api.paper.make.call({ code, key, size: sheet, day: null, from: null, traineeId: null })
      made.push({ key, paper })
    }
    const { printed } = await printPages(made.map(({ paper }) => paper.file))
    if (!printed) return { printed: [], endedAt: keys[0] ?? null, problem: null }
    for (const { key, paper } of made)
      await api.print.record.call({
        code,
        key,
        size: used,
        copies: 1,
        pageRange: '',
        drawnFrom: paper.drawnFrom,
        way: 'PRINT',
        pages: await countPages(paper.file),
      })
    return { printed: [...keys], endedAt: null, problem: null }
  }
}
