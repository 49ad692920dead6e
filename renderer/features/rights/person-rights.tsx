import type { ComponentProps } from 'react'
import type { Trainee } from '../../../shared/features/trainee/contract.ts'
import { ConsentPanel } from './consent-panel.tsx'
import { RightsPanel } from './rights-panel.tsx'

/** Consents, and the rights of the person; for an anonymised person only the consents. */
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
