import { useState } from 'react'
import type { ScanPlace } from '../../../shared/features/folder/contract.ts'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { SwitchField } from '../../ui/form/switch-bar.tsx'

interface CohortFileDialogProps {
  /** Number of papers in the file, and of those without signature. */
  papers: number
  unsigned: number
  first: ScanPlace
  onMake: (place: ScanPlace) => unknown
  onClose: () => void
}

/** Options before all papers are joined in one file. */
export function CohortFileDialog({ papers, unsigned, first, onMake, onClose }: CohortFileDialogProps) {
  const [place, setPlace] = useState(first)
  return (
    <FormModal
      title="Buat satu PDF"
      size={520}
      onClose={onClose}
      autoFocus
      action={{ label: 'Buat satu PDF', keys: 'Ctrl Enter', run: () => onMake(place) }}
    >
      <p>
        {papers} berkas dengan daftar isi, penanda, dan nomor halaman. Berkas yang tidak dipakai dan yang belum terbit
        tidak ikut.
      </p>
      {unsigned > 0 && <Note tone="info">{unsigned} berkas belum ada hasil scan bertanda tangannya.</Note>}
      <SwitchField
        label="Hasil scan bertanda tangan"
        options={[
          { value: 'INSTEAD', label: 'Menggantikan lembar kosong' },
          { value: 'AFTER', label: 'Sesudah lembar kosong' },
        ]}
        value={place}
        onChange={setPlace}
      />
    </FormModal>
  )
}
