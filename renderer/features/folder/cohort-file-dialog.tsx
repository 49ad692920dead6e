import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { ScanPlace } from '../../../shared/features/folder/contract.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useKeys } from '../../ui/action/use-keys.ts'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { Note } from '../../ui/feedback/note.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import styles from './cohort-papers.module.css'

interface CohortFileDialogProps {
  /** Papers that go into the file, and those that still wait for their signature. */
  papers: number
  unsigned: number
  first: ScanPlace
  onMake: (place: ScanPlace) => unknown
  onClose: () => void
}

/** What is asked before all papers become one file. */
export function CohortFileDialog({ papers, unsigned, first, onMake, onClose }: CohortFileDialogProps) {
  useReturnFocus()
  const [place, setPlace] = useState(first)
  useKeys([{ keys: 'Ctrl Enter', label: 'buat satu PDF', whileTyping: true, run: () => onMake(place) }], 'dialog')
  return (
    <Modal opened onClose={onClose} title="Buat satu PDF" size={520}>
      <div className={styles.form}>
        <p>
          {papers} berkas dengan daftar isi, penanda, dan nomor halaman. Berkas yang tidak dipakai dan yang belum terbit
          tidak ikut.
        </p>
        {unsigned > 0 && <Note tone="info">{unsigned} berkas belum ada pindaian bertanda tangannya.</Note>}
        <div>
          <p className={styles.label}>Pindaian bertanda tangan</p>
          <SwitchBar
            label="Pindaian bertanda tangan"
            options={[
              { value: 'INSTEAD', label: 'Menggantikan lembar kosong' },
              { value: 'AFTER', label: 'Sesudah lembar kosong' },
            ]}
            value={place}
            onChange={setPlace}
          />
        </div>
        <div className={styles.formActions}>
          <ActionButton onAction={onClose} keys="Esc">
            Batal
          </ActionButton>
          <ActionButton tone="primary" keys="Ctrl Enter" autoFocus onAction={() => onMake(place)}>
            Buat satu PDF
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}
