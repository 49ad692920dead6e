import { Select } from '@mantine/core'
import { useState } from 'react'
import type { SheetPlace } from '../../../shared/features/attendance/sheet-code.ts'
import type { ScanDetail } from '../../../shared/features/scan/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { field } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

const allDays = 'all'

/** Asks for class and day of a page without a readable code. */
export function ScanFiling({ scan, onFiled }: { scan: ScanDetail; onFiled: () => unknown }) {
  const cohorts = useRead(api.cohort.list, {})
  const [code, setCode] = useState<string | null>(scan.sheet?.code ?? null)
  const [day, setDay] = useState<string | null>(null)
  const file = useCommand(api.scan.file, { done: () => 'Hasil scan disimpan pada kelasnya.' })
  const cohort = cohorts.data?.find(one => one.code === code)
  const refused = !cohort ? 'Pilih kelasnya.' : day === null ? 'Pilih harinya.' : undefined

  async function save() {
    if (!cohort || day === null) return
    const place: SheetPlace = day === allDays ? { kind: 'all' } : { kind: 'day', n: Number(day) }
    if (await file.run({ id: scan.id, code: cohort.code, place })) onFiled()
  }
  const store = primaryAction('Ctrl S', 'Simpan kelas dan hari', save, { needs: 'attendance.change', refused })
  useActions([store])

  return (
    <Panel title="Lembar yang mana?">
      <div className={layout.tight}>
        <ErrorNote error={file.error} />
        <Select
          {...field({ label: 'Kelas', hint: 'Kode pada lembar tidak terbaca.' })}
          data={(cohorts.data ?? []).map(one => ({ value: one.code, label: `${one.title} · ${one.code}` }))}
          value={code}
          onChange={value => {
            setCode(value)
            setDay(null)
          }}
          searchable
          autoFocus
        />
        <Select
          {...field({ label: 'Hari' })}
          data={[
            ...(cohort?.days ?? []).map(({ n, date }) => ({
              value: String(n),
              label: `Hari ke-${n}, ${shortDay(date)}`,
            })),
            ...(cohort ? [{ value: allDays, label: 'Lembar semua hari' }] : []),
          ]}
          value={day}
          onChange={setDay}
          disabled={!cohort}
        />
        <ActionButton action={store} />
      </div>
    </Panel>
  )
}
