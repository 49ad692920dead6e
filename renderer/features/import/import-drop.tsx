import { IconFileSpreadsheet } from '@tabler/icons-react'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import layout from '../../ui/page/layout.module.css'
import { ImportProgressBar } from './import-progress-bar.tsx'
import type { ImportProgress } from './use-import.ts'

interface ImportDropProps {
  onFile: (file: File) => unknown
  onCancel: () => unknown
  pending: boolean
  progress: ImportProgress | null
  error: string | null
}

/** Where a list is dropped or chosen, with progress and the error of the last one. */
export function ImportDrop({ onFile, onCancel, pending, progress, error }: ImportDropProps) {
  return (
    <div className={layout.stack}>
      <ErrorNote error={error} />
      <FileDrop
        label="Berkas Excel atau CSV"
        accept=".xlsx,.xlsm,.csv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
        icon={IconFileSpreadsheet}
        pending={pending}
        onFile={onFile}
      >
        Jatuhkan berkas Excel atau CSV di sini, paling besar 10 MB, 20.000 baris.
        <br />
        Atau tekan untuk memilih. Belum ada yang ditulis sebelum Impor.
      </FileDrop>
      {pending && <ImportProgressBar progress={progress} onCancel={onCancel} />}
    </div>
  )
}
