import { IconCalendarDown, IconFileSpreadsheet, IconList, IconTimeline, IconUserCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { redDays } from '../../../../shared/features/instructor/credential.ts'
import { worstStanding } from '../../../../shared/features/instructor/standing.ts'
import { api } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { useTableExport } from '../../../app/file/use-table-export.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { rootRoute } from '../../../app/root-route.tsx'
import { useToday } from '../../../app/session.tsx'
import { useAddressText } from '../../../app/use-address-text.ts'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { InstructorDrawer } from '../instructor-drawer.tsx'
import { instructorColumns, instructorExport } from './instructor-columns.tsx'
import {
  compareInstructors,
  fitsFilter,
  fitsText,
  type InstructorFilter,
  instructorFilters,
  isInstructorFilter,
  type StandingRow,
} from './instructor-filter.ts'
import { InstructorTimeline } from './instructor-timeline.tsx'

export const instructorListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/instruktur',
  validateSearch: (
    search: Record<string, unknown>,
  ): { cari?: string; keadaan?: InstructorFilter; tampil?: 'tabel' } => ({
    ...(search.cari === undefined || search.cari === '' ? {} : { cari: String(search.cari) }),
    ...(isInstructorFilter(search.keadaan) ? { keadaan: search.keadaan } : {}),
    ...(search.tampil === 'tabel' ? { tampil: 'tabel' as const } : {}),
  }),
  component: InstructorListPage,
})

/** Who may teach and for how long, the person whose certificate ends first on top. */
function InstructorListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: instructorListRoute.fullPath })
  const today = useToday()
  const { cari = '', keadaan = 'all', tampil } = instructorListRoute.useSearch()
  const show = (text: string, filter: InstructorFilter, asTable = tampil === 'tabel') =>
    navigate({
      search: {
        ...(text === '' ? {} : { cari: text }),
        ...(filter === 'all' ? {} : { keadaan: filter }),
        ...(asTable ? { tampil: 'tabel' as const } : {}),
      },
      replace: true,
    })
  const [text, setText] = useAddressText(cari, next => show(next, keadaan))
  const [adding, setAdding] = useState(false)
  const instructors = useQuery(api.instructor.list.queryOptions({ input: {} }))
  const centre = useQuery(api.centre.get.queryOptions({ input: {} }))
  const exporting = useTableExport()
  const calendar = useFileCommand(api.instructor.expiryCalendar)
  const add: Action = { label: 'Instruktur baru', keys: 'Alt B', tone: 'primary', run: () => setAdding(true) }
  const turn: Action = {
    label: 'Garis waktu atau tabel',
    keys: 'Alt T',
    run: () => show(text, keadaan, tampil !== 'tabel'),
  }
  useActions([add, turn])

  const required = centre.data?.rules.requiredCredentialKinds ?? []
  const all = (instructors.data ?? []).map(person => ({
    ...person,
    standing: worstStanding(person.credentials, required, today),
  }))
  const people = all.filter(person => fitsText(person, text)).toSorted(compareInstructors)
  const rows = people.filter(person => fitsFilter(person, keadaan))
  const active = instructors.data?.filter(person => person.active).length

  return (
    <Page
      fixed
      title="Instruktur"
      facts={active !== undefined && [`${active} orang`, formatEnding(all)].filter(Boolean).join(' · ')}
      actions={
        <>
          <SwitchBar
            label="Tampilan"
            value={tampil ?? 'garis'}
            onChange={view => void show(text, keadaan, view === 'tabel')}
            options={[
              { value: 'garis', label: 'Garis waktu', icon: IconTimeline },
              { value: 'tabel', label: 'Tabel', icon: IconList },
            ]}
          />
          <ActionButton icon={IconCalendarDown} onAction={() => calendar.run({})}>
            Berkas kalender
          </ActionButton>
          <ActionButton icon={IconFileSpreadsheet} onAction={() => exporting.run(instructorExport(rows))}>
            Ekspor ke Excel
          </ActionButton>
          <ActionButton action={add} />
        </>
      }
    >
      <FilterBar
        placeholder="Nama, kejuruan, LSP, nomor"
        text={text}
        onText={setText}
        autoFocus
        chips={instructorFilters.map(({ value, label }) => ({
          value,
          label,
          count: people.filter(person => fitsFilter(person, value)).length,
        }))}
        chip={keadaan}
        onChip={value => show(text, value)}
      />
      <ErrorNote error={exporting.error ?? calendar.error} />
      <Panel flush fill label="Daftar instruktur">
        <QueryBoundary query={instructors} rows={12}>
          {listed => {
            const none =
              listed.length === 0 ? (
                <EmptyState icon={IconUserCheck} title="Belum ada instruktur." actions={<ActionButton action={add} />}>
                  Catat orangnya, lalu sertifikat BNSP yang dipegangnya.
                </EmptyState>
              ) : (
                <EmptyState title="Tidak ada instruktur yang cocok.">
                  <LinkAction
                    onAction={() => {
                      setText('')
                      void show('', 'all')
                    }}
                  >
                    Tampilkan semua instruktur
                  </LinkAction>
                </EmptyState>
              )
            if (rows.length > 0 && tampil !== 'tabel')
              return (
                <InstructorTimeline
                  rows={rows}
                  required={required}
                  onOpen={id => router.history.push(`/instruktur/${id}`)}
                />
              )
            return (
              <DataTable
                label={`${rows.length} instruktur`}
                rows={rows}
                columns={instructorColumns}
                rowKey={row => row.id}
                rowLabel={row => row.name}
                onOpen={row => router.history.push(`/instruktur/${row.id}`)}
                empty={none}
              />
            )
          }}
        </QueryBoundary>
      </Panel>
      {adding && (
        <InstructorDrawer
          instructor={null}
          onSaved={id => router.history.push(`/instruktur/${id}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}

/** Of those who still teach: what the dashboard shows in red. */
function formatEnding(people: readonly StandingRow[]): string {
  const inState = (state: string) => people.filter(({ active, standing }) => active && standing?.state === state).length
  const [ended, red] = [inState('expired'), inState('red')]
  return [
    ended > 0 && `${ended} sertifikat sudah berakhir`,
    red > 0 && `${red} sertifikat berakhir dalam ${redDays} hari`,
  ]
    .filter(Boolean)
    .join(' · ')
}
