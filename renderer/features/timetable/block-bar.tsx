import { Button, Flex, Menu, Select } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import type { Timetable } from '../../../shared/features/timetable/contract.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { timeRange } from '../../../shared/kernel/time.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import styles from './block-bar.module.css'
import { placeAt } from './open-row.ts'
import { formatHours, formatPlace, kindLabels } from './timetable-labels.ts'
import { timesOf } from './timetable-lines.ts'
import { UnitSign } from './unit-sign.tsx'
import type { BlockMoves } from './use-block-moves.ts'

interface BlockBarProps {
  moves: BlockMoves
  units: Timetable['units']
  cutting: boolean
  onCutting: (opened: boolean) => void
  actions: { teachersOfDay: Action; cut: Action; gather: Action }
}

/** The chosen block, its place, and the actions on it. */
export function BlockBar({ moves, units, cutting, onCutting, actions }: BlockBarProps) {
  const { chosen, carried, days } = moves
  const unit = units.find(one => one.id === chosen?.block.unitId)
  if (!chosen || !unit) {
    return (
      <div className={styles.bar}>
        {moves.problem === null ? `Hari ke-${moves.cursor.n}: jam ini kosong.` : <Problem words={moves.problem} />}
      </div>
    )
  }
  const day = days.find(one => one.n === chosen.n)
  const { block, from, n, held } = chosen
  const times = day && timesOf(day, from, block.hours)
  const teacher =
    day?.instructors.find(person => person.id === block.instructorId)?.name ??
    day?.instructors.map(person => person.name).join(', ')
  const to = carried && placeAt(days, carried.start)
  return (
    <div className={styles.bar}>
      <UnitSign position={unit.position} />
      <span className={styles.words}>
        <b title={unit.title}>{unit.title}</b>
        {moves.problem === null ? (
          <span className={classNames(layout.detail, layout.cut)} title={teacher}>
            {kindLabels[block.kind]} {block.hours} JP ·{' '}
            {to
              ? `pindah ke ${formatPlace(to)}`
              : [
                  `hari ke-${n}, ${day ? shortDay(day.date) : formatHours(from, block.hours)}`,
                  times && timeRange(times.start, times.end),
                  teacher,
                ]
                  .filter(Boolean)
                  .join(' · ')}
            {moves.loose && !to && ' · menyatu lagi bila tidak dipindah'}
          </span>
        ) : (
          <Problem words={moves.problem} />
        )}
      </span>
      {carried === null && (
        <span className={styles.actions}>
          {day && day.instructors.length > 1 && (
            <Select
              size="xs"
              w={152}
              aria-label="Pengajar blok ini"
              value={String(block.instructorId ?? '')}
              disabled={held}
              data={[
                { value: '', label: 'Pengajar hari itu' },
                ...day.instructors.map(person => ({ value: String(person.id), label: person.name })),
              ]}
              onChange={value =>
                void moves.teach(day.instructors.find(person => String(person.id) === value)?.id ?? null)
              }
            />
          )}
          <ActionButton size="xs" action={actions.teachersOfDay} />
          {actions.cut.refused === undefined ? (
            <Menu opened={cutting} onChange={onCutting} position="bottom-end" withinPortal={false}>
              <Menu.Target>
                <Button
                  size="xs"
                  variant="default"
                  rightSection={actions.cut.keys && <KeyCap>{actions.cut.keys}</KeyCap>}
                >
                  {actions.cut.label}
                </Button>
              </Menu.Target>
              <Menu.Dropdown className={styles.menu ?? ''}>
                <Menu.Label>Belah {block.hours} JP menjadi</Menu.Label>
                {Array.from({ length: block.hours - 1 }, (_, index) => index + 1).map(hours => (
                  <Menu.Item key={hours} onClick={() => moves.cut(hours)}>
                    {hours} + {block.hours - hours} JP
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          ) : (
            <ActionButton size="xs" action={actions.cut} />
          )}
          <ActionButton size="xs" action={actions.gather} />
        </span>
      )}
    </div>
  )
}

/** Replaces the text about the block, so that nothing moves under the pointer that drags it. */
function Problem({ words }: { words: string }) {
  return (
    <Flex component="span" align="center" c="var(--err)" fz="0.75rem" fw={600} gap="0.25rem" lh="1rem" role="alert">
      <IconCircleX size={14} aria-hidden /> {words}
    </Flex>
  )
}
