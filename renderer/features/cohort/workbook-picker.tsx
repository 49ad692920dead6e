import { Modal } from '@mantine/core'
import type { ImportRow } from '../../../shared/features/trainee/contract.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Note } from '../../ui/note.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { ImportTable } from '../trainee/import-table.tsx'
import { useWorkbook } from '../trainee/use-workbook.ts'
import { WorkbookDrop } from '../trainee/workbook-drop.tsx'
import type { ChosenTrainee } from './planner-values.ts'
import styles from './workbook-picker.module.css'

export interface WorkbookPickerProps {
  /** Most people that still fit into the class. */
  limit: number
  onDone: (chosen: ChosenTrainee[]) => void
  onClose: () => void
}

/** Takes the people of a workbook into the class: new ones are registered, known ones are recognised by their NIK. */
export function WorkbookPicker({ limit, onDone, onClose }: WorkbookPickerProps) {
  const { workbook, pending, error, take, drop } = useWorkbook()
  const importing = useCommand(api.trainee.importRows)
  const usable = workbook ? workbook.reading.rows.filter(isUsable) : []
  const refused = !workbook
    ? undefined
    : usable.length === 0
      ? 'Tidak ada baris yang dapat dipakai.'
      : usable.length > limit
        ? `Berkas ini ${usable.length} orang, di kelas masih muat ${limit}. Impor dulu, lalu pilih dari daftar.`
        : undefined

  async function run() {
    if (!workbook || refused !== undefined) return
    const imported = await importing.run({ fileName: workbook.fileName, rows: usable.map(row => row.draft) })
    if (!imported) return
    onDone(
      imported.output.all.flatMap((id, index) => {
        const name = usable[index]?.name
        return name === undefined ? [] : [{ id, name, village: null }]
      }),
    )
  }
  useKeys([{ keys: 'Ctrl Enter', label: 'pakai peserta berkas', run: () => void run() }], 'dialog')

  return (
    <Modal opened onClose={onClose} title="Ambil peserta dari berkas Excel" size="64rem">
      <div className={styles.dialog}>
        {importing.error !== null && (
          <Note tone="err" live>
            {importing.error}
          </Note>
        )}
        {workbook ? (
          <ImportTable reading={workbook.reading} />
        ) : (
          <WorkbookDrop onFile={take} pending={pending} error={error} />
        )}
        <div className={styles.acts}>
          {workbook && (
            <p className={styles.note}>
              {refused ?? `${workbook.fileName} · peserta baru didaftarkan, yang sudah ada dipakai tanpa diubah.`}
            </p>
          )}
          <ActButton keys="Esc" onAct={onClose}>
            Batal
          </ActButton>
          {workbook && <ActButton onAct={drop}>Berkas lain</ActButton>}
          {workbook && (
            <ActButton tone="primary" keys="Ctrl Enter" refused={refused} pending={importing.pending} onAct={run}>
              Pakai {usable.length} peserta
            </ActButton>
          )}
        </div>
      </div>
    </Modal>
  )
}

function isUsable(row: ImportRow): row is ImportRow & { draft: NonNullable<ImportRow['draft']> } {
  return (row.status === 'create' || row.status === 'match') && row.draft !== null
}
