import { Flex } from '@mantine/core'
import { IconAlertTriangle, IconCoins } from '@tabler/icons-react'
import type { BudgetNote } from '../../../shared/features/home/contract.ts'
import { formatShare, rupiah } from '../../../shared/kernel/money.ts'
import { daysBetween, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { CutList } from '../../ui/page/cut-list.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

interface BudgetPanelProps {
  budget: BudgetNote
  today: PlainDate
}

/** The incentive budget of this year, and what the end of the year means for classes that continue after it. */
export function BudgetPanel({ budget, today }: BudgetPanelProps) {
  const { year, crossing, money } = budget
  const days = daysBetween(today, `${year}-12-31`)
  const pressing = crossing.length > 0 || days <= 31
  const Icon = pressing ? IconAlertTriangle : IconCoins
  return (
    <Panel tone={pressing ? 'warn' : 'plain'} label="Tahun anggaran">
      <Flex gap="0.625rem" fz="0.8125rem" lh="1.125rem">
        <Icon size={18} className={pressing ? layout.warned : layout.ok} aria-hidden />
        <div>
          <p className={layout.strong}>{pressing ? formatEnd(days) : `Tahun anggaran ${year}`}</p>
          {crossing.length > 0 && (
            <p className={layout.detail}>
              <CutList items={crossing} most={3} /> selesai di tahun anggaran {year + 1}.
            </p>
          )}
          {money && (
            <p className={layout.detail}>
              Realisasi {money.name} <b>{formatShare(money.share)}</b>, sisa <b>{rupiah(money.left)}</b>.{' '}
              <LinkAction size="small" path={`/kegiatan?tahun=${year}`}>
                Buka kegiatan {year}
              </LinkAction>
            </p>
          )}
        </div>
      </Flex>
    </Panel>
  )
}

function formatEnd(days: number): string {
  if (days === 0) return 'Tahun anggaran berakhir hari ini'
  if (days === 1) return 'Tahun anggaran berakhir besok'
  return `Tahun anggaran berakhir ${days} hari lagi`
}
