import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import type { SessionStatus } from '../../../shared/features/session/contract.ts'
import { accessGate } from '../../app/access-gate.ts'
import { api, mayOf, type Session, SessionContext, useRead } from '../../app/client.ts'
import { useLive } from '../../app/desk/use-live.ts'
import { errorMessage } from '../../app/error-message.ts'
import { lockNow } from '../../app/lock-now.ts'
import { MayContext, useActions } from '../../ui/action/action.ts'
import { programKeys } from '../../ui/action/program-keys.ts'
import { ErrorPanel } from '../../ui/feedback/error-panel.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { TodayContext } from '../../ui/form/today.ts'
import { SecondPersonDialog } from '../access/second-person-dialog.tsx'
import { AskAgainDialog } from './ask-again-dialog.tsx'
import { ChangeSecretPage } from './change-secret-page.tsx'
import { FirstAccountPage } from './first-account-page.tsx'
import { GatePage } from './gate-page.tsx'
import styles from './session-gate.module.css'
import { SetUpWizard } from './set-up/set-up-wizard.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { TroublePage } from './trouble-page.tsx'
import { useElsewhere } from './use-elsewhere.ts'
import { useIdleLock } from './use-idle-lock.ts'
import { Workplace } from './workplace.tsx'

/** Ms after which midnight or a backup made elsewhere is noticed. */
const readAgain = 60_000

/** Renders the screens once there are an open database, a centre and a signed-in person; until then shows what is missing. */
export function SessionGate({ goTo, children }: { goTo: (path: string) => void; children: ReactNode }) {
  const gate = useSyncExternalStore(accessGate.subscribe, accessGate.state)
  const reading = useRead(api.session.status, {}, { refetchInterval: readAgain })
  const { refetch, data: status } = reading
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn means that the state has changed
  useEffect(() => void refetch(), [gate.reads, gate.locked, refetch])
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
  const { state, centre, operator } = status
  if (state !== 'ready' && state !== 'setup')
    return <TroublePage state={state} status={status} onRetry={() => reading.refetch()} />
  if (!centre)
    return (
      <TodayContext value={status.today}>
        <SetUpWizard status={status} />
      </TodayContext>
    )
  if (!status.hasAccounts) return <FirstAccountPage />
  if (!operator) return <SignInPage status={status} lastStart={lastStart} />
  if (status.mustChange && status.lockedAt === null) return <ChangeSecretPage name={operator.name} />
  const person = `${centre.practice} ${operator.id}`
  return (
    <PersonSwitch person={person} goTo={goTo}>
      <AtWork key={person} status={status} session={{ ...status, centre, operator }}>
        {children}
      </AtWork>
    </PersonSwitch>
  )
}

/** The pages of one person. After a change of person they open where that person was last. */
function AtWork({ status, session, children }: { status: SessionStatus; session: Session; children: ReactNode }) {
  const {
    locked: locking,
    password,
    secondPerson: second,
  } = useSyncExternalStore(accessGate.subscribe, accessGate.state)
  const access = useRead(api.access.status, {})
  const locked = locking || status.lockedAt !== null
  const secondsLeft = useIdleLock(access.data?.lockAfter, locked)
  useLive(status.shared !== null && !locked)
  useSystemLock()
  useElsewhere(status, locked)
  useEffect(() => {
    lastStart = status.startedAt
  }, [status.startedAt])
  useActions([{ label: 'Kunci layar', hint: 'kunci', keys: programKeys.lock, run: lockNow }], 'program')
  return (
    <SessionContext value={session}>
      <Workplace status={status} locked={locked}>
        <TodayContext value={status.today}>
          <MayContext value={mayOf(session)}>{children}</MayContext>
        </TodayContext>
      </Workplace>
      {second && !locked && <SecondPersonDialog refused={second} />}
      {password && !locked && <AskAgainDialog request={password} />}
      {secondsLeft !== null && (
        <p className={styles.soon} role="status">
          Terkunci {secondsLeft} dtk lagi. Tekan tombol apa saja untuk tetap bekerja.
        </p>
      )}
    </SessionContext>
  )
}

/** Start time of the host, read while somebody was signed in here; null if nobody was yet. A later start time means that the host was restarted. */
let lastStart: string | null = null

/** The last address of each person, for when another person works in between. */
const pathOf = new Map<string, string>()
let lastPerson: string | null = null

/** Unmounts everything between two people, so that unsaved work of the first cannot block the navigation of the second. */
function PersonSwitch({
  person,
  goTo,
  children,
}: {
  person: string
  goTo: (path: string) => void
  children: ReactNode
}) {
  const [shown, setShown] = useState(lastPerson ?? person)
  useEffect(() => {
    lastPerson = person
    if (shown === person) return
    pathOf.set(shown, window.location.hash.slice(1))
    goTo(pathOf.get(person) ?? '/')
    accessGate.replacePerson()
    setShown(person)
  }, [person, shown, goTo])
  return shown === person ? children : null
}

/** Message of the shell when Windows was locked or went to sleep. */
const lockedMessage = 'balai:locked'

/** Locks with the system. Browsers send no such message. */
function useSystemLock(): void {
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (source === window && origin === window.location.origin && data === lockedMessage) lockNow()
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])
}
