import type { ComponentProps } from 'react'
import type { Trainee } from '../../../shared/features/trainee/contract.ts'
import { ConsentPanel } from './consent-panel.tsx'
import { RightsPanel } from './rights-panel.tsx'

/** Consent and what a person may ask for; of an anonymous one only what was signed. */
export function PersonRights({
  person,
  rights,
}: { person: Trainee } & Pick<ComponentProps<typeof ConsentPanel>, 'rights'>) {
  const anonymous = person.state === 'ANONYMOUS'
  return (
    <>
      {(!anonymous || rights.consents.length > 0) && <ConsentPanel person={person} rights={rights} />}
      {!anonymous && <RightsPanel person={person} rights={rights} />}
    </>
  )
}
