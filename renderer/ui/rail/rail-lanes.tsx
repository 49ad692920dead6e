import { Box, Flex } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import { type CSSProperties, type ReactNode, useId } from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import rail from './rail.module.css'
import type { RailDay, RailGap, RailSize } from './rail-day.ts'
import { gapKind } from './rail-faces.tsx'
import styles from './rail-lanes.module.css'
import { type RailColumn, railColumns, railRows } from './rail-layout.ts'
import { spanColumns } from './rail-span-columns.ts'
import { railTemplate } from './rail-template.ts'

export interface LaneBar {
  key: string
  /** First and last day. */
  from: number
  to: number
  tone: 'ok' | 'warn' | 'err' | 'neutral' | 'tinta'
  icon?: TablerIcon
  text: string
  /** At the right end of the bar, amber: "berakhir 10 Jan, 2 hari setelah kelas selesai". */
  end?: ReactNode
}

export interface Lane {
  key: string
  title: string
  detail?: ReactNode
  bars: readonly LaneBar[]
  /** Refused lanes stay visible but cannot be chosen; the reason is shown on the days concerned. */
  refused?: boolean
  /** At the end of the detail, in one or two words: "Izinkan…". */
  action?: ReactNode
}

interface RailLanesProps {
  days: readonly RailDay[]
  gaps: readonly RailGap[]
  size?: RailSize
  lanes: readonly Lane[]
  label: string
  /** With onChoose the lanes are a radio group. */
  chosen?: string | null
  onChoose?: (key: string) => void
}

/** What depends on the days, aligned with the rail above: instructors, rooms. */
export function RailLanes({ days, gaps, size = 'L', lanes, label, chosen, onChoose }: RailLanesProps) {
  const rows = railRows(railColumns(days, gaps))
  const group = useId()
  const className = rail[size]
  const content = lanes.map(lane => (
    <div key={lane.key} className={classNames(styles.lane, chosen === lane.key && styles.chosen)}>
      <div className={classNames(styles.who, lane.action !== undefined && styles.acting)}>
        {onChoose ? (
          <label className={classNames(styles.choice, lane.refused && styles.refused)}>
            <input
              type="radio"
              name={group}
              checked={chosen === lane.key}
              disabled={lane.refused}
              onChange={() => onChoose(lane.key)}
            />
            <LaneName lane={lane} />
          </label>
        ) : (
          <LaneName lane={lane} />
        )}
        {lane.action !== undefined && <span className={styles.action}>{lane.action}</span>}
      </div>
      <Flex miw={0} direction="column">
        {rows.map(row => (
          <LaneRow key={row.find(column => column.type === 'day')?.day.n ?? 0} row={row} bars={lane.bars} />
        ))}
      </Flex>
    </div>
  ))
  return onChoose ? (
    <div className={className} role="radiogroup" aria-label={label}>
      {content}
    </div>
  ) : (
    <section className={className} aria-label={label}>
      {content}
    </section>
  )
}

function LaneName({ lane }: { lane: Lane }) {
  return (
    <span className={styles.name}>
      <span className={styles.title}>{lane.title}</span>
      {lane.detail !== undefined && <span className={styles.detail}>{lane.detail}</span>}
    </span>
  )
}

function LaneRow({ row, bars }: { row: readonly RailColumn[]; bars: readonly LaneBar[] }) {
  return (
    <div className={styles.row} style={{ '--rail-columns': railTemplate(row) } as CSSProperties}>
      {row.map((column, index) =>
        column.type === 'gap' ? (
          <span
            key={column.gaps[0]?.date}
            className={styles.off}
            data-off={gapKind(column)}
            style={{ gridColumn: index + 1 }}
            aria-hidden
          />
        ) : null,
      )}
      {bars.map(bar => {
        const place = spanColumns(row, bar.from, bar.to)
        const Icon = bar.icon
        return (
          place && (
            <div
              key={bar.key}
              className={classNames(
                styles.bar,
                styles[bar.tone],
                place.cutStart && styles.cutStart,
                place.cutEnd && styles.cutEnd,
              )}
              data-tone={bar.tone}
              style={{ gridColumn: `${place.start} / ${place.end}` }}
              title={bar.text}
            >
              {Icon && <Icon size={15} aria-hidden />}
              <Box component="span" className={layout.cut} miw={0}>
                {bar.text}
              </Box>
              {bar.end !== undefined && (
                <Flex
                  component="span"
                  className={layout.oneLine}
                  align="center"
                  gap="0.3125rem"
                  ms="auto"
                  c="var(--warn)"
                >
                  {bar.end}
                </Flex>
              )}
            </div>
          )
        )
      })}
    </div>
  )
}
