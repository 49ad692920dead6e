import { Checkbox, Flex, Progress } from '@mantine/core'
import { useState } from 'react'
import type { PaperKey } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { FolderRow } from '../../../shared/features/folder/contract.ts'
import { systemPrinter } from '../../../shared/features/print/contract.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { ticking } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { PrinterSelect } from '../paper/printer-select.tsx'
import { usePrinters } from '../paper/use-printers.ts'
import styles from './print-papers-dialog.module.css'
import { formatEnded, usePrintPapers } from './use-print-papers.ts'

/** A line of the checklist for a paper that the program draws. */
export type PaperLine = FolderRow & { key: PaperKey }

interface PrintPapersDialogProps {
  code: string
  /** Papers that can be printed. */
  rows: readonly PaperLine[]
  size: PaperSize | null
  /** Selected at first; by default papers that were never printed or have changed since. */
  keys?: readonly PaperKey[]
  onClose: () => void
}

/** Prints several papers of a class as separate jobs, each with the copies, sides and paper size used last. */
export function PrintPapersDialog({ code, rows, size, keys, onClose }: PrintPapersDialogProps) {
  const { system, present, usable } = usePrinters()
  const [chosenPrinter, setPrinter] = useState<string | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<PaperKey>>(() => (keys ? new Set(keys) : keysOf(rows.filter(isDue))))
  const print = usePrintPapers(code, size)
  const printer = usable(chosenPrinter) || systemPrinter
  const wanted = rows.filter(row => chosen.has(row.key))

  async function start() {
    const ended = await print.start(
      wanted.map(row => row.key),
      printer,
    )
    if (ended === null) return
    if (ended.endedAt === null) onClose()
    // The remaining papers stay selected, so that the same button continues.
    else setChosen(new Set([...chosen].filter(key => !ended.printed.includes(key))))
  }

  return (
    <FormModal
      title="Cetak beberapa berkas"
      size={560}
      onClose={onClose}
      autoFocus
      error={print.error}
      action={{
        label: print.ended?.endedAt ? `Lanjutkan ${wanted.length} berkas` : `Cetak ${wanted.length} berkas`,
        keys: 'Ctrl Enter',
        pending: print.pending,
        refused: wanted.length === 0 ? 'Pilih berkasnya dulu.' : undefined,
        run: start,
      }}
      extra={
        print.pending && (
          <LinkAction size="small" onAction={print.stop}>
            Berhenti sesudah berkas ini
          </LinkAction>
        )
      }
    >
      {system && <PrinterSelect printers={present} value={printer} onChange={setPrinter} />}
      <Flex justify="space-between" gap="1rem">
        <p className={layout.label}>Berkas</p>
        <Flex gap="1rem">
          <LinkAction size="small" onAction={() => setChosen(keysOf(rows.filter(isDue)))}>
            Yang belum dicetak atau berubah
          </LinkAction>
          <LinkAction size="small" onAction={() => setChosen(keysOf(rows))}>
            Semua
          </LinkAction>
          <LinkAction size="small" onAction={() => setChosen(new Set())}>
            Kosongkan
          </LinkAction>
        </Flex>
      </Flex>
      <fieldset className={styles.papers} disabled={print.pending} aria-label="Berkas yang dicetak">
        {rows.map(row => (
          <Checkbox
            key={row.key}
            size="xs"
            label={row.title}
            {...ticking(chosen.has(row.key), on => setChosen(withKey(chosen, row.key, on)))}
          />
        ))}
      </fieldset>
      {print.ended && !print.pending && (
        <Note tone={print.error === null ? 'info' : 'warn'} live>
          {formatEnded(print.ended)}
        </Note>
      )}
      {print.pending && (
        <div role="status">
          <p className={layout.note}>
            {print.progress
              ? `${print.progress.done + 1} dari ${print.progress.total}: ${print.progress.title}`
              : 'Menyiapkan'}
          </p>
          <Progress
            value={print.progress ? (print.progress.done / print.progress.total) * 100 : 0}
            size={6}
            aria-label="Mencetak berkas"
          />
        </div>
      )}
    </FormModal>
  )
}

/** Never printed, or changed since. */
function isDue({ printed }: FolderRow): boolean {
  return printed === null || printed.changed.length > 0
}

function keysOf(rows: readonly PaperLine[]): Set<PaperKey> {
  return new Set(rows.map(row => row.key))
}

function withKey(keys: ReadonlySet<PaperKey>, key: PaperKey, on: boolean): Set<PaperKey> {
  const next = new Set(keys)
  if (on) next.add(key)
  else next.delete(key)
  return next
}
