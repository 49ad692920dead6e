import { Box } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PlaceState } from '../../../shared/features/desk/place.ts'
import { connection } from '../../app/desk/connection.ts'
import { askPlace, isDeskInShell } from '../../app/desk/door.ts'
import { useConnection } from '../../app/desk/use-connection.ts'
import { useSession } from '../../app/session.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { FactList } from '../../ui/page/fact-list.tsx'
import { Panel } from '../../ui/page/panel.tsx'

/** The connection of this desk. Desks are managed on the main computer. */
export function OwnLine() {
  const { desk } = useSession()
  const { lostAt, delays } = useConnection()
  // In the installed program the address of the page is not that of the host.
  const { data: place } = useQuery({
    queryKey: ['desk.own'],
    queryFn: () => askPlace<PlaceState>('state', {}),
    enabled: isDeskInShell,
  })
  const house = place?.house ? `${place.house.host}, ${place.house.address}` : window.location.host
  const sorted = delays.toSorted((a, b) => a - b)
  const slowest = sorted.at(-1)
  return (
    <Box maw="40rem">
      <Panel
        title={desk}
        extra={lostAt !== null && <ActionButton onAction={connection.tryNow}>Sambungkan ulang</ActionButton>}
      >
        <FactList
          facts={[
            { label: 'PC utama', value: house },
            { label: 'Keadaan', value: lostAt === null ? 'tersambung, terenkripsi' : 'tidak terjangkau' },
            {
              label: 'Jeda',
              value:
                slowest === undefined ? '–' : `${sorted[Math.floor(sorted.length / 2)]} ms, paling lama ${slowest} ms`,
            },
          ]}
        />
      </Panel>
    </Box>
  )
}
