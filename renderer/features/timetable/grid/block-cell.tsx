// biome-ignore-all lint/a11y/useSemanticElements: the rows of this ARIA grid stand as columns, which no table can draw
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says by aria-activedescendant where it is
import { Box, Flex } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import type { Timetable, TimetableDay } from '../../../../shared/features/timetable/contract.ts'
import { timeRange } from '../../../../shared/kernel/time.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import type { Piece } from '../open-row.ts'
import { formatHours, kindLabels } from '../timetable-labels.ts'
import { timesOf } from '../timetable-lines.ts'
import { unitLetters } from '../unit-letters.ts'
import styles from './block-cell.module.css'

interface BlockCellProps {
  piece: Piece
  day: TimetableDay
  units: Timetable['units']
  id: string
  active: boolean
  /** Its unit is highlighted from beside the grid. */
  marked: boolean
  style: CSSProperties
}

/** A block of a unit: letters name the unit; text and colour say theory or practice. */
export function BlockCell({ piece, day, units, id, active, marked, style }: BlockCellProps) {
  const { block, from, held } = piece
  const unit = units.find(one => one.id === block.unitId)
  const position = unit?.position ?? 1
  const own = day.instructors.find(person => person.id === block.instructorId)
  const times = timesOf(day, from, block.hours)
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
      className={classNames(
        styles.block,
        styles[block.kind],
        held && styles.held,
        active && styles.active,
        marked && styles.marked,
      )}
      style={style}
      title={said}
    >
      <span className={layout.unseen}>{said}</span>
      <Flex component="span" w="100%" miw={0} direction="column" aria-hidden>
        <Flex component="span" align="baseline" gap="0.25rem">
          <Box component="span" fz="0.9375rem" fw={600}>
            {unitLetters(position)}
          </Box>
          <span className={styles.hours}>{block.hours}</span>
          {own && <IconUser size={10} />}
        </Flex>
        <span className={styles.kind}>{kindLabels[block.kind]}</span>
        {block.hours >= 4 && (
          <span className={styles.title}>
            {firstWords(unit?.title ?? '').map(word => (
              <span key={word}>{word}</span>
            ))}
          </span>
        )}
      </Flex>
    </div>
  )
}

/** Two words say which unit it is: 'Mengorganisir', 'Menyiapkan'. */
function firstWords(title: string): string[] {
  return title
    .split(' ')
    .filter(word => word !== 'dan')
    .slice(0, 2)
}
