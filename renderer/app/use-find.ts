import { IconCertificate, IconSettings, IconUser, IconUserCheck, IconUsersGroup, type TablerIcon } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { SearchHit } from '../../shared/features/home/contract.ts'
import { highlightParts } from '../ui/highlight-parts.ts'
import { acts } from './acts.ts'
import { api } from './client.ts'
import type { FindHit, FindResult } from './find-result.ts'
import { placeGroups, settingsPath } from './places.ts'

const kinds: readonly { key: SearchHit['kind'] | 'page' | 'act'; label: string; acts?: boolean }[] = [
  { key: 'trainee', label: 'Peserta' },
  { key: 'cohort', label: 'Angkatan' },
  { key: 'instructor', label: 'Instruktur' },
  { key: 'certificate', label: 'Sertifikat' },
  { key: 'page', label: 'Halaman' },
  { key: 'act', label: 'Tindakan', acts: true },
]

const icons: Record<SearchHit['kind'], TablerIcon> = {
  trainee: IconUser,
  cohort: IconUsersGroup,
  instructor: IconUserCheck,
  certificate: IconCertificate,
}

const pages = [
  ...placeGroups.flatMap(group => group.places),
  { label: 'Pengaturan', path: settingsPath, keys: 'Ctrl ,', icon: IconSettings },
]

/** People, classes, instructors and certificates from the backend, and by name the pages and acts of the program. */
export function useFind(query: string): FindResult {
  const router = useRouter()
  const go = (path: string) => () => router.history.push(path)
  const text = query.trim()
  const found = useQuery(
    api.home.search.queryOptions({
      input: text === '' ? skipToken : { text: text.slice(0, 100) },
      // The lines stay while the next letter is being looked up, so that the list does not flicker.
      placeholderData: keepPreviousData,
    }),
  )

  const hits: FindHit[] = text === '' ? [] : (found.data ?? []).map(hit => dataHit(hit, go))
  for (const page of pages) {
    if (matches(page.label, text))
      hits.push({ key: page.path, kind: 'page', title: page.label, detail: page.keys, icon: page.icon, run: go(page.path) })
  }
  for (const act of acts) {
    if (matches(`${act.label} ${act.detail}`, text))
      hits.push({ key: `act ${act.path}`, kind: 'act', title: act.label, detail: act.detail, icon: act.icon, run: go(act.path) })
  }
  const inOrder = kinds.flatMap(kind => hits.filter(hit => hit.kind === kind.key))
  return {
    kinds: kinds.map(kind => ({ ...kind, count: inOrder.filter(hit => hit.kind === kind.key).length })),
    hits: inOrder,
    loading: found.isLoading,
  }
}

function dataHit(hit: SearchHit, go: (path: string) => () => void): FindHit {
  return {
    key: `${hit.kind} ${hit.path} ${hit.title}`,
    kind: hit.kind,
    title: hit.title,
    detail: hit.detail,
    icon: icons[hit.kind],
    run: go(hit.path),
    ...(hit.kind === 'cohort'
      ? { acts: [{ label: 'Buka kehadiran kelas', keys: 'Ctrl Enter', run: go(`${hit.path}/kehadiran`) }] }
      : {}),
  }
}

function matches(label: string, text: string): boolean {
  return text === '' || highlightParts(label, text).some(part => part.hit)
}
