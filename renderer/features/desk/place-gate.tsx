import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { JoinBegun, JoinWaited, PlaceState } from '../../../shared/features/desk/place.ts'
import { callShell } from '../../app/desk/this-computer.ts'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { GatePage } from '../session/gate-page.tsx'
import { AwayPage } from './away-page.tsx'
import { PairPage } from './pair-page.tsx'
import type { Pairer } from './pairer.ts'
import { RoleChoice } from './role-choice.tsx'

/** On a new computer asks for its role; on a desk whose host does not answer shows that page; otherwise renders the program. */
export function PlaceGate({ children }: { children: ReactNode }) {
  const [role, setRole] = useState<'main' | 'desk'>('main')
  const [chosen, setChosen] = useState(false)
  const [paired, setPaired] = useState(false)
  const { data: state } = useQuery({
    queryKey: ['desk.place'],
    queryFn: () => callShell<PlaceState>('state', {}),
    // Read once: setting up a centre meanwhile must not unmount the page.
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  })
  if (!state || paired)
    return (
      <GatePage title="Balai" aside={null}>
        {paired && <p role="status">Tersambung. Balai dibuka sebagai meja …</p>}
        <LoadingBars rows={4} />
      </GatePage>
    )
  if (state.joined) return <AwayPage first={state} />
  if (!state.mayJoin || chosen) return children
  const choice = <RoleChoice role={role} onRole={setRole} onGoOn={() => setChosen(true)} />
  if (role === 'desk')
    return (
      <PairPage
        pairer={shellPairer}
        place={state}
        role={choice}
        onBack={() => setRole('main')}
        onPaired={() => setPaired(true)}
      />
    )
  return (
    <GatePage
      title="Apa peran komputer ini?"
      aside={<p>Satu komputer menyimpan semua data. Komputer lain di kantor ini memakainya bersama.</p>}
    >
      {choice}
    </GatePage>
  )
}

/** Pairs through the installed program, which keeps the keys and pins the certificate. */
const shellPairer: Pairer = {
  ask: async request => (await callShell<JoinBegun>('begin', request)).words,
  compare: same => callShell('compare', { same }),
  wait: () => callShell<JoinWaited>('wait', {}),
}
