import { Box, Flex } from '@mantine/core'
import { IconCornerDownLeft } from '@tabler/icons-react'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { Highlight } from '../../ui/table/highlight.tsx'
import type { FindHit, FindKind, FindResult } from './find-result.ts'
import styles from './finder.module.css'

/** '100+' when counting stopped there. */
function counted(kind: FindKind): string {
  return `${kind.count}${kind.more ? '+' : ''}`
}

interface FindKindsProps {
  kinds: readonly FindKind[]
  only: string | null
  onKind: (kind: string | null) => void
}

export function FindKinds({ kinds, only, onKind }: FindKindsProps) {
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

interface FindHitsProps {
  result: FindResult
  hits: readonly FindHit[]
  only: string | null
  query: string
  listId: string
  chosen: FindHit | undefined
  onRun: (hit: FindHit) => void
}

export function FindHits({ result, hits, only, query, listId, chosen, onRun }: FindHitsProps) {
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

export function FindPane({ hit, onRun }: { hit: FindHit; onRun: (action: () => void) => void }) {
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

interface FoundNothingProps {
  query: string
  result: FindResult
  onTake: (text: string) => void
}

export function FoundNothing({ query, result, onTake }: FoundNothingProps) {
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
