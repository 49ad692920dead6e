import { SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type PaperSize, paperSizes } from '../../../shared/features/centre/centre.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { isAlwaysA4, type PaperKey, paperTitle } from '../../../shared/features/paper/paper-key.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { api } from '../../app/client.ts'
import { errorWords } from '../../app/error-words.ts'
import { usePaperOutput } from '../../app/save-paper.ts'
import { field } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { type PaperChoice, PaperPreview } from '../../ui/paper-preview.tsx'
import styles from './paper-dialog.module.css'

export interface PaperDialogProps {
  cohort: Cohort
  first: PaperKey
  /** Day of the daily sheet; null for all days in one file. */
  firstDay: number | null
  /** Size of the paper; null for that of the centre. */
  firstSize?: PaperSize | null
  onClose: () => void
}

const attendanceForms: readonly (PaperChoice & { key: PaperKey })[] = [
  { key: 'attendance-15', label: '15 hari', detail: 'satu lembar' },
  { key: 'attendance-day', label: 'Per hari', detail: 'selembar sehari' },
  { key: 'attendance-recap', label: 'Rekap', detail: 'jumlah tiap orang' },
]

/** A paper of a class as it will lie in the printer, drawn from what is stored now. */
export function PaperDialog({ cohort, first, firstDay, firstSize = null, onClose }: PaperDialogProps) {
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
  const output = usePaperOutput()
  const choices = attendanceForms.some(form => form.key === first) ? attendanceForms : undefined
  const outputError = output.print.error ?? output.save.error

  async function print(file: File) {
    const done = await output.print.run({ title: paperTitle(key), pdf: file })
    if (done?.output.printed) onClose()
  }

  return (
    <PaperPreview
      opened
      onClose={onClose}
      title={paperTitle(key)}
      facts={`${cohort.title} · ${cohort.code}`}
      pdf={paper.data?.file ?? null}
      {...(paper.error ? { error: errorWords(paper.error), onRetry: () => paper.refetch() } : {})}
      {...(choices ? { choices, choice: key, onChoice: (name: string) => setKey(keyOf(name)) } : {})}
      notice={<Notice warnings={paper.data?.warnings ?? []} error={outputError} />}
      side={
        isAlwaysA4(key) ? undefined : (
          <div className={styles.side}>
            <div>
              <p className={styles.label} id="paper-size">
                Kertas
              </p>
              <SegmentedControl
                fullWidth
                value={size ?? 'A4'}
                onChange={value => setSize(paperSizes.find(one => one === value) ?? null)}
                data={[...paperSizes]}
                aria-labelledby="paper-size"
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
        )
      }
      {...(paper.data
        ? {
            onPrint: () => print(paper.data.file),
            onSave: () => output.save.run({ name: paper.data.file.name, file: paper.data.file }),
          }
        : {})}
    />
  )
}

function Notice({ warnings, error }: { warnings: readonly string[]; error: string | null }) {
  return (
    <>
      {error !== null && (
        <Note tone="err" live>
          {error}
        </Note>
      )}
      {warnings.length > 0 && (
        <Note tone="warn" title="Periksa:">
          {warnings.join(' · ')}
        </Note>
      )}
    </>
  )
}

function keyOf(name: string): PaperKey {
  return attendanceForms.find(form => form.key === name)?.key ?? 'attendance-15'
}
