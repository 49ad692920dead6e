import { Spotlight, type SpotlightStore, useSpotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { KeyCap, KeyHints } from '../../ui/action/key-cap.tsx'
import { matchesKeys } from '../../ui/action/key-match.ts'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { useHeldKeys } from '../../ui/form/use-held-keys.ts'
import { FindHits, FindKinds, FindPane, FoundNothing } from './find-parts.tsx'
import type { FindKind, UseFind } from './find-result.ts'
import styles from './finder.module.css'

export type { UseFind } from './find-result.ts'

interface FinderProps {
  store: SpotlightStore
  useFind: UseFind
  /** What can be found: placeholder and screen reader text. */
  words?: FinderTexts
}

export type FinderTexts = { label: string; placeholder: string; foot: string }

const centreFinderTexts: FinderTexts = {
  label: 'Cari orang, kelas, sertifikat, halaman, atau tindakan',
  placeholder: 'Nama, NIK, kelas, nomor sertifikat',
  foot: 'urutan kata bebas · satu huruf salah tetap ditemukan',
}

/** Ctrl K: finds people, classes, certificates, pages and actions, over any screen. */
export function Finder({ store, useFind, words = centreFinderTexts }: FinderProps) {
  const { opened } = useSpotlight(store)
  const close = () => store.setState({ ...store.getState(), opened: false })
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      size="min(47.5rem, 70.3125vw)"
      centered={false}
      yOffset="12dvh"
      styles={{ content: { maxHeight: 'none' } }}
      overlayProps={{ backgroundOpacity: 0.5 }}
      // No transition: letters typed right after Ctrl K must not reach the page below.
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': 'Cari' } }}
    >
      {opened && <FindBody useFind={useFind} words={words} onClose={close} />}
    </Spotlight.Root>
  )
}

function FindBody({ useFind, words, onClose }: { useFind: UseFind; words: FinderTexts; onClose: () => void }) {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<string | null>(null)
  const [selected, setSelected] = useState(0)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const actionsOnly = text.startsWith('>')
  const query = text.replace(/^>\s*/, '')
  const result = useFind(query)
  const only = actionsOnly ? (result.kinds.find(one => one.actions)?.key ?? null) : kind
  const hits = only === null ? result.hits : result.hits.filter(hit => hit.kind === only)
  const hit = hits[Math.min(selected, hits.length - 1)]

  const holdingKeys = useHeldKeys(result.settled)

  function take(suggested: string) {
    setText(suggested)
    setSelected(0)
    // Keys are handled by the field.
    input.current?.focus()
  }
  function choose(index: number) {
    const next = (index + hits.length) % Math.max(1, hits.length)
    setSelected(next)
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' })
  }
  function run(action: () => void) {
    onClose()
    action()
  }
  function press(event: KeyboardEvent) {
    const action = hit?.actions?.find(one => matchesKeys(one.keys, event.nativeEvent))
    if (action) run(action.run)
    else if (event.key === 'ArrowDown') choose(selected + 1)
    else if (event.key === 'ArrowUp') choose(selected - 1)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (hit) run(hit.run)
    } else if (event.key === 'Tab') nextKind(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  function nextKind(by: number) {
    const keys = [null, ...result.kinds.filter(one => one.count > 0).map(one => one.key)]
    setKind(keys[(keys.indexOf(kind) + by + keys.length) % keys.length] ?? null)
    setSelected(0)
  }

  return (
    <div className={styles.finder}>
      <div className={styles.search}>
        <IconSearch size={20} color="var(--tinta-6)" aria-hidden />
        <input
          ref={input}
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-label={words.label}
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={hit ? `${listId}-${hit.key}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={words.placeholder}
          value={text}
          onChange={event => {
            setText(event.currentTarget.value)
            setSelected(0)
          }}
          onKeyDown={press}
          {...holdingKeys}
        />
        <span role="status">{query !== '' && !result.loading && formatCount(result.kinds, only)}</span>
        <KeyCap>Esc</KeyCap>
      </div>
      <FindKinds kinds={result.kinds} only={only} onKind={setKind} />
      {query !== '' && !result.loading && (hits.length === 0 || result.suggestion) && (
        <FoundNothing query={query} result={result} onTake={take} />
      )}
      <div className={styles.panes}>
        <div ref={list} id={listId} role="listbox" aria-label="Hasil" className={styles.list}>
          <FindHits {...{ result, hits, only, query, listId }} chosen={hit} onRun={one => run(one.run)} />
        </div>
        {hit && <FindPane hit={hit} onRun={run} />}
      </div>
      <div className={styles.foot}>
        <KeyHints hints={[listKeys.rows('pindah'), { keys: '>', text: 'hanya tindakan' }]} />
        <span>{words.foot}</span>
      </div>
    </div>
  )
}

function formatCount(kinds: readonly FindKind[], only: string | null): string {
  const wanted = kinds.filter(kind => only === null || kind.key === only)
  const count = wanted.reduce((sum, kind) => sum + kind.count, 0)
  return `${count}${wanted.some(kind => kind.more) ? '+' : ''} hasil`
}
