import { Box } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { hundredths } from '../../../../shared/kernel/number-format.ts'
import { api, QueryBoundary, useRead } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { namePlace, type ScoreDot, type ScoreStrip, scoreStrips, stripPlace } from './score-places.ts'
import styles from './score-strips.module.css'

const ticks = [50, 60, 70, 80, 90, 100]
/** Up to this many names below the limit are shown; more are counted. */
const mostNames = 3
/** The scores of a class on an axis: one dot a person, and the pass mark. */
export function ScoreStrips({ cohort }: { cohort: Cohort }) {
  const grid = useRead(api.score.grid, { code: cohort.code })
  const limit = grid.data?.passMark ?? cohort.rules.passMark
  return (
    <Panel title="Nilai" facts={`satu titik satu orang · garis: batas lulus ${hundredths(limit)}`} extra="rata-rata">
      <QueryBoundary query={grid} rows={3}>
        {read => <Strips strips={scoreStrips(read)} limit={read.passMark} code={cohort.code} />}
      </QueryBoundary>
    </Panel>
  )
}

function Strips({ strips, limit, code }: { strips: ScoreStrip[]; limit: number; code: string }) {
  const router = useRouter()
  const first = strips.find(strip => strip.dots.length > 0)
  const limitAt = { left: `${stripPlace(limit)}%` }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the dots, which are buttons
    <div className={styles.strips} onKeyDown={step}>
      {strips.map(strip => (
        <div key={strip.key} className={styles.strip}>
          <span className={styles.name}>
            <b>{strip.label}</b> {strip.dots.length > 0 ? `${strip.dots.length} dari ${strip.of}` : 'belum ada nilai'}
          </span>
          <ul className={styles.axis} aria-label={`${strip.label}, ${strip.dots.length} dari ${strip.of} orang`}>
            {strip.dots.map((dot, index) => (
              <Box
                component="li"
                pos="absolute"
                w={0}
                h={0}
                key={dot.enrolmentId}
                style={{ left: `${dot.at}%`, top: `calc(50% + ${dot.layer * 0.625}rem)` }}
              >
                <button
                  type="button"
                  className={classNames(styles.dot, dot.below && styles.below)}
                  tabIndex={strip === first && index === 0 ? 0 : -1}
                  data-strip={strip.key}
                  data-at={dot.at}
                  title={saidDot(dot)}
                  aria-label={saidDot(dot)}
                  onClick={() => router.history.push(cohortPath(code, 'scores'))}
                />
              </Box>
            ))}
            <li className={styles.limit} style={limitAt} aria-hidden />
          </ul>
          <Below strip={strip} limit={limit} />
          <span className={styles.mean}>{strip.mean === null ? '–' : hundredths(strip.mean)}</span>
        </div>
      ))}
      <div className={styles.scale} aria-hidden>
        {ticks.map(tick => (
          <span key={tick} className={styles.tick} style={{ left: `${stripPlace(tick * 100)}%` }}>
            {tick * 100 === limit ? <b>{tick}</b> : tick}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Names of people below the limit, beside the lowest dot; more than a few are counted. */
function Below({ strip, limit }: { strip: ScoreStrip; limit: number }) {
  const below = strip.dots.filter(dot => dot.below)
  const place = namePlace(strip.dots, limit)
  if (!place) return null
  const words =
    below.length > mostNames
      ? `${below.length} di bawah batas`
      : below.map(dot => `${dot.outside ? '‹ ' : ''}${dot.name} ${hundredths(dot.value)}`).join(' · ')
  const { side, at, room } = place
  const beside =
    side === 'left'
      ? { right: `${100 - at}%`, maxWidth: `calc(${room}% + 1.375rem)` }
      : { left: `${at}%`, maxWidth: `calc(${room}% - 1.25rem)` }
  return (
    <span className={classNames(styles.words, layout.cut)} style={beside} title={words} aria-hidden>
      {words}
    </span>
  )
}

function saidDot({ name, value, below }: ScoreDot): string {
  return `${name} ${hundredths(value)}${below ? ', di bawah batas' : ''}`
}

/** ← → along a strip, ↑ ↓ to the nearest dot of the next strip. */
function step(event: KeyboardEvent<HTMLDivElement>) {
  const here = event.target
  if (!(here instanceof HTMLElement) || here.dataset.strip === undefined) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-strip]')]
  const mine = all.filter(dot => dot.dataset.strip === here.dataset.strip)
  const names = [...new Set(all.map(dot => dot.dataset.strip))]
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  const rows = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  const next =
    by !== undefined
      ? mine[mine.indexOf(here) + by]
      : rows !== undefined
        ? nearest(all, names[names.indexOf(here.dataset.strip) + rows], Number(here.dataset.at))
        : event.key === 'Home'
          ? mine[0]
          : event.key === 'End'
            ? mine.at(-1)
            : undefined
  if (!next) return
  event.preventDefault()
  for (const dot of all) dot.tabIndex = dot === next ? 0 : -1
  next.focus()
}

function nearest(all: readonly HTMLElement[], strip: string | undefined, at: number): HTMLElement | undefined {
  const distance = (dot: HTMLElement) => Math.abs(Number(dot.dataset.at) - at)
  return all.filter(dot => dot.dataset.strip === strip).toSorted((a, b) => distance(a) - distance(b))[0]
}
