import { connection } from '../../app/desk/connection.ts'
import { useConnection } from '../../app/desk/use-connection.ts'
import { useSession } from '../../app/session.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { FactList } from '../../ui/page/fact-list.tsx'
import { Panel } from '../../ui/page/panel.tsx'

/** The line of this desk to its host, and nothing else: desks are put in order at the main computer. */
export function OwnLine() {
  const { desk } = useSession()
  const { lostAt, delays } = useConnection()
  const sorted = delays.toSorted((a, b) => a - b)
  return (
    <Panel
      title={desk}
      extra={lostAt !== null && <ActionButton onAction={connection.tryNow}>Sambungkan ulang</ActionButton>}
    >
      <FactList
        facts={[
          { label: 'PC utama', value: window.location.host },
          { label: 'Keadaan', value: lostAt === null ? 'tersambung, terenkripsi' : 'tidak terjangkau' },
          { label: 'Jeda', value: sorted.length > 0 ? `${sorted[Math.floor(sorted.length / 2)]} ms` : '–' },
        ]}
      />
    </Panel>
  )
}
