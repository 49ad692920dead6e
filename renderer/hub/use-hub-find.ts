import { IconBuilding, IconCalendar, IconLogout } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { foldName } from '../../shared/features/trainee/name/name.ts'
import type { FindHit, FindResult } from '../app/frame/find-result.ts'
import type { FinderTexts } from '../app/frame/finder.tsx'
import { api, client, useRead } from './hub-client.ts'
import { placesFor } from './hub-places.ts'
import { useChosen } from './hub-year.ts'
import { useSummary } from './use-summary.ts'

export const hubFinderTexts: FinderTexts = {
  label: 'Cari balai, kelas, halaman, atau tindakan',
  placeholder: 'Balai, kota, kelas, halaman',
  foot: 'urutan kata bebas',
}

/** Number of rows read. */
const shown = 8

/** Ctrl K of the Pusat: pages, centres, classes of the year and actions. Never people, because the hub has no names. */
export function useHubFind(query: string): FindResult {
  const router = useRouter()
  const queries = useQueryClient()
  const { chosen, choose } = useChosen()
  const role = useRead(api.session, {}).data?.staff?.role ?? 'viewer'
  const summary = useSummary().data
  const year = chosen.year ?? summary?.year
  const classes = useRead(
    api.classes,
    { year: year ?? 2000, centreId: null },
    { enabled: year !== undefined && query !== '', staleTime: 60_000 },
  )
  const go = (path: string) => router.history.push(path)
  const words = foldName(query).split(' ').filter(Boolean)
  const fits = ({ title, detail = '' }: { title: string; detail?: string }) => {
    const text = foldName(`${title} ${detail}`)
    return words.every(word => text.includes(word))
  }

  const pages: FindHit[] = placesFor(role).map(({ path, label, icon }) => ({
    key: path,
    kind: 'page',
    title: label,
    icon,
    run: () => go(path),
  }))
  const centres: FindHit[] = (summary?.centres ?? []).map(centre => ({
    key: centre.id,
    kind: 'centre',
    title: centre.name,
    detail: centre.city,
    icon: IconBuilding,
    opens: 'Buka kelasnya',
    run: () => {
      choose({ centreId: centre.id })
      go('/kelas')
    },
  }))
  const found: FindHit[] = (classes.data ?? []).map(row => ({
    key: `${row.centreId} ${row.class}`,
    kind: 'class',
    title: row.title,
    detail: `${row.class} · ${row.centre}`,
    icon: IconCalendar,
    opens: 'Buka di daftar kelas',
    run: () => {
      choose({ centreId: row.centreId })
      go('/kelas')
    },
  }))
  const actions: FindHit[] = [
    {
      key: 'leave',
      kind: 'action',
      title: 'Keluar',
      icon: IconLogout,
      opens: 'Keluar',
      run: () => void client.signOut().then(() => queries.invalidateQueries()),
    },
  ]
  const all = [pages, centres, query === '' ? [] : found, actions].map(hits => hits.filter(fits))
  const kinds = [
    { key: 'page', label: 'Halaman' },
    { key: 'centre', label: 'Balai' },
    { key: 'class', label: `Kelas ${year ?? ''}` },
    { key: 'action', label: 'Tindakan', actions: true },
  ].map((kind, index) => ({ ...kind, count: all[index]?.length ?? 0 }))
  const loading = query !== '' && classes.isLoading
  return { kinds, hits: all.flatMap(hits => hits.slice(0, shown)), loading, settled: !loading }
}
