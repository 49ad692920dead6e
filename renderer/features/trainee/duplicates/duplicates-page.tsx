import { IconUsers } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type DuplicateView, duplicateViews } from '../../../../shared/features/duplicate/contract.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import { api, keepShown, useRead } from '../../../app/client.ts'
import { ListPanel } from '../../../app/list/list-panel.tsx'
import { pageRoute } from '../../../app/root-route.tsx'
import { backAction, useActions } from '../../../ui/action/action.ts'
import { Page } from '../../../ui/page/page.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { traineeCrumbs } from '../trainee-search.ts'
import { decidedColumn, pairColumns } from './duplicate-columns.tsx'
import { MergedList } from './merged-list.tsx'

type View = DuplicateView | 'merged'
const views: readonly View[] = [...duplicateViews, 'merged']
const viewLabels: Record<View, string> = {
  likely: 'Mungkin sama',
  near: 'Hanya NIK mirip',
  different: 'Bukan orang yang sama',
  merged: 'Sudah digabung',
}
/** Most pairs that are read, likeliest first; nobody reads more. */
const most = 1000

export const duplicatesRoute = pageRoute(
  '/peserta/ganda',
  DuplicatesPage,
  ({ lihat }: Record<string, unknown>): { lihat?: View } => {
    const view = views.find(one => one === lihat)
    return view === undefined || view === 'likely' ? {} : { lihat: view }
  },
)

/** Possible duplicates, likeliest first, and what was decided about others. */
function DuplicatesPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: duplicatesRoute.fullPath })
  const { lihat: view = 'likely' } = duplicatesRoute.useSearch()
  const [text, setText] = useState('')
  const counts = useRead(api.duplicate.counts, {})
  useActions([backAction(() => router.history.push('/peserta'), 'Kembali ke peserta')])
  const words = foldName(text)
  const fits = (...names: string[]) => names.some(name => foldName(name).includes(words))

  return (
    <Page
      fixed
      title="Data ganda"
      crumbs={[...traineeCrumbs, { label: 'Data ganda' }]}
      facts={counts.data && `${counts.data.likely.toLocaleString('id-ID')} pasang perlu diperiksa`}
    >
      <FilterBar
        placeholder="Nama"
        text={text}
        onText={setText}
        autoFocus
        chips={views.map(value => ({
          value,
          label: viewLabels[value],
          ...(counts.data ? { count: counts.data[value] } : {}),
        }))}
        chip={view}
        onChip={next => navigate({ search: next === 'likely' ? {} : { lihat: next }, replace: true })}
      />
      {view === 'merged' ? <MergedList fits={fits} /> : <PairList key={view} view={view} fits={fits} />}
    </Page>
  )
}

function PairList({ view, fits }: { view: DuplicateView; fits: (...names: string[]) => boolean }) {
  const router = useRouter()
  const pairs = useRead(api.duplicate.list, { view, limit: most, offset: 0 }, keepShown)
  const all = pairs.data ?? []
  return (
    <ListPanel
      name={viewLabels[view]}
      label={`${viewLabels[view]}, ${all.length} pasang`}
      query={pairs}
      bars={12}
      rows={all.filter(row => fits(row.first.name, row.second.name))}
      columns={view === 'different' ? [...pairColumns, decidedColumn] : pairColumns}
      rowKey={row => `${row.first.id} ${row.second.id}`}
      rowLabel={row => `${row.first.name} dan ${row.second.name}`}
      onOpen={({ first, second }) => router.history.push(`/peserta/ganda/${first.id}/${second.id}`)}
      rowHeight={2.875}
      empty={{
        icon: IconUsers,
        title: 'Tidak ada pasangan di sini.',
        children: 'Pasangan muncul sendiri saat NIK hampir sama, atau nama dan tanggal lahirnya sama.',
      }}
    />
  )
}
