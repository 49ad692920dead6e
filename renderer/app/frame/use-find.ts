import {
  IconBook2,
  IconCertificate,
  IconDoor,
  IconUser,
  IconUserCheck,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { createElement, useContext } from 'react'
import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import { mostCounted, type SearchHit } from '../../../shared/features/home/contract.ts'
import { MayContext } from '../../ui/action/action.ts'
import { api, isAnswered, keepShown, useRead } from '../client.ts'
import { searchBook } from '../guide/guide-search.ts'
import { openGuide } from '../guide/guide-store.ts'
import { useGuideBook } from '../guide/use-guide-book.ts'
import { useSession } from '../session.tsx'
import { beginActions } from './begin-actions.ts'
import type { FindAction, FindHit, FindResult } from './find-result.ts'
import { PersonPane } from './person-pane.tsx'
import { placeGroups, settings } from './places.ts'

type KindKey = SearchHit['kind'] | 'recent' | 'page' | 'action' | 'guide'

const kinds: readonly { key: KindKey; label: string; actions?: boolean }[] = [
  { key: 'recent', label: 'Baru dibuka' },
  { key: 'trainee', label: 'Peserta' },
  { key: 'cohort', label: 'Angkatan' },
  { key: 'instructor', label: 'Instruktur' },
  { key: 'certificate', label: 'Sertifikat' },
  { key: 'room', label: 'Ruang' },
  { key: 'page', label: 'Halaman' },
  { key: 'action', label: 'Tindakan', actions: true },
  { key: 'guide', label: 'Panduan' },
]
/** For more hits there is the search of the guide itself. */
const mostGuideHits = 5

const icons: Record<SearchHit['kind'], TablerIcon> = {
  trainee: IconUser,
  cohort: IconUsersGroup,
  instructor: IconUserCheck,
  certificate: IconCertificate,
  room: IconDoor,
}

const opens: Record<SearchHit['kind'], string> = {
  trainee: 'Buka peserta',
  cohort: 'Buka kelas',
  instructor: 'Buka instruktur',
  certificate: 'Buka di register',
  room: 'Buka ruang',
}

const pages = [...placeGroups.flatMap(group => group.places), settings]

/** Finds people, classes, instructors and certificates in the backend, and pages and actions of the program by name. */
export function useFind(query: string): FindResult {
  const router = useRouter()
  const book = useGuideBook()
  const may = useContext(MayContext)
  const mine = ({ needs }: { needs?: OperationGroup }) => needs === undefined || may(needs)
  const go = (path: string) => () => router.history.push(path)
  const text = query.trim()
  const operator = useSession().operator.name
  const found = useRead(
    api.home.search,
    text === '' ? null : { text: text.slice(0, 100) },
    // The lines stay while the next letter is being looked up, so that the list does not flicker.
    keepShown,
  )

  const hits: FindHit[] = [
    ...(text === ''
      ? recentHits(operator)
      : (found.data?.hits ?? []).map((hit, index) =>
          remembering(dataHit(hit, `${hit.kind}-${index}`, go), opened => rememberHit(operator, opened)),
        )),
    ...pages
      .filter(page => mine(page) && matches(page.label, text))
      .map(({ label, path, keys, icon }) => ({
        key: `page${path}`,
        kind: 'page',
        title: label,
        detail: keys,
        icon,
        run: go(path),
      })),
    ...beginActions
      .filter(action => mine(action) && matches(`${action.label} ${action.detail}`, text))
      .map(({ label, detail, path, icon }) => ({
        key: `act${path}`,
        kind: 'action',
        title: label,
        detail,
        icon,
        run: go(path),
      })),
    ...(book && text.length > 1 ? searchBook(book, text).pages : []).slice(0, mostGuideHits).map(({ id, title }) => ({
      key: `guide${id}`,
      kind: 'guide',
      title,
      detail: 'Panduan',
      icon: IconBook2,
      opens: 'Buka panduan',
      run: () => openGuide({ kind: 'page', id }),
    })),
  ]
  const suggestion = text === '' ? null : found.data?.suggestion
  const inOrder = kinds.flatMap(kind => hits.filter(hit => hit.kind === kind.key))
  return {
    kinds: kinds
      .filter(kind => kind.key !== 'recent' || text === '')
      .map(kind => {
        const counted = kind.key in icons && text !== '' ? found.data?.counts[kind.key as SearchHit['kind']] : undefined
        const count = counted ?? inOrder.filter(hit => hit.kind === kind.key).length
        return { ...kind, count, more: counted === mostCounted }
      }),
    hits: inOrder,
    loading: found.isLoading,
    settled: text === '' || isAnswered(found),
    suggestion: suggestion ? { text: capitalised(suggestion.text), count: suggestion.count } : undefined,
  }
}

/** Names in the word index are lower case; this restores the capital letters. */
function capitalised(text: string): string {
  return text.replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase())
}

function dataHit(hit: SearchHit, key: string, go: (path: string) => () => void): FindHit {
  return {
    key,
    kind: hit.kind,
    title: hit.title,
    detail: hit.detail,
    icon: icons[hit.kind],
    run: go(hit.path),
    opens: opens[hit.kind],
    actions: actionsOf(hit, go),
    ...(hit.person && { preview: createElement(PersonPane, { person: hit.person }) }),
  }
}

/** Opening the hit by any of its keys adds it to the recent hits. */
function remembering(hit: FindHit, remember: (hit: FindHit) => void): FindHit {
  const withMemory = (run: () => void) => () => {
    remember(hit)
    run()
  }
  return {
    ...hit,
    run: withMemory(hit.run),
    actions: hit.actions?.map(action => ({ ...action, run: withMemory(action.run) })) ?? [],
  }
}

function actionsOf(hit: SearchHit, go: (path: string) => () => void): FindAction[] {
  const { person } = hit
  const attendance = hit.kind === 'cohort' ? hit.path : person?.cohort && `/angkatan/${person.cohort.code}`
  const phone = person?.phone ?? ''
  return [
    ...(attendance ? [{ label: 'Buka kehadiran kelas', keys: 'Ctrl Enter', run: go(`${attendance}/kehadiran`) }] : []),
    ...(phone !== ''
      ? [
          {
            label: `WhatsApp ${hiddenPhone(phone)}`,
            keys: 'Alt W',
            run: () => void window.open(`https://wa.me/${phone}`, '_blank', 'noopener'),
          },
        ]
      : []),
  ]
}

/** '0812 … 7890': enough to recognise it, unreadable for others who look on. */
function hiddenPhone(phone: string): string {
  return `0${phone.slice(2, 5)} … ${phone.slice(-4)}`
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

const most = 6

let opened: { operator: string; hits: readonly FindHit[] } = { operator: '', hits: [] }

/** What a person opened by Ctrl K since the page was loaded, newest first. Never stored, because it names people. */
function recentHits(operator: string): readonly FindHit[] {
  return opened.operator === operator ? opened.hits : []
}

function rememberHit(operator: string, hit: FindHit): void {
  const key = `recent ${hit.kind} ${hit.title} ${hit.detail}`
  const others = recentHits(operator).filter(one => one.key !== key)
  opened = { operator, hits: [{ ...hit, key, kind: 'recent' }, ...others].slice(0, most) }
}
