import { Flex } from '@mantine/core'
import { IconAlertTriangle, IconCoins } from '@tabler/icons-react'
import type { BudgetNote } from '../../../shared/features/home/contract.ts'
import { formatShare, rupiah } from '../../../shared/kernel/money.ts'
import { daysBetween, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
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
              {formatList(crossing)} selesai di tahun anggaran {year + 1}.
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

const namesShown = 3

/** 'A', 'A dan B', 'A, B dan C', 'A, B, C dan 4 kelas lain' */
function formatList(titles: readonly string[]): string {
  const more = titles.length - namesShown
  const parts = more > 1 ? [...titles.slice(0, namesShown), `${more} kelas lain`] : titles
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} dan ${parts.at(-1)}`
}

function formatEnd(days: number): string {
  if (days === 0) return 'Tahun anggaran berakhir hari ini'
  if (days === 1) return 'Tahun anggaran berakhir besok'
  return `Tahun anggaran berakhir ${days} hari lagi`
}
