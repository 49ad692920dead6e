import type { PlanReading } from '../../../../shared/features/cohort/contract.ts'
import { type TradeCode, tradeName } from '../../../../shared/features/program/trades.ts'
import { capital } from '../../../../shared/kernel/capital.ts'
import { addDays, type PlainDate, shortDate, shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../../shared/kernel/time.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { formatDays } from './lane-bars.ts'

interface PlannerWarningsProps {
  plan: PlanReading
  trade: TradeCode | null
  onStart: (start: PlainDate) => void
  /** End time of the plan, and how to change it. */
  endTime: string
  onEndTime: (time: string) => void
}

/** Warnings to look at before saving; they do not prevent it. */
export function PlannerWarnings({ plan, trade, onStart, endTime, onEndTime }: PlannerWarningsProps) {
  return (
    <>
      {trade !== null && plan.instructors.every(lane => lane.problems.length > 0) && (
        <Note
          tone="warn"
          title={`Tidak ada instruktur yang sah untuk ${tradeName(trade)} pada hari-hari ini.`}
          actions={
            <LinkAction needs="instructor.change" path="/instruktur">
              Catat sertifikat
            </LinkAction>
          }
        >
          Mulai lebih awal, atau simpan rencana dan pilih instruktur nanti.
        </Note>
      )}
      {plan.warnings.includes('crosses_budget_year') && <BudgetYearNote plan={plan} onStart={onStart} />}
      {plan.hoursEnd > endTime && (
        <Note
          tone="warn"
          title="Jam kelas tidak cukup untuk JP sehari."
          actions={<LinkAction onAction={() => onEndTime(plan.hoursEnd)}>Selesai {showTime(plan.hoursEnd)}</LinkAction>}
        >
          {plan.days[0]?.hours} JP dengan istirahat baru selesai pukul {showTime(plan.hoursEnd)}, sedangkan kelas
          selesai pukul {showTime(endTime)}.
        </Note>
      )}
      {plan.warnings.includes('lone_day') && (
        <Note tone="warn" title="Ada hari sendirian di antara hari libur.">
          {formatLoneDay(plan)}
        </Note>
      )}
    </>
  )
}

/** Years without a table of days off: until it is filled, the plan cannot be saved. */
export function MissingCalendars({ years }: { years: readonly number[] }) {
  return years.map(year => (
    <Note
      key={year}
      tone="err"
      title={`Kalender ${year} belum ada.`}
      actions={
        <LinkAction needs="cohort.change" path={`/kalender/${year}`}>
          Isi kalender
        </LinkAction>
      }
      live
    >
      Tanpa hari libur tahun itu tanggalnya belum pasti, jadi rencana belum dapat disimpan.
    </Note>
  ))
}

function BudgetYearNote({ plan, onStart }: Pick<PlannerWarningsProps, 'plan' | 'onStart'>) {
  const first = yearOf(plan.start)
  const later = plan.days.filter(day => yearOf(day.date) !== first)
  const from = later[0]
  const to = later.at(-1)
  const latest = plan.latestStartInYear
  if (!from || !to) return null
  return (
    <Note
      tone="warn"
      title="Kelas melewati tahun anggaran."
      actions={latest && <LinkAction onAction={() => onStart(latest)}>Mulai {shortDay(latest)}</LinkAction>}
    >
      {capital(formatDays(from.n, to.n))} ({shortDate(from.date)} – {shortDate(to.date)}) jatuh di TA{' '}
      {yearOf(from.date)}.
      {latest && (
        <>
          {' '}
          Mulai paling lambat <strong>{shortDay(latest, { year: true })}</strong> agar selesai di TA {first}.
        </>
      )}
    </Note>
  )
}

/** Names the days off inside the class. Those before its start and after its end are not in the plan. */
function formatLoneDay({ days, skipped }: PlanReading): string {
  const off = new Set(skipped.map(day => day.date))
  const lone = days.filter(({ date }) => off.has(addDays(date, -1)) && off.has(addDays(date, 1)))
  if (lone.length === 0) return 'Hari pertama atau terakhir berdiri sendiri; peserta datang hanya untuk satu hari.'
  const names = lone.map(day => `hari ke-${day.n} (${shortDay(day.date)})`).join(', ')
  return `${capital(names)}: peserta datang hanya untuk satu hari.`
}
