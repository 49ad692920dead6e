import { Flex } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CohortUnit } from '../../../../shared/features/cohort/contract.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from './unit-hours.module.css'

interface UnitHoursProps {
  units: readonly CohortUnit[]
  /** Sum over all days. */
  hours: number
  action: ReactNode
}

/** The units with the hours they need, and how the days compare with the sum. */
export function UnitHours({ units, hours, action }: UnitHoursProps) {
  const wanted = units.reduce((sum, unit) => sum + unit.theoryHours + unit.practiceHours, 0)
  return (
    <Panel title="Unit kompetensi" facts={`${units.length} unit`} extra={<Difference hours={hours} wanted={wanted} />}>
      <Flex component="ol" direction="column" gap="0.5rem">
        {units.map(unit => (
          <Columns
            component="li"
            key={unit.code}
            gap="0 0.75rem"
            fz="0.8125rem"
            widths="1fr auto"
            lh="1.125rem"
            align="stretch"
          >
            <span className={layout.cut} title={unit.title}>
              {unit.title}
            </span>
            <span className={layout.strong}>
              {unit.theoryHours + unit.practiceHours} <span className={layout.aside}>JP</span>
            </span>
            <span className={classNames(layout.detail, layout.whole)}>
              {unit.code} · teori {unit.theoryHours}, praktik {unit.practiceHours}
            </span>
          </Columns>
        ))}
      </Flex>
      <p className={styles.total}>
        <span>Jumlah kurikulum</span> <b>{wanted} JP</b>
        <span>Jumlah jadwal</span> <b>{hours} JP</b>
      </p>
      {action}
    </Panel>
  )
}

function Difference({ hours, wanted }: { hours: number; wanted: number }) {
  if (hours === wanted)
    return (
      <Badge tone="ok" signed>
        sesuai
      </Badge>
    )
  return (
    <Badge tone="warn" signed>
      {hours < wanted ? `kurang ${wanted - hours} JP` : `lebih ${hours - wanted} JP`}
    </Badge>
  )
}
