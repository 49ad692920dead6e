import { Checkbox, Flex } from '@mantine/core'
import { IconFileText, IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { AttendanceRow } from '../../../../shared/features/attendance/contract.ts'
import { mostFileMegabytes } from '../../../../shared/features/trainee/trainee-file.ts'
import { api, useCommand } from '../../../app/client.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { ticking } from '../../../ui/form/field.tsx'
import { FileDrop } from '../../../ui/form/file-drop.tsx'
import { formatDaySpan, leaveAround } from './letter-days.ts'

interface LetterFieldProps {
  row: AttendanceRow
  n: number
  /** Shows the letter after the access has been recorded. */
  onOpen: (file: File) => void
}

/** The letter for S or I as a file; one letter may cover the whole leave. */
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
    for (const action of [add, remove, open]) action.clear()
  }

  return (
    <Flex component="section" direction="column" gap="0.5rem" aria-label="Surat sakit atau izin">
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
            <Checkbox size="xs" label={`Berlaku untuk ${formatDaySpan(around)}`} {...ticking(all, setAll)} />
          )}
        </>
      ) : (
        <Flex component="p" wrap="wrap" align="center" gap="0.25rem 0.625rem" fz="0.8125rem" lh="1.125rem">
          <IconFileText size={16} aria-hidden />
          <span>Surat untuk {formatDaySpan(covered)}.</span>
          <LinkAction
            size="small"
            onAction={async () => {
              begin()
              const opened = await open.run({ fileId: letter })
              if (opened) onOpen(opened.output.file)
            }}
          >
            Buka (dicatat)
          </LinkAction>
          <LinkAction
            size="small"
            onAction={() => {
              begin()
              void remove.run({ fileId: letter })
            }}
          >
            Hapus surat
          </LinkAction>
        </Flex>
      )}
      <ErrorNote error={error} />
    </Flex>
  )
}
