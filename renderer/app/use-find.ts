import { IconSettings } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { highlightParts } from '../ui/highlight-parts.ts'
import type { FindResult } from './find-result.ts'
import { placeGroups, settingsPath } from './places.ts'

const pages = [
  ...placeGroups.flatMap(group => group.places),
  { label: 'Pengaturan', path: settingsPath, keys: 'Ctrl ,', icon: IconSettings },
]

/** Finds pages of the program by name. */
export function useFind(query: string): FindResult {
  const router = useRouter()
  const hits = pages
    .filter(page => query === '' || highlightParts(page.label, query).some(part => part.hit))
    .map(page => ({
      key: page.path,
      kind: 'page',
      title: page.label,
      detail: page.keys,
      icon: page.icon,
      run: () => router.history.push(page.path),
    }))
  return { kinds: [{ key: 'page', label: 'Halaman', count: hits.length }], hits, loading: false }
}
