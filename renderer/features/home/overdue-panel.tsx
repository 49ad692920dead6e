import { Box, Flex } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useState } from 'react'
import type { FollowUpRow } from '../../../shared/features/alumni/contract.ts'
import { daysBetween, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useRead } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { AllDone } from '../../ui/feedback/all-done.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { followUpKey } from '../alumni/follow-up/follow-up-columns.tsx'
import { FollowUpDrawer } from '../alumni/follow-up/follow-up-drawer.tsx'
import styles from './overdue-panel.module.css'

const path = '/laporan/penelusuran'
const shown = 4

/** Graduates whose follow-up is overdue, longest first. Hidden for people who may not see trainees. */
export function OverduePanel({ today }: { today: PlainDate }) {
  const { data } = useRead(api.home.overdueCalls, {})
  const [called, setCalled] = useState<FollowUpRow | null>(null)
  if (!data) return null
  /** An answered person leaves the list; the drawer then shows the next one. */
  function next(row: FollowUpRow) {
    const at = data?.rows.findIndex(one => followUpKey(one) === followUpKey(row)) ?? -1
    setCalled(data?.rows[at + 1] ?? null)
  }
  return (
    <Panel
      title={<>Tindak lanjut lewat waktu {data.count > 0 && <Badge tone="err">{data.count}</Badge>}</>}
      extra={
        data.count > shown && (
          <LinkAction size="small" path={path}>
            Semua
          </LinkAction>
        )
      }
      flush
    >
      {data.count === 0 ? (
        <Box p="0.875rem 1rem">
          <AllDone>Tidak ada yang harus dihubungi.</AllDone>
        </Box>
      ) : (
        <ul className={layout.lines} aria-label="Lulusan yang harus dihubungi">
          {data.rows.slice(0, shown).map(row => (
            <li key={followUpKey(row)} className={styles.row}>
              <b className={layout.cut}>{row.name}</b>
              <LinkAction size="small" label={`Hubungi ${row.name}`} onAction={() => setCalled(row)}>
                Hubungi
              </LinkAction>
              <span className={layout.detail}>
                {row.cohort} · setelah {row.month} bulan
              </span>
              <Flex component="span" align="center" gap="0.25rem" c="var(--err)" fz="0.75rem" fw={600} lh="1rem">
                <IconAlertCircle size={14} aria-hidden /> {late(daysBetween(row.due, today))}
              </Flex>
            </li>
          ))}
        </ul>
      )}
      {called && (
        <FollowUpDrawer
          key={followUpKey(called)}
          row={called}
          centre={data.centre}
          onSaved={() => next(called)}
          onClose={() => setCalled(null)}
        />
      )}
    </Panel>
  )
}

function late(days: number): string {
  return days === 0 ? 'mulai hari ini' : `lewat ${days} hari`
}
