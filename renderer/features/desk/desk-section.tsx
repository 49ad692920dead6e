import { IconActivity } from '@tabler/icons-react'
import { api, QueryBoundary, useRead, useSession } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { openConnectionHelp } from '../../app/guide/guide-store.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ResultLine } from '../../ui/feedback/result-line.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { HubPanel } from '../hub/hub-panel.tsx'
import { CodePanel } from './code-panel.tsx'
import { DeskTable } from './desk-table.tsx'
import { DutyNotes } from './duty-notes.tsx'
import { OpeningPanel } from './opening-panel.tsx'
import { OwnLine } from './own-line.tsx'
import { RequestPanel } from './request-panel.tsx'

export const deskSectionRoute = pageRoute('/pengaturan/meja', DeskSection)

/** On the main computer: all desks. On a desk: its own connection only. */
function DeskSection() {
  const { shared } = useSession()
  return (
    <SettingsPage
      section="meja"
      actions={
        <ActionButton icon={IconActivity} onAction={openConnectionHelp}>
          Periksa sambungan
        </ActionButton>
      }
    >
      {shared === 'desk' ? <OwnLine /> : <HostDesks />}
    </SettingsPage>
  )
}

function HostDesks() {
  // News tell of whoever comes and goes; the times of answers and the code grow old by themselves.
  const reading = useRead(api.desk.overview, {}, { refetchInterval: 5000 })
  return (
    <QueryBoundary query={reading}>
      {overview => {
        // The first desk still has to come: nothing matters but its code.
        const isNew = overview.desks.length === 0
        const here = overview.desks.filter(({ state }) => state === 'here' || state === 'old').length
        return (
          <Columns stacks widths="1fr 21rem" gap="1rem">
            <div className={layout.stack}>
              <ResultLine done={here > 0} facts="semua data di komputer ini, cadangan juga">
                {here > 0 ? `${here + 1} komputer bekerja bersama` : 'Hanya komputer ini yang bekerja'}
              </ResultLine>
              {overview.requests.map(request => (
                <RequestPanel key={request.id} request={request} />
              ))}
              {isNew && overview.open ? <CodePanel code={overview.code} large /> : <DeskTable overview={overview} />}
              <HubPanel />
            </div>
            <div className={layout.stack}>
              <OpeningPanel overview={overview} />
              {overview.open && !isNew && <CodePanel code={overview.code} />}
              {overview.open && <DutyNotes open={overview.open} />}
            </div>
          </Columns>
        )
      }}
    </QueryBoundary>
  )
}
