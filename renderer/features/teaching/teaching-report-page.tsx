import { Flex, Select } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useState } from 'react'
import type { TeachingHours, TeachingReport } from '../../../shared/features/teaching/contract.ts'
import { isPlainDate, type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useRead, useToday } from '../../app/client.ts'
import { useFileCommand } from '../../app/file/use-file-command.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { excelAction } from '../../ui/action/excel-action.ts'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { field } from '../../ui/form/field.tsx'
import { CutList } from '../../ui/page/cut-list.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { ReportedLessons } from './reported-lessons.tsx'
import { teachingPath } from './teaching-switch.tsx'

type Search = { dari?: PlainDate; sampai?: PlainDate; kelas?: string }

export const teachingReportRoute = pageRoute(
  '/kehadiran/jam-mengajar',
  TeachingReportPage,
  (search: Record<string, unknown>): Search => ({
    ...(typeof search.dari === 'string' && isPlainDate(search.dari) ? { dari: search.dari } : {}),
    ...(typeof search.sampai === 'string' && isPlainDate(search.sampai) ? { sampai: search.sampai } : {}),
    ...(typeof search.kelas === 'string' ? { kelas: search.kelas } : {}),
  }),
)

const columns = [
  { head: 'Instruktur', cell: (row: TeachingHours) => row.name, names: true },
  { head: 'Hari', width: '5rem', align: 'end' as const, cell: (row: TeachingHours) => row.days },
  { head: 'Teori', width: '5rem', align: 'end' as const, cell: (row: TeachingHours) => row.theory },
  { head: 'Praktik', width: '5rem', align: 'end' as const, cell: (row: TeachingHours) => row.practice },
  {
    head: 'JP',
    width: '5rem',
    align: 'end' as const,
    cell: (row: TeachingHours) => <b>{row.hours}</b>,
    sort: (row: TeachingHours) => row.hours,
  },
]

/** Hours of the instructors in a period, for one class or all. */
function TeachingReportPage() {
  const today = useToday()
  const { dari, sampai, kelas } = teachingReportRoute.useSearch()
  const cohorts = useRead(api.cohort.list, {})
  const chosen = cohorts.data?.find(row => row.code === kelas)
  const [typed, setTyped] = useState<{ from?: PlainDate | null; until?: PlainDate | null; code?: string | null }>({})
  const [current, setCurrent] = useState<number | null>(null)
  const first = `${today.slice(0, 8)}01` as PlainDate
  const from = typed.from === undefined ? (dari ?? chosen?.start ?? first) : typed.from
  const until = typed.until === undefined ? (sampai ?? chosen?.end ?? today) : typed.until
  const code = typed.code === undefined ? (kelas ?? null) : typed.code
  const wrong = from !== null && until !== null && until < from ? 'Berakhir sebelum mulai.' : undefined
  const ready =
    from !== null && until !== null && wrong === undefined && (kelas === undefined || cohorts.data !== undefined)
  const input = { from: from ?? today, until: until ?? today, code }
  const report = useRead(api.teaching.report, input, { enabled: ready })
  const exporting = useFileCommand({
    call: async (period: typeof input) => (await api.teaching.exportReport.call(period)).file as File,
  })
  const rows = report.data?.rows ?? []
  const shown = rows.find(row => row.instructorId === current) ?? rows[0]

  return (
    <Page
      title="Jam mengajar"
      crumbs={[{ label: 'Kehadiran', path: '/kehadiran' }, { label: 'Jam mengajar' }]}
      fixed
      facts={report.data && `${rows.reduce((sum, row) => sum + row.hours, 0)} JP, ${rows.length} instruktur`}
      actions={
        <ActionButton
          action={excelAction(() => exporting.run(input), {
            refused: rows.length === 0 ? 'Belum ada jam yang ditutup dalam masa ini.' : undefined,
          })}
        />
      }
      side={shown && <ReportedLessons person={shown} />}
    >
      <Panel dense label="Masa dan kelas">
        <Flex wrap="wrap" align="flex-start" gap="0.875rem">
          <DateField label="Dari" value={from} autoFocus onChange={date => setTyped({ ...typed, from: date })} />
          <DateField
            label="Sampai"
            value={until}
            error={wrong}
            onChange={date => setTyped({ ...typed, until: date })}
          />
          <Select
            {...field({ label: 'Kelas' })}
            miw="14rem"
            maw="24rem"
            flex="1"
            searchable
            clearable
            placeholder="Semua kelas"
            value={code}
            data={(cohorts.data ?? []).map(row => ({
              value: row.code,
              label: `${row.title} ${row.year} · ${row.code}`,
            }))}
            onChange={value => setTyped({ ...typed, code: value })}
          />
        </Flex>
      </Panel>
      <ErrorNote error={exporting.error} />
      {report.data && report.data.open.length > 0 && <OpenDays open={report.data.open} />}
      <ListPanel
        name="Jam tiap instruktur"
        unit="instruktur"
        query={report}
        rows={rows}
        columns={columns}
        rowKey={row => row.instructorId}
        rowLabel={row => row.name}
        current={shown?.instructorId ?? null}
        onCurrent={row => setCurrent(row.instructorId)}
        empty={{
          icon: IconClock,
          title: 'Belum ada jam yang ditutup dalam masa ini.',
          children: 'Jam terhitung sesudah daftar hadir instruktur ditutup, di Kehadiran kelasnya.',
        }}
      />
    </Page>
  )
}

/** Held days that are not closed and therefore missing in the totals. */
function OpenDays({ open }: Pick<TeachingReport, 'open'>) {
  const classes = [...Map.groupBy(open, day => day.cohort).values()]
  return (
    <Note tone="warn" title={`${open.length} hari belum ditutup, jamnya belum terhitung.`}>
      <CutList
        most={6}
        between=" · "
        items={classes.map(days => (
          <span key={days[0]?.cohort}>
            <PathLink path={teachingPath(days[0]?.cohort ?? '')}>{days[0]?.title}</PathLink>: {formatSpan(days)}
          </span>
        ))}
      />
    </Note>
  )
}

function formatSpan(days: TeachingReport['open']): string {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  if (first === last) return `hari ke-${first.n} (${shortDay(first.date)})`
  return `${days.length} hari, ke-${first.n} s.d. ${last.n}`
}
