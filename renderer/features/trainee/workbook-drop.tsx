import { IconFileSpreadsheet } from '@tabler/icons-react'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Note } from '../../ui/note.tsx'
import styles from './import.module.css'

export interface WorkbookDropProps {
  onFile: (file: File) => unknown
  pending: boolean
  error: string | null
}

/** Where a workbook of people is dropped or chosen, and why the last one could not be read. */
export function WorkbookDrop({ onFile, pending, error }: WorkbookDropProps) {
  return (
    <div className={styles.drop}>
      {error !== null && (
        <Note tone="err" live>
          {error}
        </Note>
      )}
      <FileDrop
        label="Berkas Excel"
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        icon={IconFileSpreadsheet}
        pending={pending}
        onFile={onFile}
      >
        {pending ? 'Sedang membaca…' : 'Jatuhkan berkas Excel (.xlsx) di sini, atau tekan untuk memilih.'}
        <br />
        Paling besar 10 MB, 20.000 baris. Kolom NIK dan Nama harus ada; NIK berformat Teks.
      </FileDrop>
    </div>
  )
}
