import { Box } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { withSearch } from '../../app/list/with-search.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { boardPeoplePath } from './activity-paths.ts'
import type { BoardVillage } from './board-figures.ts'
import styles from './board-page.module.css'

interface EmptyVillagesProps {
  villages: readonly BoardVillage[]
  year: number
}

/** Kelurahan from which nobody was placed: one Tab stop, arrows move, Enter shows the candidates. */
export function EmptyVillages({ villages, year }: EmptyVillagesProps) {
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const focused = Math.min(at, villages.length - 1)
  const focus = (index: number) => list.current?.querySelectorAll('a')[index]?.focus()

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page opens
  useEffect(() => focus(0), [])

  function press(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.ctrlKey || event.altKey) return
    event.preventDefault()
    const next = Math.max(0, Math.min(villages.length - 1, focused + step))
    setAt(next)
    focus(next)
  }

  return (
    <Panel label="Masih kosong" dense>
      <div className={styles.empty}>
        <h2 className={styles.emptyTitle}>
          Masih kosong <span>pilih untuk calonnya</span>
        </h2>
        <Box component="ul" ref={list} display="contents" onKeyDown={press} aria-label="Kelurahan yang masih kosong">
          {villages.map((village, index) => (
            <li key={village.code}>
              <PathLink
                path={withSearch(boardPeoplePath, { tahun: year, kelurahan: village.code, calon: 1 })}
                className={styles.village}
                tabIndex={index === focused ? 0 : -1}
                onFocus={() => setAt(index)}
              >
                <b>{village.name}</b> Kec. {village.district}
              </PathLink>
            </li>
          ))}
        </Box>
      </div>
    </Panel>
  )
}
