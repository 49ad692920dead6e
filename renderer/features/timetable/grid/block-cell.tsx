// biome-ignore-all lint/a11y/useSemanticElements: the rows of this ARIA grid stand as columns, which no table can draw
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says by aria-activedescendant where it is
import { Flex } from '@mantine/core'
import type { CSSProperties } from 'react'
import type { Timetable, TimetableDay } from '../../../../shared/features/timetable/contract.ts'
import { timeRange } from '../../../../shared/kernel/time.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import type { Piece } from '../open-row.ts'
import { formatHours, kindLabels } from '../timetable-labels.ts'
import { pausesOf, timesOf } from '../timetable-lines.ts'
import { initials, unitHue, unitLetters } from '../unit-letters.ts'
import styles from './block-cell.module.css'

interface BlockCellProps {
  piece: Piece
  day: TimetableDay
  units: Timetable['units']
  id: string
  active: boolean
  style: CSSProperties
}

/** A block of a unit on its hours: tint and letters say which, word and edge whether theory or practice. */
export function BlockCell({ piece, day, units, id, active, style }: BlockCellProps) {
  const { block, from, held } = piece
  const unit = units.find(one => one.id === block.unitId)
  const position = unit?.position ?? 1
  const own = day.instructors.find(person => person.id === block.instructorId)
  const times = timesOf(day, from, block.hours)
  // What is written stands above the first pause that lies over the block.
  const pause = pausesOf(day).find(one => one.after >= from && one.after < from + block.hours - 1)
  const room = pause ? Math.min(block.hours, pause.after - from + 1) : block.hours
  const said = [
    `${unitLetters(position)} ${unit?.title ?? ''}`,
    `${kindLabels[block.kind].toLowerCase()} ${block.hours} JP`,
    formatHours(from, block.hours),
    ...(times ? [timeRange(times.start, times.end)] : []),
    ...(own ? [`pengajar ${own.name}`] : []),
    ...(held ? ['sudah dijalani'] : []),
  ].join(', ')
  return (
    <div
      role="gridcell"
      id={id}
      aria-selected={active}
      className={classNames(styles.block, styles[block.kind], held && styles.held, active && styles.active)}
      style={{ ...style, '--unit-hue': unitHue(position) } as CSSProperties}
      title={said}
    >
      <span className={layout.unseen}>{said}</span>
      <Flex component="span" w="100%" miw={0} direction="column" aria-hidden>
        <Flex component="span" justify="space-between" fz="0.8125rem" fw={700} lh="0.8125rem">
          {unitLetters(position)}
          {own && <span className={styles.own}>{initials(own.name)}</span>}
        </Flex>
        <span className={styles.kind}>{kindLabels[block.kind]}</span>
        {room > 1 && <span className={styles.hours}>{block.hours} JP</span>}
        {room > 2 && <span className={styles.title}>{unit?.title}</span>}
      </Flex>
    </div>
  )
}
