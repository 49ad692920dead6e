import { Box, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type AttendanceRow,
  type Correction,
  type MarkEntry,
  markEntry,
} from '../../../../shared/features/attendance/contract.ts'
import { type Mark, markLabel, marks } from '../../../../shared/features/attendance/mark.ts'
import { readTime, showTime } from '../../../../shared/kernel/time.ts'
import { api, QueryBoundary, useRead } from '../../../app/client.ts'
import { readFile, ScanDialog } from '../../../app/file/scan-dialog.tsx'
import { FormModal } from '../../../ui/dialog/form-dialog.tsx'
import { field, typing } from '../../../ui/form/field.tsx'
import layout from '../../../ui/page/layout.module.css'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { LetterField } from './letter-field.tsx'

interface MarkDialogProps {
  /** The present mark. */
  entry: MarkEntry
  /** The row of the person as it is stored. */
  row: AttendanceRow
  /** 'hari ke-9, Sen 30 Des' */
  day: string
  /** Starts in the field for the time of arrival, because T was typed. */
  late?: boolean
  onSave: (entry: MarkEntry) => unknown
  onClose: () => void
}

/** F2 on a cell: its mark, time of arrival, note and history. */
export function MarkDialog({ entry, row, day, late = false, onSave, onClose }: MarkDialogProps) {
  const [letter, setLetter] = useState<File | null>(null)
  const stored = row.cells[entry.n - 1] ?? null
  const [mark, setMark] = useState<Mark | null>(entry.mark)
  const [time, setTime] = useState(entry.arrivedAt ? showTime(entry.arrivedAt) : '')
  const [note, setNote] = useState(entry.note)
  const arrivedAt = time.trim() === '' ? null : readTime(time)
  const wrongTime = mark === 'T' && time.trim() !== '' && arrivedAt === null
  const readNote = markEntry.shape.note.safeParse(note)
  const leave = mark === 'S' || mark === 'I'
  const refused = wrongTime
    ? 'Jam datang belum terbaca.'
    : stored?.letter != null && !leave
      ? 'Hapus suratnya dulu: surat hanya untuk sakit dan izin.'
      : undefined

  function save() {
    if (refused !== undefined || !readNote.success) return
    return onSave({ ...entry, mark, arrivedAt: mark === 'T' ? arrivedAt : null, note: mark ? readNote.data : '' })
  }

  return (
    <FormModal
      title={`${row.name}, ${day}`}
      onClose={onClose}
      size={460}
      action={{ label: 'Simpan tanda', run: save, refused }}
    >
      <SegmentedControl
        value={mark ?? ''}
        onChange={value => setMark(marks.find(one => one === value) ?? null)}
        data={[...marks.map(one => ({ value: one, label: markLabel(one) })), { value: '', label: 'Kosong' }]}
        aria-label="Tanda"
      />
      {mark === 'T' && (
        <TextInput
          {...field({ label: 'Jam datang', optional: true })}
          placeholder="08.30"
          data-autofocus={late || undefined}
          {...typing(time, setTime)}
          error={wrongTime ? `“${time}” bukan jam. Tulis seperti 08.30.` : undefined}
        />
      )}
      <TextInput
        {...field({ label: 'Catatan', optional: true })}
        placeholder="surat dokter, keperluan keluarga"
        data-autofocus={!late || undefined}
        {...typing(note, setNote)}
        error={readNote.success ? undefined : readNote.error.issues[0]?.message}
      />
      {stored?.mark === 'S' || stored?.mark === 'I' ? (
        <LetterField row={row} n={entry.n} onOpen={setLetter} />
      ) : (
        leave && <p className={layout.detail}>Surat dokter dapat dilampirkan sesudah tanda ini disimpan.</p>
      )}
      <History enrolmentId={entry.enrolmentId} n={entry.n} />
      {letter && (
        <ScanDialog
          title={`Surat sakit atau izin · ${row.name}`}
          {...readFile(letter)}
          onClose={() => setLetter(null)}
        />
      )}
    </FormModal>
  )
}

function History({ enrolmentId, n }: Pick<MarkEntry, 'enrolmentId' | 'n'>) {
  const history = useRead(api.attendance.history, { enrolmentId, n })
  return (
    <section className={layout.history} aria-label="Riwayat tanda ini">
      <Box component="h3" mb="0.25rem" c="var(--ink)" fz="0.8125rem" fw={600}>
        Riwayat
      </Box>
      <QueryBoundary query={history} rows={2}>
        {corrections =>
          corrections.length === 0 ? (
            <p>Belum pernah diubah.</p>
          ) : (
            <ul>
              {corrections.map(correction => (
                <li key={`${correction.at} ${correction.after}`}>{formatCorrection(correction)}</li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </section>
  )
}

function formatCorrection({ at, operator, before, after, reason }: Correction): string {
  const change = `${before ? markLabel(before) : 'kosong'} menjadi ${after ? markLabel(after) : 'kosong'}`
  return `${formatMoment(at)}, ${operator}: ${change}${reason ? `. ${reason}` : ''}`
}
