import { Box } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { DayOffChange, DayOffChangeInput } from '../../../shared/features/replan/day-off-change.ts'
import { fullDate, isPlainDate, type PlainDate, shortDay, yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead, useToday } from '../../app/client.ts'
import { domainErrorOf } from '../../app/error-message.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { UnsavedGuard } from '../../app/unsaved-guard.tsx'
import { cancelAction, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { LateHolidayFields } from './late-holiday-fields.tsx'
import { type DoneChange, LateHolidayReceipt } from './late-holiday-receipt.tsx'
import { Consequences } from './replan-consequences.tsx'
import { formatBlocking, type LateHolidayScope, usedAnswers, useLateHoliday } from './use-late-holiday.ts'

interface LateHolidaySearch {
  /** Date to start with. */
  tanggal?: PlainDate
  /** 'cabut' withdraws a day off. */
  tindakan?: 'cabut'
  /** Code of the only class concerned. */
  kelas?: string
}

export const lateHolidayRoute = pageRoute(
  '/kalender/libur-susulan',
  LateHolidayPage,
  ({ tanggal, tindakan, kelas }: Record<string, unknown>): LateHolidaySearch => ({
    ...(isPlainDate(tanggal) ? { tanggal } : {}),
    ...(tindakan === 'cabut' ? { tindakan } : {}),
    ...(typeof kelas === 'string' ? { kelas } : {}),
  }),
)

/** A late or withdrawn day off: shows its effect on the classes, then applies everything at once. */
function LateHolidayPage() {
  const today = useToday()
  const { tanggal, tindakan, kelas } = lateHolidayRoute.useSearch()
  const scope: LateHolidayScope = { action: tindakan === 'cabut' ? 'withdraw' : 'add', cohort: kelas ?? null }
  const holiday = useLateHoliday(scope, tanggal ?? null)
  const { change, reading, query } = holiday
  const navigate = useNavigate()
  const { history } = useRouter()
  const [done, setDone] = useState<(DoneChange & { address: string }) | null>(null)
  const address = [tanggal, tindakan, kelas].join()
  const classes = useRead(api.cohort.list, {})
  const adding = scope.action === 'add'
  const apply = useCommand(api.replan.apply, {
    done: ({ cohorts }) => (cohorts.length === 0 ? 'Kalender disimpan.' : `Jadwal ${cohorts.length} kelas bergeser.`),
    // Replaced instructors are not restored by undo, and a day that was in the calendar before must stay there.
    ...(holiday.answers.length === 0 && !(adding && reading?.known)
      ? { undo: (_, input) => api.replan.apply.call(reverse(input, reading?.known ?? null)) }
      : {}),
  })

  function setScope(next: Partial<LateHolidayScope>) {
    const { action, cohort } = { ...scope, ...next }
    void navigate({
      to: '/kalender/libur-susulan',
      search: {
        ...(holiday.values.date ? { tanggal: holiday.values.date } : {}),
        ...(action === 'withdraw' ? { tindakan: 'cabut' as const } : {}),
        ...(cohort === null ? {} : { kelas: cohort }),
      },
      replace: true,
    })
  }
  const body = useRef<HTMLDivElement>(null)
  const action = useRef<HTMLDivElement>(null)
  const answered = useRef(false)
  useEffect(() => {
    // An answer removes its field: focus the next one, or the final button.
    if (!answered.current || query.isFetching || reading === undefined) return
    answered.current = false
    focusNext()
  })
  /** Focuses the first unanswered problem, or the final button if there is none. */
  function focusNext() {
    const open = body.current?.querySelector<HTMLElement>('[data-replan-answer]')
    const next = open ?? action.current?.querySelector('button')
    next?.focus()
  }
  const refused = formatRejected()
  function formatRejected(): string | undefined {
    if (!change) return 'Tulis tanggal liburnya dulu.'
    if (!reading || query.error) return 'Perubahannya belum terbaca.'
    if (reading.refused) return domainErrorMessage(reading.refused)
    return formatBlocking(reading) ?? undefined
  }
  async function run() {
    if (!change || !reading || refused !== undefined) return
    const result = await apply.run({ ...change, answers: usedAnswers(change, reading) })
    if (!result) return
    setDone({ address, change, affected: reading.affected.filter(row => result.output.cohorts.includes(row.cohort)) })
    holiday.clear()
  }
  const applyAll = primaryAction('Ctrl Enter', formatAct(adding, reading?.affected.length ?? 0), run, {
    hint: 'terapkan',
    refused,
    pending: apply.pending,
  })
  const cancel = cancelAction(() => history.push(`/kalender/${yearOf(holiday.values.date ?? today)}`))
  useActions([{ ...applyAll, also: 'Ctrl S' }, cancel])
  if (done?.address === address) return <LateHolidayReceipt done={done} onAgain={() => setDone(null)} />

  const blocked = reading ? formatBlocking(reading) : null
  const missing = !adding && domainErrorOf(query.error)?.code === 'not_found'
  return (
    <Page
      title="Libur mendadak"
      crumbs={[{ label: 'Kalender', path: '/kalender' }, { label: 'Libur mendadak' }]}
      facts={`${fullDate(today).replace(',', '')} · belum ada yang diubah`}
      actions={
        <SwitchBar
          label="Tindakan"
          value={scope.action}
          onChange={action => setScope({ action })}
          options={[
            { value: 'add', label: 'Libur baru' },
            { value: 'withdraw', label: 'Libur dicabut' },
          ]}
        />
      }
      bar={
        <StickyBar
          tone={blocked ? 'err' : 'plain'}
          note={blocked ?? (apply.error === null ? 'Kehadiran yang sudah tercatat tidak disentuh.' : apply.error)}
        >
          <ActionButton action={cancel} keyCap={false} />
          <div ref={action}>
            <ActionButton action={applyAll} />
          </div>
        </StickyBar>
      }
    >
      <UnsavedGuard dirty={holiday.typed} words="Libur yang sedang ditulis belum diterapkan." />
      <LateHolidayFields
        holiday={holiday}
        scope={scope}
        known={reading && !query.error ? reading.known : null}
        onScope={setScope}
        onLast={focusNext}
      />
      {missing && change && (
        <Note tone="warn" live>
          {shortDay(change.day.date, { year: true })} bukan hari libur di kalender{scope.cohort ? ' kelas ini' : ''}.
        </Note>
      )}
      {!change && (
        <Panel>
          <EmptyState title={adding ? 'Tulis tanggal liburnya' : 'Tulis tanggal libur yang dicabut'}>
            {(classes.data ?? []).some(row => row.status === 'running' || row.status === 'planned')
              ? 'Kelas yang berlatih pada hari itu tampil di sini, sebelum dan sesudah.'
              : 'Tidak ada kelas yang sedang atau akan berjalan.'}
          </EmptyState>
        </Panel>
      )}
      {change && !missing && (
        <Box ref={body} display="contents">
          <Consequences
            holiday={holiday}
            change={change}
            today={today}
            onAnswered={() => {
              answered.current = true
            }}
          />
        </Box>
      )}
    </Page>
  )
}

function formatAct(adding: boolean, classes: number): string {
  if (classes > 0) return `Terapkan ke ${classes} kelas`
  return adding ? 'Simpan liburnya saja' : 'Cabut liburnya saja'
}

/** Reverses the change, with the name and kind that the calendar had. */
function reverse(
  change: DayOffChangeInput,
  known: { kind: DayOffChange['day']['kind']; name: string } | null,
): DayOffChangeInput {
  return {
    ...change,
    action: change.action === 'add' ? 'withdraw' : 'add',
    day: { ...change.day, ...(change.action === 'withdraw' && known ? { kind: known.kind, name: known.name } : {}) },
    answers: [],
  }
}
