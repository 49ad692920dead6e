import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FundingSource } from '../../../../shared/features/activity/funding-source.ts'
import { type FigureKey, officialReports } from '../../../../shared/features/report/official.ts'
import { type Period, periodName } from '../../../../shared/features/report/period.ts'
import { type OfficerId, officerId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead, useToday } from '../../../app/client.ts'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, typing } from '../../../ui/form/field.tsx'

interface SettleDrawerProps {
  request: { key: FigureKey; period: Period; fundingSource: FundingSource | null }
  onSettled: (id: number) => void
  onClose: () => void
}

/** Number, date and signatory; freezes the report as it is now. Mount only while open. */
export function SettleDrawer({ request, onSettled, onClose }: SettleDrawerProps) {
  const today = useToday()
  const [number, setNumber] = useState('')
  const [date, setDate] = useState<PlainDate | null>(today)
  const [chosen, setChosen] = useState<OfficerId | null>(null)
  const form = useRead(api.report.settleForm, { date: date ?? today })
  const settle = useCommand(api.report.settle, { done: () => `${officialReports[request.key].title} ditetapkan.` })
  const officers = form.data?.officers ?? []
  const signatory = chosen ?? officers.find(one => one.valid)?.id ?? null

  async function submit() {
    if (date === null || signatory === null) return
    const saved = await settle.run({ ...request, number, settledOn: date, officerId: signatory })
    if (saved) onSettled(saved.output.id)
  }
  return (
    <FormDrawer
      title="Tetapkan laporan"
      onClose={onClose}
      action={{
        label: 'Tetapkan laporan',
        hint: 'tetapkan',
        run: submit,
        pending: settle.pending,
        refused:
          number.trim() === ''
            ? 'Isi nomornya.'
            : date === null
              ? 'Isi tanggalnya.'
              : signatory === null
                ? 'Belum ada penanda tangan.'
                : undefined,
      }}
      error={settle.error}
    >
      <p>
        {officialReports[request.key].title}, {periodName(request.period)}. Angkanya tetap seperti hari ini; perubahan
        data sesudahnya ditunjukkan sebagai selisih.
      </p>
      <TextInput
        {...field({ label: 'Nomor', hint: 'Nomor surat pengantar atau laporan.' })}
        data-autofocus
        {...typing(number, setNumber)}
      />
      <DateField label="Tanggal" past value={date} onChange={setDate} />
      <Select
        {...field({ label: 'Penanda tangan' })}
        data={officers.map(({ id, words, valid }) => ({
          value: String(id),
          label: valid ? words : `${words} (tidak menjabat)`,
        }))}
        value={signatory === null ? null : String(signatory)}
        onChange={value => setChosen(value === null ? null : officerId.parse(Number(value)))}
      />
    </FormDrawer>
  )
}
