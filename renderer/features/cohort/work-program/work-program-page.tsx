import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { NearestWay } from '../../../../shared/features/cohort/program-request.ts'
import { monthOf, type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, useRead, useToday } from '../../../app/client.ts'
import { errorMessage } from '../../../app/error-message.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { useKeptDraft } from '../../../app/use-kept-draft.ts'
import { type Action, cancelAction, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons, LinkAction } from '../../../ui/action/action-button.tsx'
import { ErrorPanel } from '../../../ui/feedback/error-panel.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { OfferedDraft } from '../../../ui/form/offered-draft.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { ProposalRails } from './proposal-rails.tsx'
import { useWorkProgram, withWay } from './use-work-program.ts'
import { classesIn, WantedGrid } from './wanted-grid.tsx'
import { emptyRows, filledRows, rowsOfActivities, type WantedRow } from './wanted-rows.ts'
import { WorkProgramChoiceFields, type WorkProgramChoices, workProgramChoices } from './work-program-choices.tsx'

export const workProgramRoute = pageRoute('/angkatan/usulan', WorkProgramPage)

const row = z.object({
  key: z.number(),
  label: z.string(),
  program: z.string(),
  count: z.string(),
  trainees: z.string(),
  first: z.string(),
  last: z.string(),
  activity: z.string(),
})
const kept = z.object({ choices: workProgramChoices, rows: z.array(row) })

/** Yearly plan: requested classes as a list, then proposed days, rooms and instructors for all. */
function WorkProgramPage() {
  const router = useRouter()
  const today = useToday()
  const [choices, setChoices] = useState(() => usualChoices(today))
  const [rows, setRows] = useState<readonly WantedRow[]>(emptyRows)
  const programs = useRead(api.program.list, {})
  const knownYear = choices.year >= 2000 && choices.year <= 2100
  const activities = useRead(api.activity.list, knownYear ? { year: choices.year } : null)
  const context = {
    year: choices.year,
    today,
    programs: programs.data ?? [],
    activities: activities.data?.rows ?? [],
  }
  const program = useWorkProgram(today, context.programs, context.activities)
  const { reading, accepted } = program
  const draft = useKeptDraft('work-program', kept, { choices, rows }, filledRows(rows).length > 0)
  const waiting = reading ? reading.placed.map((_, index) => index).filter(index => !accepted.has(index)) : []
  const wanted = classesIn(rows)
  const total = reading ? reading.unplaced.reduce((sum, line) => sum + line.count, reading.placed.length) : wanted
  const withoutCohort = context.activities.filter(one => one.cohorts === 0).length
  const grid = useRef<HTMLDivElement>(null)
  const shown = reading !== null
  const ready = programs.data !== undefined
  useEffect(() => {
    if (!shown && ready) grid.current?.querySelector<HTMLElement>('[data-cell="0:0"]')?.focus()
  }, [shown, ready])

  async function propose() {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
    await program.propose(choices, rows)
  }
  async function acceptAll() {
    if (waiting.length > 0) await accept(waiting)
  }
  async function accept(indexes: readonly number[]) {
    const remaining = await program.accept(indexes, rows)
    if (!remaining) return
    setRows(remaining)
    if (filledRows(remaining).length === 0) draft.forget()
  }
  function take(line: number, way: NearestWay) {
    const next = withWay(choices, rows, program.rowOf(line), way)
    setChoices(next.choices)
    setRows(next.rows)
    void program.propose(next.choices, next.rows)
  }
  const { pending } = program
  const back: Action = reading
    ? { label: 'Ubah daftar', needs: 'cohort.change', keys: 'Esc', run: program.drop }
    : { ...cancelAction(() => router.history.push('/angkatan')), hint: 'kembali' }
  const arrange = primaryAction('Ctrl Enter', 'Susun usul', propose, {
    pending,
    refused: wanted === 0 ? 'Isi dulu program dan jumlah angkatan.' : undefined,
  })
  const takeAll = primaryAction(
    'Ctrl S',
    waiting.length === 0 ? 'Terima angkatan' : `Terima ${waiting.length} angkatan`,
    acceptAll,
    {
      hint: 'terima semua',
      pending,
      refused: reading ? formatRejected(reading.placed.length, waiting.length) : undefined,
    },
  )
  useActions([arrange, takeAll, back])

  return (
    <Page
      fixed
      title="Usul program kerja"
      crumbs={[{ label: 'Angkatan', path: '/angkatan' }, { label: 'Usul program kerja' }]}
      facts={`tahun anggaran ${choices.year}`}
      actions={<ActionButtons actions={[back, reading ? takeAll : arrange]} />}
    >
      {!reading && (
        <OfferedDraft
          draft={draft}
          onTake={typed => {
            setChoices(typed.choices)
            setRows(typed.rows)
          }}
        />
      )}
      {program.problems.length > 0 && (
        <Note tone="err" live title={reading ? 'Belum disimpan.' : 'Belum dapat disusun.'}>
          {program.problems.join(' · ')}
        </Note>
      )}
      {programs.error && <ErrorPanel onRetry={() => programs.refetch()}>{errorMessage(programs.error)}</ErrorPanel>}
      {reading ? (
        <>
          <ResultLine facts={reading.unplaced.length === 0 ? 'tanpa bentrok' : formatProven(reading.proven)}>
            {reading.unplaced.length === 0
              ? `Semua ${reading.placed.length} angkatan mendapat tempat`
              : `${reading.placed.length} dari ${total} angkatan mendapat tempat`}
          </ResultLine>
          <Panel flush fill label="Usul">
            <ProposalRails
              reading={reading}
              accepted={accepted}
              today={today}
              onAccept={index => accept([index])}
              onWay={take}
            />
          </Panel>
        </>
      ) : (
        <>
          <WorkProgramChoiceFields choices={choices} onChoices={setChoices} />
          <Panel
            title="Angkatan yang diminta"
            facts={wanted === 0 ? undefined : `${wanted} angkatan`}
            extra={
              withoutCohort > 0 ? (
                <LinkAction onAction={() => setRows(rowsOfActivities(context))}>
                  Ambil {withoutCohort} kegiatan {choices.year} yang belum punya kelas
                </LinkAction>
              ) : (
                'Ketik nama kejuruan atau program; jumlah, peserta, dan jendela waktu terisi sendiri.'
              )
            }
            flush
            fill
          >
            <div ref={grid} style={{ display: 'contents' }}>
              <WantedGrid rows={rows} context={context} onRows={setRows} />
            </div>
          </Panel>
        </>
      )}
    </Page>
  )
}

/** The budget year to plan: from October on the next one. */
function usualChoices(today: PlainDate): WorkProgramChoices {
  return {
    year: monthOf(today) >= 10 ? yearOf(today) + 1 : yearOf(today),
    week: 5,
    jointLeave: 'off',
    hours: 8,
    startTime: '08:00',
    endTime: '15:15',
    withinBudgetYear: true,
  }
}

function formatRejected(placed: number, waiting: number): string | undefined {
  if (placed === 0) return 'Tidak ada angkatan yang mendapat tempat.'
  return waiting === 0 ? 'Semua sudah disimpan.' : undefined
}

function formatProven(proven: boolean): string {
  return proven ? 'tidak ada susunan yang memuat lebih banyak' : 'susunan terbaik yang ditemukan dalam waktu yang ada'
}
