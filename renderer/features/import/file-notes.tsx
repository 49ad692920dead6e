import { isPlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import type { Action } from '../../ui/action/action.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { count } from './import-labels.ts'
import type { ImportFile } from './use-import.ts'

interface FileNotesProps {
  reading: ImportFile['reading']
  /** The column of remarks that is left out. */
  remarks: ImportFile['reading']['columns'][number] | undefined
  keepRemarks: Action
}

/** What is wrong or special about the whole file, above its rows. */
export function FileNotes({ reading: { spoilt, suspect, earlier }, remarks, keepRemarks }: FileNotesProps) {
  return (
    <>
      {spoilt && (
        <Note tone="err" title={`Kolom NIK rusak: ${count(spoilt.damaged)} dari ${count(spoilt.total)}.`}>
          Excel menyimpan NIK sebagai angka dan membuang akhirnya. Minta berkas ulang dengan kolom NIK berformat Teks;
          baris yang rusak ada di bawah “Ditolak”.
        </Note>
      )}
      {suspect && (
        <Note tone="warn" title={`${count(suspect.endInZero)} dari ${count(suspect.total)} NIK berakhir 0.`}>
          Kolomnya mungkin pernah menjadi angka di Excel. Cocokkan beberapa dengan KTP sebelum mengimpor.
        </Note>
      )}
      {earlier && (
        <Note tone="info">
          Berkas ini sudah diimpor {formatDay(earlier.at)} oleh {earlier.operator}.{' '}
          <PathLink path={`/peserta/impor/${earlier.id}`}>Buka tanda terimanya</PathLink>
        </Note>
      )}
      {remarks && (
        <Note tone="info" title={`Kolom “${remarks.title}” tidak ikut masuk.`}>
          Isinya, seperti “{remarks.samples[0]}”, dapat disimpan sebagai catatan pada orangnya.{' '}
          <LinkAction action={keepRemarks} />
        </Note>
      )}
    </>
  )
}

export function formatDay(at: string): string {
  const date = at.slice(0, 10)
  return isPlainDate(date) ? shortDay(date) : date
}
