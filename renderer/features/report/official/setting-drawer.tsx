import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  countedByLabels,
  passBaseLabels,
  type ReportSetting,
  reportSetting,
} from '../../../../shared/features/report/report-setting.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../../app/client.ts'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { field, typing } from '../../../ui/form/field.tsx'

/** How reports count, and when they are due. Mount only while open. */
export function SettingDrawer({ onClose }: { onClose: () => void }) {
  const reading = useRead(api.report.setting, {})
  return <QueryBoundary query={reading}>{setting => <Form setting={setting} onClose={onClose} />}</QueryBoundary>
}

function Form({ setting, onClose }: { setting: ReportSetting; onClose: () => void }) {
  const [draft, setDraft] = useState(setting)
  const [days, setDays] = useState(setting.incentiveDays.join(', '))
  const save = useCommand(api.report.saveSetting, {
    done: () => 'Aturan laporan disimpan.',
    undo: () => api.report.saveSetting.call({ setting }),
  })
  const read = reportSetting.safeParse({
    ...draft,
    incentiveDays: days
      .split(',')
      .map(day => day.trim())
      .filter(Boolean),
  })
  const change = (part: Partial<ReportSetting>) => setDraft({ ...draft, ...part })

  async function submit() {
    if (read.success && (await save.run({ setting: read.data }))) onClose()
  }
  return (
    <FormDrawer
      title="Aturan laporan"
      onClose={onClose}
      action={{
        label: 'Simpan aturan',
        hint: 'simpan',
        run: submit,
        pending: save.pending,
        refused: read.success ? undefined : read.error.issues[0]?.message,
      }}
      error={save.error}
    >
      <Select
        {...field({ label: 'Angkatan dihitung menurut', hint: 'Tertulis pada tiap laporan.' })}
        data-autofocus
        data={Object.entries(countedByLabels).map(([value, label]) => ({ value, label }))}
        value={draft.countedBy}
        onChange={value => change({ countedBy: (value ?? 'panel') as ReportSetting['countedBy'] })}
      />
      <Select
        {...field({ label: 'Tingkat kelulusan dibagi' })}
        data={Object.entries(passBaseLabels).map(([value, label]) => ({ value, label }))}
        value={draft.passBase}
        onChange={value => change({ passBase: (value ?? 'decree') as ReportSetting['passBase'] })}
      />
      <NumberInput
        {...field({ label: 'Laporan bulanan, tanggal bulan berikutnya' })}
        min={1}
        max={28}
        value={draft.monthlyDay}
        onChange={value => change({ monthlyDay: Number(value) })}
      />
      <TextInput
        {...field({ label: 'Laporan tahunan, bulan-tanggal tahun berikutnya' })}
        {...typing(draft.yearlyDay, yearlyDay => change({ yearlyDay }))}
      />
      <TextInput
        {...field({ label: 'Realisasi DIF, bulan-tanggal', hint: 'Pisahkan dengan koma: 06-30, 10-31.' })}
        {...typing(days, setDays)}
      />
      <NumberInput
        {...field({ label: 'Laporan kelas, hari sesudah sidang' })}
        min={1}
        max={90}
        value={draft.classDays}
        onChange={value => change({ classDays: Number(value) })}
      />
    </FormDrawer>
  )
}
