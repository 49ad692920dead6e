import { Box, Flex, Modal } from '@mantine/core'
import { useState } from 'react'
import { type ImportAnswer, mustDecide } from '../../../../shared/features/import/import-row.ts'
import { cancelAction, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { ImportDrop } from '../../import/import-drop.tsx'
import { RowCounters } from '../../import/row-counters.tsx'
import { filterRows, type RowFilter } from '../../import/row-filter.ts'
import { RowTable } from '../../import/row-table.tsx'
import { useImport } from '../../import/use-import.ts'
import type { ChosenTrainee } from './planner-values.ts'

interface WorkbookPickerProps {
  /** Number of people that still fit into the class. */
  limit: number
  onDone: (chosen: ChosenTrainee[]) => void
  onClose: () => void
}

/** Enrols people from a file: unknown people are registered, known ones found by NIK. */
export function WorkbookPicker({ limit, onDone, onClose }: WorkbookPickerProps) {
  const work = useImport()
  const [filter, setFilter] = useState<RowFilter>('all')
  const [current, setCurrent] = useState<number | null>(null)
  const { file } = work
  const rows = file?.reading.rows ?? []
  const usable = rows.filter(row => row.status === 'create' || row.status === 'match').length
  // This does not change existing people: stored data is kept.
  const kept: ImportAnswer[] = rows
    .filter(row => row.status === 'match' && mustDecide(row))
    .map(({ row }) => ({ row, action: 'take', fields: [] }))
  const refused = file ? formatRejected(usable, limit, file.reading.missing.length > 0) : undefined

  async function run() {
    if (!file || refused !== undefined) return
    const receipt = await work.run(kept)
    if (!receipt) return
    onDone(
      receipt.rows.flatMap(({ traineeId, name, outcome }) =>
        traineeId !== null && (outcome === 'created' || outcome === 'matched')
          ? [{ id: traineeId, name, village: null }]
          : [],
      ),
    )
  }
  const use = primaryAction('Ctrl Enter', `Pakai ${usable} peserta`, run, { refused, pending: work.pending })
  useActions([file && use], 'dialog')

  return (
    <Modal opened onClose={onClose} title="Ambil peserta dari berkas Excel" size="70rem">
      <Flex mah="min(34rem, calc(100dvh - 11rem))" direction="column" gap="0.875rem">
        {file && <ErrorNote error={work.error} />}
        {file ? (
          <>
            <RowCounters reading={file.reading} filter={filter} onFilter={setFilter} />
            <Panel flush fill label="Isi berkas">
              <RowTable
                rows={filterRows(rows, filter, '', false)}
                answers={new Map(kept.map(answer => [answer.row, answer]))}
                current={current}
                onCurrent={setCurrent}
              />
            </Panel>
          </>
        ) : (
          <ImportDrop
            onFile={next => work.take(next, '')}
            onCancel={work.cancel}
            pending={work.pending}
            progress={work.progress}
            error={work.error}
          />
        )}
        <div className={layout.buttons}>
          {file && (
            <Box component="p" me="auto" c="var(--ink-2)" fz="0.75rem" lh="1rem">
              {refused ?? `${file.name} · peserta baru didaftarkan, yang sudah ada dipakai tanpa diubah.`}
            </Box>
          )}
          <ActionButton action={cancelAction(onClose)} />
          {file && <ActionButton onAction={work.drop}>Berkas lain</ActionButton>}
          {file && <ActionButton action={use} />}
        </div>
      </Flex>
    </Modal>
  )
}

function formatRejected(usable: number, limit: number, missing: boolean): string | undefined {
  if (missing) return 'Kolom NIK dan Nama tidak ditemukan. Impor lewat Peserta, lalu pilih dari daftar.'
  if (usable === 0) return 'Tidak ada baris yang dapat dipakai.'
  return usable > limit
    ? `Berkas ini ${usable} orang, di kelas masih muat ${limit}. Impor dulu, lalu pilih dari daftar.`
    : undefined
}
