import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type PaperSize, paperSizes } from '../../../shared/features/centre/centre.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { isAlwaysA4, type PaperKey, paperTitle } from '../../../shared/features/paper/paper-key.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { api } from '../../app/client.ts'
import { field } from '../../ui/field.tsx'
import { SwitchBar } from '../../ui/switch-bar.tsx'
import { FileDialog } from './file-dialog.tsx'
import styles from './paper-dialog.module.css'

export interface PaperDialogProps {
  cohort: Cohort
  first: PaperKey
  /** Day of the daily sheet; null for all days in one file. */
  firstDay: number | null
  /** Null for the size of the centre. */
  firstSize: PaperSize | null
  onClose: () => void
}

/** The three sheets of attendance stand beside each other: which of them is wanted shows best on the paper. */
const attendanceForms = [
  { key: 'attendance-15', label: 'Semua hari', detail: 'kolom demi kolom' },
  { key: 'attendance-day', label: 'Per hari', detail: 'selembar sehari' },
  { key: 'attendance-recap', label: 'Rekap', detail: 'jumlah tiap orang' },
] as const

/** A paper of a class as it will lie in the printer, drawn from what is stored now. */
export function PaperDialog({ cohort, first, firstDay, firstSize, onClose }: PaperDialogProps) {
  const [key, setKey] = useState(first)
  const [day, setDay] = useState(firstDay)
  const [chosenSize, setSize] = useState(firstSize)
  const centre = useQuery(api.centre.get.queryOptions({ input: {} }))
  const size = chosenSize ?? centre.data?.centre.paperSize ?? null
  const paper = useQuery({
    ...api.paper.make.queryOptions({
      input: { code: cohort.code, key, size, day: key === 'attendance-day' ? day : null },
    }),
    // Drawn once for each opening: printing it must not draw it again.
    staleTime: 'static',
    gcTime: 0,
    enabled: size !== null,
  })
  const isAttendance = attendanceForms.some(form => form.key === first)

  return (
    <FileDialog
      title={paperTitle(key)}
      facts={`${cohort.title} · ${cohort.code}`}
      query={{ data: paper.data?.file, error: paper.error, refetch: paper.refetch }}
      warnings={paper.data?.warnings ?? []}
      onClose={onClose}
      {...(isAttendance
        ? {
            choices: attendanceForms,
            choice: key,
            onChoice: (name: string) => setKey(attendanceForms.find(form => form.key === name)?.key ?? first),
          }
        : {})}
      {...(isAlwaysA4(key)
        ? {}
        : {
            side: (
              <div className={styles.side}>
                <div>
                  <p className={styles.label}>Kertas</p>
                  <SwitchBar
                    label="Kertas"
                    options={paperSizes.map(value => ({ value, label: value }))}
                    value={size}
                    onChange={setSize}
                  />
                </div>
                {key === 'attendance-day' && (
                  <Select
                    {...field({ label: 'Hari' })}
                    value={day === null ? 'all' : String(day)}
                    onChange={value => setDay(value === null || value === 'all' ? null : Number(value))}
                    data={[
                      { value: 'all', label: `Semua, ${cohort.days.length} lembar` },
                      ...cohort.days.map(one => ({
                        value: String(one.n),
                        label: `Hari ke-${one.n}, ${shortDay(one.date)}`,
                      })),
                    ]}
                  />
                )}
              </div>
            ),
          })}
    />
  )
}
