import { useState } from 'react'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { type PlainDate, shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { reason } from '../../../../shared/kernel/schema.ts'
import { api, keepShown, useCommand, useRead } from '../../../app/client.ts'
import { domainErrorOf, errorMessage } from '../../../app/error-message.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import layout from '../../../ui/page/layout.module.css'
import styles from './move-dialog.module.css'

/** Moves a class that has not begun to another first day; shows its last day while typing. */
export function MoveDialog({ cohort, onMoved, onClose }: { cohort: Cohort; onMoved: () => void; onClose: () => void }) {
  const [start, setStart] = useState<PlainDate | null>(null)
  const { programId, week, jointLeave, hours, startTime, endTime } = cohort
  const plan = useRead(
    api.cohort.plan,
    start === null ? null : { programId, start, week, jointLeave, hours, startTime, endTime },
    keepShown,
  )
  const move = useCommand(api.cohort.move, {
    done: () => `${cohort.title} dipindah.`,
    undo: () =>
      api.cohort.move.call({
        code: cohort.code,
        start: cohort.start,
        reason: 'Pemindahan diurungkan sesaat sesudahnya',
      }),
  })
  const domainError = domainErrorOf(plan.error)
  const dayOff = domainError?.code === 'start_on_day_off' ? domainError : null
  const waits =
    start === null
      ? 'Isi tanggal mulai yang baru.'
      : start === cohort.start
        ? 'Tanggalnya sama dengan yang lama.'
        : null

  return (
    <ReasonDialog
      title={`Pindah ${cohort.title} ke tanggal lain`}
      schema={reason}
      action="Pindah kelas"
      refused={waits ?? (plan.error ? errorMessage(plan.error) : undefined)}
      error={move.error}
      onAction={async text => {
        if (start !== null && (await move.run({ code: cohort.code, start, reason: text }))) onMoved()
      }}
      onCancel={onClose}
      below={
        plan.data &&
        start !== null &&
        !plan.error && (
          <p className={styles.outcome} role="status">
            Selesai <b>{shortDay(plan.data.end, { year: true })}</b>,{' '}
            {plan.data.skipped.filter(day => day.kind !== 'weekend').length} hari dilewati.
            {yearOf(start) !== cohort.year && ` Kodenya tetap ${cohort.code}, walaupun kelas mulai ${yearOf(start)}.`}
          </p>
        )
      }
    >
      <div className={layout.tight}>
        <p>
          Sekarang {shortDay(cohort.start, { year: true })} s.d. {shortDay(cohort.end, { year: true })}. Pengajar, ruang
          dan peserta ikut pindah bila bebas pada hari-hari barunya.
        </p>
        <DateField
          label="Mulai"
          value={start}
          onChange={setStart}
          autoFocus
          error={plan.error && start !== null && !dayOff ? errorMessage(plan.error) : undefined}
          warningAction={
            dayOff
              ? { label: `Pakai ${shortDay(dayOff.next, { year: true })}`, onAction: () => setStart(dayOff.next) }
              : undefined
          }
          warning={dayOff ? `${shortDay(dayOff.date)} libur: ${dayOff.reason}.` : undefined}
        />
      </div>
    </ReasonDialog>
  )
}
