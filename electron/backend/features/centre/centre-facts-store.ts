import type { CentreFacts } from '../../../../shared/facts/cohort-facts.ts'
import { zoneAbbreviation } from '../../../../shared/kernel/time.ts'
import { centreZone } from '../../clock.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { getCentre } from './centre-store.ts'

/** Government, agency and centre as typed, for sentences. */
export function centreLines(db: ReadDatabase): string[] {
  const { government, agency, name } = getCentre(db)
  return [government, agency, name].filter(Boolean)
}

export function centreFacts(db: ReadDatabase): CentreFacts {
  const centre = getCentre(db)
  const contact = [centre.phone ? `Telp. ${centre.phone}` : '', centre.email ? `Pos-el ${centre.email}` : ''].filter(
    Boolean,
  )
  const address = [[centre.address, ...contact].filter(Boolean).join(' · ')].filter(Boolean)
  return {
    lines: centreLines(db).map(line => line.toUpperCase()),
    address,
    logo: centre.logo,
    city: centre.city,
    zone: zoneAbbreviation(centreZone) ?? '',
    practice: centre.practice,
  }
}
