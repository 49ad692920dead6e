import { IconCalendarDown, IconList, IconTimeline, IconUserCheck } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { worstStanding } from '../../../../shared/features/instructor/standing.ts'
import { api, useRead, useToday } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { ListPage } from '../../../app/list/list-page.tsx'
import { type ListSearch, readListSearch, useListFilter } from '../../../app/list/use-list-filter.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../../ui/action/action-button.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { InstructorDrawer } from '../instructor-drawer.tsx'
import { instructorColumns, instructorExport } from './instructor-columns.tsx'
import {
  compareInstructors,
  fitsFilter,
  fitsText,
  type InstructorFilter,
  instructorFilters,
  isInstructorFilter,
} from './instructor-filter.ts'
import { InstructorTimeline } from './instructor-timeline.tsx'

export const instructorListRoute = pageRoute(
  '/instruktur',
  InstructorListPage,
  (search: Record<string, unknown>): ListSearch<InstructorFilter> & { tampil?: 'tabel' } => ({
    ...readListSearch(search, isInstructorFilter),
    ...(search.tampil === 'tabel' ? { tampil: 'tabel' as const } : {}),
  }),
)

/** Who may teach and for how long; the certificate that ends first is on top. */
function InstructorListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: instructorListRoute.fullPath })
  const today = useToday()
  const { tampil, ...address } = instructorListRoute.useSearch()
  const asTable = tampil === 'tabel'
  const show = (search: ListSearch<InstructorFilter>, table = asTable) =>
    void navigate({ search: { ...search, ...(table ? { tampil: 'tabel' as const } : {}) }, replace: true })
  const { onShowAll, ...filter } = useListFilter(address, show)
  const [adding, setAdding] = useState(false)
  const instructors = useRead(api.instructor.list, {})
  const centre = useRead(api.centre.get, {})
  const calendar = useFileCommand(api.instructor.expiryCalendar)
  const add = primaryAction('Alt B', 'Instruktur baru', () => setAdding(true), { needs: 'instructor.change' })
  const turn: Action = { label: 'Garis waktu atau tabel', keys: 'Alt T', run: () => show(address, !asTable) }
  useActions([add, turn])

  const required = centre.data?.rules.requiredCredentialKinds ?? []
  const all = (instructors.data ?? []).map(person => ({
    ...person,
    standing: worstStanding(person.credentials, required, today),
  }))
  const people = all.filter(person => fitsText(person, filter.text)).toSorted(compareInstructors)
  const rows = people.filter(person => fitsFilter(person, filter.chip))
  const open = (id: number) => router.history.push(`/instruktur/${id}`)

  return (
    <ListPage
      title="Instruktur"
      facts={
        instructors.data && (
          <LinkAction size="small" path={asTable ? '/instruktur?tampil=tabel' : '/instruktur'}>
            {all.filter(person => fitsFilter(person, 'all')).length} orang
          </LinkAction>
        )
      }
      exported={() => instructorExport(rows)}
      error={calendar.error}
      actions={
        <>
          <SwitchBar
            label="Tampilan"
            value={tampil ?? 'garis'}
            onChange={view => show(address, view === 'tabel')}
            options={[
              { value: 'garis', label: 'Garis waktu', icon: IconTimeline },
              { value: 'tabel', label: 'Tabel', icon: IconList },
            ]}
          />
          <ActionButton icon={IconCalendarDown} onAction={() => calendar.run({})}>
            Berkas kalender
          </ActionButton>
        </>
      }
      primary={add}
      filter={{
        ...filter,
        placeholder: 'Nama, kejuruan, LSP, nomor',
        chips: instructorFilters.map(chip => ({
          ...chip,
          count: people.filter(person => fitsFilter(person, chip.value)).length,
        })),
      }}
      list={{
        name: 'Daftar instruktur',
        unit: 'instruktur',
        query: instructors,
        bars: 12,
        rows,
        columns: instructorColumns,
        rowKey: row => row.id,
        rowLabel: row => row.name,
        onOpen: row => open(row.id),
        view: rows.length > 0 && !asTable && <InstructorTimeline rows={rows} required={required} onOpen={open} />,
        empty: {
          icon: IconUserCheck,
          title: 'Belum ada instruktur.',
          children: 'Catat orangnya, lalu sertifikat BNSP yang dipegangnya.',
          actions: <ActionButton action={add} />,
        },
        unmatched: all.length > 0 && {
          title: 'Tidak ada instruktur yang cocok.',
          showAll: 'Tampilkan semua instruktur',
          onShowAll,
        },
      }}
    >
      {adding && <InstructorDrawer instructor={null} onSaved={open} onClose={() => setAdding(false)} />}
    </ListPage>
  )
}
