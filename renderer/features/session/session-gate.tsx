import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../app/client.ts'
import { errorMessage } from '../../app/error-message.ts'
import { SessionContext } from '../../app/session.tsx'
import { ErrorPanel } from '../../ui/feedback/error-panel.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { TodayContext } from '../../ui/form/today.ts'
import { GatePage } from './gate-page.tsx'
import { OperatorGate } from './operator-gate.tsx'
import { SetUpWizard } from './set-up-wizard.tsx'
import { TroublePage } from './trouble-page.tsx'

/** Midnight and a backup made elsewhere show up within this time. */
const readAgain = 60_000

/** Lets the screens in once there is an open database, a centre and somebody at the desk; until then says what is missing. */
export function SessionGate({ children }: { children: ReactNode }) {
  const reading = useQuery(api.session.status.queryOptions({ input: {}, refetchInterval: readAgain }))
  const status = reading.data
  if (!status) {
    return (
      <GatePage title="Balai" aside={null}>
        {reading.error ? (
          <ErrorPanel onRetry={() => reading.refetch()}>{errorMessage(reading.error)}</ErrorPanel>
        ) : (
          <LoadingBars rows={4} />
        )}
      </GatePage>
    )
  }
  const { state, trouble: _, centre, operator, ...rest } = status
  if (state === 'ready' && centre) {
    if (!operator) return <OperatorGate operators={status.operators} />
    return (
      <SessionContext value={{ ...rest, centre, operator }}>
        <TodayContext value={status.today}>{children}</TodayContext>
      </SessionContext>
    )
  }
  if (state === 'ready' || state === 'setup')
    return (
      <TodayContext value={status.today}>
        <SetUpWizard status={status} />
      </TodayContext>
    )
  return <TroublePage state={state} status={status} onRetry={() => reading.refetch()} />
}
