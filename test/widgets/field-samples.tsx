import { useState } from 'react'
import { type Action, useActions } from '../../renderer/ui/action/action.ts'
import { ActionButton } from '../../renderer/ui/action/action-button.tsx'
import { DateField } from '../../renderer/ui/form/date-field.tsx'
import { ExceptionLine } from '../../renderer/ui/form/exception-line.tsx'
import { type LensGroup, NikLens } from '../../renderer/ui/form/nik-lens.tsx'
import { TodayContext } from '../../renderer/ui/form/today.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { Sample } from './sample.tsx'

export function FieldSamples() {
  return (
    <>
      <ActionButtons />
      <DateFields />
      <NikLenses />
      <ExceptionLines />
    </>
  )
}

function ActionButtons() {
  const [runs, setRuns] = useState(0)
  const [tries, setTries] = useState(0)
  const count = () => setRuns(runs + 1)
  const save: Action = { label: 'Simpan', keys: 'Ctrl S', tone: 'primary', run: count }
  const rejected: Action = {
    label: 'Terbitkan',
    run: count,
    refused: 'Nilai dua peserta belum lengkap.',
    onRefused: () => setTries(tries + 1),
  }
  useActions([save])
  return (
    <Sample name="ActionButton" lastEvent={`dijalankan ${runs}, ditolak ${tries}`}>
      <ActionButton action={save} />
      <ActionButton action={rejected} />
      <ActionButton action={{ label: 'Mengirim', run: count, pending: true }} />
      <ActionButton action={{ label: 'Hapus 3 peserta', run: count, tone: 'danger' }} />
      <ActionButton action={{ label: 'Lewati', run: count, tone: 'quiet' }} size="xs" />
    </Sample>
  )
}

function DateFields() {
  const [date, setDate] = useState<PlainDate | null>(null)
  return (
    <Sample name="DateField" lastEvent={date ?? 'kosong'}>
      <TodayContext value="2024-12-16">
        <DateField label="Mulai" value={date} onChange={setDate} />
        <DateField label="Lahir" value="1990-05-12" past onChange={() => {}} />
        <DateField label="Salah" value={null} error="Tanggal belum diisi." onChange={() => {}} />
        <DateField label="Terkunci" value="2025-01-08" disabled onChange={() => {}} />
      </TodayContext>
    </Sample>
  )
}

const groups: readonly LensGroup[] = [
  { what: 'provinsi', length: 2, name: 'Banten' },
  { what: 'kota', length: 2 },
  { what: 'kecamatan', length: 2 },
  { what: 'lahir', length: 6, tone: 'warn', detail: 'tidak sama dengan tanggal lahir' },
  { what: 'nomor urut', length: 4 },
]

function NikLenses() {
  const [digits, setDigits] = useState('')
  return (
    <Sample name="NikLens" lastEvent={digits} wide>
      <NikLens label="NIK" value={digits} groups={groups} onChange={setDigits} />
      <NikLens
        label="NIK yang terlalu panjang"
        value="36710552059000012"
        groups={groups}
        error="NIK 17 angka"
        onChange={() => {}}
      />
    </Sample>
  )
}

function ExceptionLines() {
  const [text, setText] = useState('')
  const [sent, setSent] = useState('')
  const problem = text.includes('17') ? 'Nomor 17 tidak ada, kelas ini 16 orang.' : undefined
  return (
    <Sample name="ExceptionLine" lastEvent={`disimpan “${sent}”`} wide>
      <ExceptionLine
        label="Kehadiran hari ke-9"
        value={text}
        onChange={setText}
        onSubmit={() => setSent(text)}
        problem={problem}
        reading={text === '' ? undefined : `dibaca: ${text}`}
      />
      <ExceptionLine label="Menyimpan" value="3s" onChange={() => {}} onSubmit={() => {}} pending layout="beside" />
    </Sample>
  )
}
