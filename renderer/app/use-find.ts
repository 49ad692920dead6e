import {
  IconCertificate,
  IconSettings,
  IconUser,
  IconUserCheck,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { SearchHit } from '../../shared/features/home/contract.ts'
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

  const hits: FindHit[] = [
    ...(text === '' ? [] : (found.data ?? [])).map((hit, index) => dataHit(hit, `${hit.kind}-${index}`, go)),
    ...pages
      .filter(page => matches(page.label, text))
      .map(({ label, path, keys, icon }) => ({
        key: `page${path}`,
        kind: 'page',
        title: label,
        detail: keys,
        icon,
        run: go(path),
      })),
    ...acts
      .filter(act => matches(`${act.label} ${act.detail}`, text))
      .map(({ label, detail, path, icon }) => ({
        key: `act${path}`,
        kind: 'act',
        title: label,
        detail,
        icon,
        run: go(path),
      })),
  ]
  const inOrder = kinds.flatMap(kind => hits.filter(hit => hit.kind === kind.key))
  return {
    kinds: kinds.map(kind => ({ ...kind, count: inOrder.filter(hit => hit.kind === kind.key).length })),
    hits: inOrder,
    loading: found.isLoading,
  }
}

function dataHit(hit: SearchHit, key: string, go: (path: string) => () => void): FindHit {
  return {
    key,
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

/** True when every word typed begins a word of the label. */
function matches(label: string, text: string): boolean {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every(typed => words.some(word => word.startsWith(typed)))
}
