import { Box, Flex } from '@mantine/core'
import type { Timetable } from '../../../shared/features/timetable/contract.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './hour-totals.module.css'
import { UnitSign } from './unit-sign.tsx'

/** Up to this number of units, titles may take two lines. */
const roomy = 12

interface HourTotalsProps extends Pick<Timetable, 'days' | 'units' | 'teachers'> {
  /** The unit of the chosen block. */
  chosen: number | null
  /** The unit under the pointer; its blocks are highlighted. */
  onMark: (unitId: number | null) => void
  layAgain: Action
  substitute: Action
}

/** Placed hours against the plan by unit, and hours of each instructor. */
export function HourTotals({ days, units, teachers, chosen, onMark, layAgain, substitute }: HourTotalsProps) {
  const sum = (pick: (unit: Timetable['units'][number]) => number) =>
    units.reduce((hours, unit) => hours + pick(unit), 0)
  const laid = sum(unit => unit.laid.theory + unit.laid.practice)
  const planned = sum(unit => unit.theoryHours + unit.practiceHours)
  return (
    <div className={styles.totals}>
      <Panel fill title="Jam per unit" extra={<Difference laid={laid} planned={planned} />}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys */}
        <section className={styles.scroll} tabIndex={0} aria-label="Daftar unit">
          <table className={classNames(styles.table, units.length <= roomy && styles.roomy)}>
            <caption className={layout.unseen}>Jam tiap unit: tersusun dari rencana</caption>
            <thead>
              <tr>
                <th scope="col">Unit kompetensi</th>
                <th scope="col">Teori</th>
                <th scope="col">Praktik</th>
              </tr>
            </thead>
            <tbody>
              {units.map(unit => (
                <tr
                  key={unit.id}
                  className={classNames(unit.id === chosen && styles.chosen)}
                  onPointerEnter={() => onMark(unit.id)}
                  onPointerLeave={() => onMark(null)}
                >
                  <th scope="row" title={`${unit.code} · ${unit.title}`}>
                    <Flex component="span" align="flex-start" gap="0.375rem">
                      <UnitSign position={unit.position} />
                      <span className={styles.title}>{unit.title}</span>
                    </Flex>
                  </th>
                  <Hours laid={unit.laid.theory} planned={unit.theoryHours} />
                  <Hours laid={unit.laid.practice} planned={unit.practiceHours} />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{laid === planned ? 'Jumlah = kurikulum' : 'Jumlah'}</th>
                <Hours laid={sum(unit => unit.laid.theory)} planned={sum(unit => unit.theoryHours)} />
                <Hours laid={sum(unit => unit.laid.practice)} planned={sum(unit => unit.practiceHours)} />
              </tr>
            </tfoot>
          </table>
        </section>
        <div className={styles.again}>
          <ActionButton size="xs" action={layAgain} />
        </div>
      </Panel>
      <Panel title="Pengajar" extra={<ActionButton size="xs" action={substitute} />}>
        <ul className={styles.teachers} aria-label="Jam tiap pengajar">
          {teachers.map(({ id, name, hours }) => (
            <li key={id ?? 0} className={classNames(id === null && styles.wrong)}>
              <span>{name}</span>
              <b>{hours} JP</b>
            </li>
          ))}
        </ul>
        {days.some(day => day.instructors.length > 1) && (
          <Box component="p" mt="0.5rem" c="var(--ink-2)" fz="0.75rem" lh="1rem">
            Blok tanpa pengajar sendiri dihitung untuk pengajar pertama hari itu.
          </Box>
        )}
      </Panel>
    </div>
  )
}

function Hours({ laid, planned }: { laid: number; planned: number }) {
  return (
    <td className={classNames(laid !== planned && styles.wrong)}>
      {laid === planned ? laid : `${laid} dari ${planned}`}
    </td>
  )
}

function Difference({ laid, planned }: { laid: number; planned: number }) {
  const tone = laid === planned ? 'ok' : 'warn'
  return (
    <Badge tone={tone} signed>
      {laid} dari {planned} JP
    </Badge>
  )
}
