import { IconFileSpreadsheet, IconUserCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { worstStanding } from '../../../shared/features/instructor/standing.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useToday } from '../../app/session.tsx'
import { useAddressText } from '../../app/use-address-text.ts'
import { useTableExport } from '../../app/use-table-export.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { instructorColumns, instructorExport } from './instructor-columns.tsx'
import { InstructorDrawer } from './instructor-drawer.tsx'
import {
  compareInstructors,
  fitsFilter,
  fitsText,
  type InstructorFilter,
  instructorFilters,
  isInstructorFilter,
} from './instructor-filter.ts'

export const instructorListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/instruktur',
  validateSearch: (search: Record<string, unknown>): { cari?: string; keadaan?: InstructorFilter } => ({
    ...(search.cari === undefined || search.cari === '' ? {} : { cari: String(search.cari) }),
    ...(isInstructorFilter(search.keadaan) ? { keadaan: search.keadaan } : {}),
  }),
  component: InstructorListPage,
})

/** Who may teach and for how long, the person whose certificate ends first on top. */
function InstructorListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: instructorListRoute.fullPath })
  const today = useToday()
  const { cari = '', keadaan = 'all' } = instructorListRoute.useSearch()
  const show = (text: string, filter: InstructorFilter) =>
    navigate({
      search: { ...(text === '' ? {} : { cari: text }), ...(filter === 'all' ? {} : { keadaan: filter }) },
      replace: true,
    })
  const [text, setText] = useAddressText(cari, next => show(next, keadaan))
  const [adding, setAdding] = useState(false)
  const instructors = useQuery(api.instructor.list.queryOptions({ input: {} }))
  const centre = useQuery(api.centre.get.queryOptions({ input: {} }))
  const exporting = useTableExport()
  const add = () => setAdding(true)
  useKeys([{ keys: 'Alt B', label: 'instruktur baru', run: add }])

  const required = centre.data?.rules.requiredCredentialKinds ?? []
  const people = (instructors.data ?? [])
    .map(person => ({ ...person, standing: worstStanding(person.credentials, required, today) }))
    .filter(person => fitsText(person, text))
    .toSorted(compareInstructors)
  const rows = people.filter(person => fitsFilter(person, keadaan))
  const active = instructors.data?.filter(person => person.active).length

  return (
    <Page
      fixed
      title="Instruktur"
      facts={active !== undefined && `${active} orang`}
      actions={
        <>
          <ActButton icon={IconFileSpreadsheet} onAct={() => exporting.run(instructorExport(rows))}>
            Ekspor ke Excel
          </ActButton>
          <ActButton tone="primary" keys="Alt B" onAct={add}>
            Instruktur baru
          </ActButton>
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
      {exporting.error !== null && (
        <Note tone="err" live>
          {exporting.error}
        </Note>
      )}
      <Panel flush fill label="Daftar instruktur">
        <Reading query={instructors} rows={12}>
          {all => (
            <DataTable
              label={`${rows.length} instruktur`}
              rows={rows}
              columns={instructorColumns}
              rowKey={row => row.id}
              rowLabel={row => row.name}
              onOpen={row => router.history.push(`/instruktur/${row.id}`)}
              empty={
                all.length === 0 ? (
                  <EmptyState
                    icon={IconUserCheck}
                    title="Belum ada instruktur."
                    acts={
                      <ActButton tone="primary" onAct={add}>
                        Instruktur baru
                      </ActButton>
                    }
                  >
                    Catat orangnya, lalu sertifikat BNSP yang dipegangnya.
                  </EmptyState>
                ) : (
                  <EmptyState title="Tidak ada instruktur yang cocok.">
                    <LinkAct
                      onAct={() => {
                        setText('')
                        void show('', 'all')
                      }}
                    >
                      Tampilkan semua instruktur
                    </LinkAct>
                  </EmptyState>
                )
              }
            />
          )}
        </Reading>
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
