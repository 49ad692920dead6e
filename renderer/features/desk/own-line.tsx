import { Box } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PlaceState } from '../../../shared/features/desk/place.ts'
import { useSession } from '../../app/client.ts'
import { connection } from '../../app/desk/connection.ts'
import { callShell, isDeskInShell, programVersion } from '../../app/desk/this-computer.ts'
import { useConnection } from '../../app/desk/use-connection.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { FactList } from '../../ui/page/fact-list.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { DelayLine, median } from './delay-line.tsx'

/** The connection of this desk to its host, and nothing else. Desks are managed on the main computer. */
export function OwnLine() {
  const { desk } = useSession()
  const { lostAt, beats } = useConnection()
  // In the installed program the address of the page does not contain the address of the host.
  const { data: place } = useQuery({
    queryKey: ['desk.own'],
    queryFn: () => callShell<PlaceState>('state', {}),
    enabled: isDeskInShell,
  })
  // The page is that of the host; only the program around it may be of another version.
  const isOther = place !== undefined && place.version !== programVersion
  const hostPlace = place?.joined ? `${place.joined.host}, ${place.joined.address}` : window.location.host
  const reconnect: Action = { label: 'Sambungkan ulang', keys: 'Alt S', run: connection.reconnect }
  useActions([reconnect])
  const times = beats.flatMap(({ ms }) => (ms === null ? [] : [ms]))
  const slowest = Math.max(...times)
  return (
    <Box maw="40rem">
      <Panel title={desk} extra={<ActionButton action={reconnect} autoFocus />}>
        <FactList
          facts={[
            { label: 'PC utama', value: hostPlace },
            { label: 'Keadaan', value: lostAt === null ? 'tersambung, terenkripsi' : 'tidak terjangkau' },
            {
              label: 'Jeda',
              value: times.length === 0 ? '–' : `${median(times)} ms, paling lama ${slowest} ms`,
            },
          ]}
        />
        {isOther && (
          <Note tone="warn" title={`Meja ini ${place.version}, PC utama ${programVersion}.`}>
            Tetap bisa bekerja. Pasang Balai {programVersion} di komputer ini bila sempat.
          </Note>
        )}
        <DelayLine beats={beats} />
      </Panel>
    </Box>
  )
}
