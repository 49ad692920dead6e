import type { registrationContract } from '../../../../shared/features/registration/contract.ts'
import { DomainError, foundIn } from '../../domain-error.ts'
import type { CommandScope, InputOf } from '../../scope.ts'
import { isValidOn, listOfficers } from '../centre/centre-store.ts'
import { insertDecision } from './applicant-store.ts'
import { formatMissing, readSelection } from './read-selection.ts'
import { getRegistration, insertStipulation } from './registration-store.ts'

type Request = InputOf<typeof registrationContract, 'stipulate'>

/** @throws DomainError not_found, selection_decided, selection_missing, decided_otherwise, decree_in_future, officer_not_valid */
export function stipulateSelection(
  { db, today, at, operator, record }: CommandScope,
  { id, stipulation, seen }: Request,
): { accepted: number; reserves: number; rejected: number } {
  const registration = getRegistration(db, id)
  if (registration.stipulation) throw new DomainError({ code: 'selection_decided' })
  const selection = readSelection(db, registration)
  const words = formatMissing(registration, selection)
  if (words.length > 0) throw new DomainError({ code: 'selection_missing', words })
  const otherwise = selection.rows.filter(
    row => seen !== null && seen.find(one => one.applicantId === row.id)?.decision !== row.decision,
  )
  if (otherwise.length > 0)
    throw new DomainError({
      code: 'decided_otherwise',
      names: otherwise.map(row => selection.people.get(row.id)?.name ?? ''),
    })
  const { decreeNumber, decreeDate, officerId } = stipulation
  if (decreeDate > today) throw new DomainError({ code: 'decree_in_future', date: decreeDate })
  const officer = foundIn(listOfficers(db), one => one.id === officerId, 'officer')
  if (!isValidOn(officer, decreeDate))
    throw new DomainError({ code: 'officer_not_valid', name: officer.name, date: decreeDate })
  insertStipulation(db, id, { decreeNumber, decreeDate, officerId, at, by: operator.name })
  for (const [index, row] of selection.rows.entries()) {
    const village = selection.people.get(row.id)?.villageCode ?? null
    insertDecision(db, id, index + 1, row, village !== null && selection.emptyVillages.has(village))
  }
  const idsOf = (outcome: string) => selection.rows.filter(row => row.decision === outcome).map(row => row.id)
  const result = { accepted: idsOf('accepted'), reserves: idsOf('reserve'), rejected: idsOf('rejected') }
  record('registration', id, { stipulated: false }, { stipulated: true, ...stipulation, ...result })
  return {
    accepted: result.accepted.length,
    reserves: result.reserves.length,
    rejected: result.rejected.length,
  }
}
