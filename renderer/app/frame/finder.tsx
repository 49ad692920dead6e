import { Box, Flex } from '@mantine/core'
import { Spotlight, type SpotlightStore, useSpotlight } from '@mantine/spotlight'
import { IconCornerDownLeft, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { KeyCap, KeyHints } from '../../ui/action/key-cap.tsx'
import { matchesKeys } from '../../ui/action/key-match.ts'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { Highlight } from '../../ui/table/highlight.tsx'
import type { FindHit, FindKind, FindResult, UseFind } from './find-result.ts'
import styles from './finder.module.css'

export type { UseFind } from './find-result.ts'

interface FinderProps {
  store: SpotlightStore
  useFind: UseFind
}

/** Ctrl K: people, classes, certificates, pages and acts, over any screen. */
export function Finder({ store, useFind }: FinderProps) {
  const { opened } = useSpotlight(store)
  const close = () => store.updateState(state => ({ ...state, opened: false }))
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      size={800}
      centered={false}
      yOffset="4.5rem"
      overlayProps={{ backgroundOpacity: 0.5 }}
      // At once: letters typed right after Ctrl K must not land in the page below.
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': 'Cari' } }}
    >
      {opened && <FindBody useFind={useFind} onClose={close} />}
    </Spotlight.Root>
  )
}

function FindBody({ useFind, onClose }: { useFind: UseFind; onClose: () => void }) {
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

  // Keys pressed before the answer to the last letter wait for it: the line that stands there belongs to the letters before.
  const [waiting, setWaiting] = useState<string | null>(null)
  useEffect(() => {
    if (waiting === null || !result.settled) return
    setWaiting(null)
    const action = waiting === 'Enter' ? hit : hit?.actions?.find(one => one.keys === waiting)
    if (action) run(action.run)
  })

  function take(suggested: string) {
    setText(suggested)
    setSelected(0)
    // The keys work from the field.
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
    if (action) setWaiting(action.keys)
    else if (event.key === 'ArrowDown') choose(selected + 1)
    else if (event.key === 'ArrowUp') choose(selected - 1)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) setWaiting('Enter')
    else if (event.key === 'Tab') nextKind(event.shiftKey ? -1 : 1)
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
        <IconSearch size={20} className={styles.lens} aria-hidden />
        <input
          ref={input}
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-label="Cari orang, kelas, sertifikat, halaman, atau tindakan"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={hit ? `${listId}-${hit.key}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="Nama, NIK, kelas, nomor sertifikat"
          value={text}
          onChange={event => {
            setText(event.currentTarget.value)
            setSelected(0)
            setWaiting(null)
          }}
          onKeyDown={press}
        />
        <span role="status">{query !== '' && !result.loading && formatCount(result.kinds, only)}</span>
        <KeyCap>Esc</KeyCap>
      </div>
      <Kinds kinds={result.kinds} only={only} onKind={setKind} />
      {query !== '' && !result.loading && (hits.length === 0 || result.suggestion) && (
        <Nothing query={query} result={result} onTake={take} />
      )}
      <div className={styles.panes}>
        <div ref={list} id={listId} role="listbox" aria-label="Hasil" className={styles.list}>
          <Hits {...{ result, hits, only, query, listId }} chosen={hit} onRun={one => run(one.run)} />
        </div>
        {hit && <HitPane hit={hit} onRun={run} />}
      </div>
      <div className={styles.foot}>
        <KeyHints hints={[listKeys.rows('pindah'), { keys: '>', text: 'hanya tindakan' }]} />
        <span>urutan kata bebas · satu huruf salah tetap ditemukan</span>
      </div>
    </div>
  )
}

/** '100+' where nobody counted further. */
function counted(kind: FindKind): string {
  return `${kind.count}${kind.more ? '+' : ''}`
}

function formatCount(kinds: readonly FindKind[], only: string | null): string {
  const wanted = kinds.filter(kind => only === null || kind.key === only)
  const count = wanted.reduce((sum, kind) => sum + kind.count, 0)
  return `${count}${wanted.some(kind => kind.more) ? '+' : ''} hasil`
}

interface KindsProps {
  kinds: readonly FindKind[]
  only: string | null
  onKind: (kind: string | null) => void
}

function Kinds({ kinds, only, onKind }: KindsProps) {
  return (
    <fieldset className={styles.kinds} aria-label="Jenis hasil">
      <button
        type="button"
        className={styles.kind}
        aria-pressed={only === null}
        tabIndex={-1}
        onClick={() => onKind(null)}
      >
        Semua
      </button>
      {kinds.map(kind => (
        <button
          key={kind.key}
          type="button"
          className={styles.kind}
          aria-pressed={only === kind.key}
          disabled={kind.count === 0}
          tabIndex={-1}
          onClick={() => onKind(kind.key)}
        >
          {kind.label}
          {kind.count > 0 && ` ${counted(kind)}`}
        </button>
      ))}
      <Box component="span" ms="auto" c="var(--ink-2)" fz="0.75rem">
        <KeyCap>Tab</KeyCap> pilih jenis
      </Box>
    </fieldset>
  )
}

interface HitsProps {
  result: FindResult
  hits: readonly FindHit[]
  only: string | null
  query: string
  listId: string
  chosen: FindHit | undefined
  onRun: (hit: FindHit) => void
}

function Hits({ result, hits, only, query, listId, chosen, onRun }: HitsProps) {
  return result.kinds.map(kind => {
    const shown = hits.filter(hit => hit.kind === kind.key)
    if (shown.length === 0) return null
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group inside a listbox, as ARIA writes it; a fieldset may not stand there
      <div key={kind.key} role="group" aria-label={kind.label}>
        {only === null && (
          <div className={styles.groupTitle} aria-hidden>
            {kind.label} <span>{kind.count > shown.length ? `${shown.length} dari ${counted(kind)}` : kind.count}</span>
          </div>
        )}
        {shown.map(hit => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys work from the search field, which keeps the focus
          <div
            key={hit.key}
            id={`${listId}-${hit.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={hit === chosen}
            className={classNames(styles.hit, hit === chosen && styles.chosen)}
            onClick={() => onRun(hit)}
          >
            <hit.icon size={18} stroke={1.5} className={styles.hitIcon} aria-hidden />
            <Flex component="span" miw={0} flex="1" direction="column">
              <Box component="span" fz="0.875rem" lh="1.25rem">
                <Highlight text={hit.title} query={query} />
              </Box>
              {hit.detail !== undefined && (
                <span className={layout.detail}>
                  <Highlight text={hit.detail} query={query} />
                </span>
              )}
            </Flex>
            {hit.badge}
            {hit === chosen && <IconCornerDownLeft size={16} aria-hidden />}
          </div>
        ))}
      </div>
    )
  })
}

function HitPane({ hit, onRun }: { hit: FindHit; onRun: (action: () => void) => void }) {
  return (
    <div className={styles.pane}>
      <div className={layout.heading}>{hit.title}</div>
      {hit.preview ??
        (hit.detail !== undefined && (
          <Box mb="0.625rem" c="var(--ink-2)" fz="0.75rem" lh="1rem">
            {hit.detail}
          </Box>
        ))}
      <div className={styles.actions}>
        {[{ label: hit.opens ?? 'Buka', keys: 'Enter', run: hit.run }, ...(hit.actions ?? [])].map(action => (
          <button
            key={action.keys}
            type="button"
            tabIndex={-1}
            className={styles.action}
            onClick={() => onRun(action.run)}
          >
            {action.label} <KeyCap>{action.keys}</KeyCap>
          </button>
        ))}
      </div>
    </div>
  )
}

interface NothingProps {
  query: string
  result: FindResult
  onTake: (text: string) => void
}

function Nothing({ query, result, onTake }: NothingProps) {
  const { suggestion } = result
  return (
    <Box component="p" p="0.5rem 1.125rem 1.5rem" fz="0.875rem">
      Tidak ada “{query}”.{' '}
      {suggestion && (
        <>
          Mungkin{' '}
          <button type="button" className={styles.suggestion} onClick={() => onTake(suggestion.text)}>
            {suggestion.text}
          </button>{' '}
          ({suggestion.count})
        </>
      )}
    </Box>
  )
}
