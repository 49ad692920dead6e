import { Box } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { type ClockKind, clockKinds, fridayBreaks } from '../../../../shared/features/cohort/day-clock.ts'
import type { Timetable } from '../../../../shared/features/timetable/contract.ts'
import { shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { isClockTime } from '../../../../shared/kernel/time.ts'
import { api, useRead } from '../../../app/client.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { FormModal } from '../../../ui/dialog/form-dialog.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { formatClock } from '../timetable-labels.ts'
import styles from './clock-dialog.module.css'
import { ClockFields } from './clock-fields.tsx'
import { ClockPreview } from './clock-preview.tsx'
import {
  type ClockReading,
  clockValues,
  type DayClockValues,
  fastingOffer,
  hoursOfKind,
  readClock,
} from './clock-values.ts'

interface ClockDialogProps {
  cohort: Cohort
  timetable: Timetable
  error: string | null
  /** The question when two people have changed the same values. */
  choice: ReactNode
  onSave: (clock: NonNullable<ClockReading['clock']>) => Promise<unknown>
  onClose: () => void
}

/** Start, length and breaks of the hours of an ordinary day, a Friday and a day of the fasting month. */
export function ClockDialog({ cohort, timetable, error, choice, onSave, onClose }: ClockDialogProps) {
  const [kind, setKind] = useState<ClockKind>('ordinary')
  const [values, setValues] = useState(() => clockValues(timetable.clock))
  const { days } = timetable
  const { clock, errors, refused } = readClock(values, days)
  const years = [...new Set([yearOf(cohort.start), yearOf(cohort.end)])]
  const first = useRead(api.calendar.year, { year: years[0] ?? 0 })
  const last = useRead(api.calendar.year, { year: years.at(-1) ?? 0 })
  const offer = fastingOffer([...(first.data?.days ?? []), ...(last.data?.days ?? [])], cohort)
  const { from, until } = values.fasting
  const day = values[kind]
  const setDay = (next: DayClockValues) => setValues({ ...values, [kind]: next })
  const waits = clock ? undefined : (refused ?? [...errors.values()][0] ?? 'Periksa isian yang merah.')
  const elsewhere = clockKinds.filter(one => one !== kind && [...errors.keys()].some(path => path.startsWith(one)))

  const save = async () => {
    if (clock) await onSave(clock)
  }

  return (
    <FormModal
      title="Jam kelas ini"
      onClose={onClose}
      size={880}
      action={{ label: 'Simpan jam', run: save, refused: waits }}
      error={error}
      // In the foot, which has room for it: a note would move the fields while one types.
      extra={
        <Box component="p" maw="32rem" c="var(--err)" fz="0.75rem" lh="1rem" role="alert">
          {refused}
        </Box>
      }
    >
      {choice}
      <SwitchBar
        label="Jenis hari"
        options={clockKinds.map(value => ({ value, label: formatClock[value] }))}
        value={kind}
        onChange={setKind}
      />
      <div className={styles.columns}>
        <div className={styles.fields}>
          {kind === 'ramadan' && (
            <div className={styles.fasting}>
              <DateField
                label="Puasa mulai"
                optional
                value={from}
                error={errors.get('fasting.from')}
                onChange={date => setValues({ ...values, fasting: { from: date, until } })}
              />
              <DateField
                label="Puasa sampai"
                optional
                value={until}
                error={errors.get('fasting.until')}
                onChange={date => setValues({ ...values, fasting: { from, until: date } })}
              />
              {offer && (offer.from !== from || offer.until !== until) && (
                <p className={styles.offer}>
                  Idul Fitri {shortDay(offer.feast, { year: true })}: puasa kira-kira {shortDay(offer.from)} s.d.{' '}
                  {shortDay(offer.until)}. Cocokkan dengan sidang isbat.{' '}
                  <LinkAction
                    size="small"
                    onAction={() => setValues({ ...values, fasting: { from: offer.from, until: offer.until } })}
                  >
                    Pakai
                  </LinkAction>
                </p>
              )}
            </div>
          )}
          <ClockFields key={kind} kind={kind} values={day} errors={errors} onChange={setDay} />
          {kind === 'friday' && isClockTime(day.startTime) && day.minutesPerHour !== null && (
            <LinkAction
              size="small"
              onAction={() =>
                setDay({
                  ...day,
                  breaks: fridayBreaks(day.startTime, day.minutesPerHour ?? 45).map((pause, key) => ({
                    ...pause,
                    key,
                  })),
                })
              }
            >
              Pakai satu jeda sampai salat Jumat selesai
            </LinkAction>
          )}
        </div>
        <ClockPreview kind={kind} values={day} hours={hoursOfKind(days, kind)} />
      </div>
      {elsewhere.length > 0 && (
        <Note tone="warn">Belum benar: {elsewhere.map(one => formatClock[one]).join(', ')}.</Note>
      )}
    </FormModal>
  )
}
