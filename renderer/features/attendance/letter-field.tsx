import { Checkbox } from '@mantine/core'
import { IconFileText, IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { AttendanceRow } from '../../../shared/features/attendance/contract.ts'
import { mostFileMegabytes } from '../../../shared/features/trainee/trainee-file.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { daySpanWords, leaveAround } from './letter-days.ts'
import styles from './letter-field.module.css'

export interface LetterFieldProps {
  row: AttendanceRow
  n: number
  /** Shows the letter, once opening it is written down. */
  onOpen: (file: File) => void
}

/** The letter beside S or I, as a file; one letter may speak for the whole leave. */
export function LetterField({ row, n, onOpen }: LetterFieldProps) {
  const around = leaveAround(row, n)
  const letter = row.cells[n - 1]?.letter ?? null
  const [all, setAll] = useState(true)
  const add = useCommand(api.attendance.addLetter, { done: () => 'Surat disimpan.' })
  const remove = useCommand(api.attendance.removeLetter, { done: () => 'Surat dihapus.' })
  const open = useCommand(api.attendance.openLetter)
  const error = add.error ?? remove.error ?? open.error
  const covered = row.cells.flatMap((cell, index) => (cell && cell.letter === letter ? [index + 1] : []))

  function begin() {
    for (const act of [add, remove, open]) act.clear()
  }

  return (
    <section className={styles.letter} aria-label="Surat sakit atau izin">
      {letter === null ? (
        <>
          <FileDrop
            label="Surat sakit atau izin"
            accept=".pdf,.jpg,.jpeg,.png"
            icon={IconFileUpload}
            pending={add.pending}
            compact
            onFile={file => {
              begin()
              void add.run({ enrolmentId: row.enrolmentId, days: all ? around : [n], file })
            }}
          >
            Surat dokter atau izin: jatuhkan PDF, JPEG atau PNG, paling besar {mostFileMegabytes} MB.
          </FileDrop>
          {around.length > 1 && (
            <Checkbox
              size="xs"
              label={`Berlaku untuk ${daySpanWords(around)}`}
              checked={all}
              onChange={event => setAll(event.currentTarget.checked)}
            />
          )}
        </>
      ) : (
        <p className={styles.present}>
          <IconFileText size={16} aria-hidden />
          <span>Surat untuk {daySpanWords(covered)}.</span>
          <LinkAct
            size="small"
            onAct={async () => {
              begin()
              const opened = await open.run({ fileId: letter })
              if (opened) onOpen(opened.output.file)
            }}
          >
            Buka (dicatat)
          </LinkAct>
          <LinkAct
            size="small"
            onAct={() => {
              begin()
              void remove.run({ fileId: letter })
            }}
          >
            Hapus surat
          </LinkAct>
        </p>
      )}
      {error !== null && (
        <Note tone="err" live>
          {error}
        </Note>
      )}
    </section>
  )
}
