import { Select } from '@mantine/core'
import { useState } from 'react'
import { isAlwaysA4, isPersonPaper, isSheetOfDays, type PaperKey, paperTitle } from '../../../shared/facts/paper-key.ts'
import { type PaperSize, paperSizes } from '../../../shared/features/centre/centre.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { isCohortLetter } from '../../../shared/features/letter/letter-key.ts'
import { formatChanged } from '../../../shared/features/print/fact-group.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, readOnce, useRead } from '../../app/client.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { field } from '../../ui/form/field.tsx'
import { SwitchField } from '../../ui/form/switch-bar.tsx'
import layout from '../../ui/page/layout.module.css'
import { CohortLetterForm } from '../letter/cohort-letter-form.tsx'
import { OfficeCopy } from './office-copy.tsx'
import { PaperDateField } from './paper-date-field.tsx'
import { PersonSelect } from './person-select.tsx'
import { PrintFields } from './print-fields.tsx'
import { type PaperPrint, usePaperPrint } from './use-paper-print.ts'

interface PaperDialogProps {
  cohort: Cohort
  first: PaperKey
  /** Day of the daily sheet; null for all days in one file. */
  firstDay: number | null
  /** First day, if not all days are wanted in one file. */
  from?: number | null
  /** Null: the paper size of the centre. */
  firstSize: PaperSize | null
  onClose: () => void
}

/** The forms of attendance sheets, offered side by side, because the paper itself shows best which one is wanted. */
const attendanceForms = [
  { key: 'attendance-15', label: 'Semua hari', detail: 'kolom demi kolom' },
  { key: 'attendance-day', label: 'Per hari', detail: 'selembar sehari' },
  { key: 'attendance-session', label: 'Pagi dan siang', detail: 'dua tanda tangan sehari' },
  { key: 'attendance-week', label: 'Mingguan', detail: 'selembar seminggu' },
  { key: 'attendance-recap', label: 'Rekap', detail: 'jumlah tiap orang' },
] as const

/** Preview of a paper of a class, drawn from the stored data. */
export function PaperDialog({ cohort, first, firstDay, from = null, firstSize, onClose }: PaperDialogProps) {
  const [key, setKey] = useState(first)
  const [day, setDay] = useState(firstDay)
  const [chosenSize, setSize] = useState(firstSize)
  const [rest, setRest] = useState(from !== null)
  const [traineeId, setTraineeId] = useState<TraineeId | null>(null)
  const members = useRead(api.cohort.trainees, { code: cohort.code }, { enabled: isPersonPaper(first) })
  const centre = useRead(api.centre.get, {})
  const remembered = useRead(api.print.setting, { key })
  const size =
    chosenSize ?? (remembered.isPending ? null : (remembered.data?.size ?? centre.data?.centre.paperSize ?? null))
  const paper = useRead(
    api.paper.make,
    {
      code: cohort.code,
      key,
      // Issued papers keep their paper size unless another one is chosen.
      size: key === 'statement' ? chosenSize : size,
      ...daysOf(key, day, rest ? from : null),
      traineeId,
    },
    { ...readOnce, enabled: size !== null },
  )
  const print = usePaperPrint({
    code: cohort.code,
    key,
    title: paperTitle(key),
    day: daysOf(key, day, null).day,
    traineeId,
    size,
    drawnFrom: paper.data?.drawnFrom,
  })
  const { lastPrint } = paper.data ?? {}
  const isAttendance = attendanceForms.some(form => form.key === first)
  const savedAs = [
    isSheetOfDays(key) && day !== null
      ? `${key === 'attendance-day' ? 'Daftar hadir' : paperTitle(key)} hari ke-${day}`
      : paperTitle(key),
    cohort.title,
    members.data?.find(one => one.traineeId === traineeId)?.name,
  ]
    .filter(Boolean)
    .join(' – ')

  return (
    <FileDialog
      title={paperTitle(key)}
      facts={`${cohort.title} · ${cohort.code}`}
      savedAs={savedAs}
      query={{ data: paper.data?.file, error: paper.error, refetch: paper.refetch }}
      warnings={paper.data?.warnings ?? []}
      above={
        lastPrint &&
        lastPrint.changed.length > 0 && (
          <Note tone="warn" title={`Berubah sejak dicetak ${shortDay(dateOf(lastPrint.at))}:`}>
            {formatChanged(lastPrint.changed)}
          </Note>
        )
      }
      printing={{ run: print.run, error: print.error }}
      onOut={how => how === 'saved' && print.saved()}
      onPages={print.setPages}
      printLabel={print.sheets === null || print.pages === null ? 'Cetak' : `Cetak ${print.sheets} lembar`}
      refused={print.sheets === null ? 'Perbaiki dulu halaman yang dicetak.' : undefined}
      footNote={formatFoot(print, paperTitle(key))}
      onClose={onClose}
      {...(isAttendance
        ? {
            choices: attendanceForms,
            choice: key,
            onChoice: (name: string) => setKey(attendanceForms.find(form => form.key === name)?.key ?? first),
          }
        : {})}
      side={
        <div className={layout.stack}>
          {!isAlwaysA4(key) && (
            <SwitchField
              label="Kertas"
              options={paperSizes.map(value => ({ value, label: value }))}
              value={size}
              onChange={setSize}
            />
          )}
          {isPersonPaper(key) && (
            <PersonSelect
              people={(members.data ?? []).filter(one => one.left === null)}
              value={traineeId}
              onChange={setTraineeId}
            />
          )}
          {isCohortLetter(key) && <CohortLetterForm code={cohort.code} paper={key} onSaved={paper.refetch} />}
          {paper.data?.date && !isCohortLetter(key) && (
            <PaperDateField
              key={`${key} ${paper.data.date.value ?? ''}`}
              code={cohort.code}
              paper={key}
              date={paper.data.date}
              onSaved={paper.refetch}
            />
          )}
          {isSheetOfDays(key) && (
            <Select
              {...field({ label: key === 'attendance-week' ? 'Minggu yang memuat' : 'Hari' })}
              value={day === null ? (rest ? 'rest' : 'all') : String(day)}
              onChange={value => {
                setDay(value === null || value === 'all' || value === 'rest' ? null : Number(value))
                setRest(value === 'rest')
              }}
              data={[
                ...(from === null ? [] : [{ value: 'rest', label: `Hari ke-${from} s.d. ${cohort.days.length}` }]),
                {
                  value: 'all',
                  label: key === 'attendance-week' ? 'Semua minggu' : `Semua, ${cohort.days.length} lembar`,
                },
                ...cohort.days.map(one => ({
                  value: String(one.n),
                  label: `Hari ke-${one.n}, ${shortDay(one.date)}`,
                })),
              ]}
            />
          )}
          <PrintFields print={print} />
          <OfficeCopy
            code={cohort.code}
            paper={key}
            size={size}
            day={daysOf(key, day, null).day}
            traineeId={traineeId}
            savedAs={savedAs}
          />
        </div>
      }
    />
  )
}

function dateOf(at: string): PlainDate {
  return at.slice(0, 10) as PlainDate
}

/** '16 halaman × 2 rangkap · pengaturan diingat untuk Biodata Peserta' */
function formatFoot({ pages, copies, system }: PaperPrint, title: string): string {
  if (pages === null) return ''
  const sheets = copies > 1 ? `${pages} halaman × ${copies} rangkap` : `${pages} halaman`
  return system ? `${sheets} · pengaturan diingat untuk ${title}` : sheets
}

/** The days of daily sheets; nothing for papers about all days. */
function daysOf(key: PaperKey, day: number | null, from: number | null) {
  return isSheetOfDays(key) ? { day, from } : { day: null, from: null }
}
