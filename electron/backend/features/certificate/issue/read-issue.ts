import { domainErrorMessage } from '../../../../../shared/domain-error.ts'
import type {
  certificateContract,
  IssueCandidate,
  IssueOverride,
  IssuePreparation,
} from '../../../../../shared/features/certificate/contract.ts'
import type { InputOf, QueryScope } from '../../../scope.ts'
import { allOfficers, isValidOn, listOfficers } from '../../centre/centre-store.ts'
import { getCohort } from '../../cohort/cohort-store.ts'
import { type IssuedPaper, issuedOfCohort } from '../certificate-store.ts'
import { entitled } from './issue-certificates.ts'
import { checksOfCohort, cohortChecks, photoPrinted } from './issue-checks.ts'
import { formatOfficer } from './issue-facts.ts'
import { overridesOfCohort } from './issue-store.ts'
import { counterOf, isNumberTaken, nextNumber, numbering } from './number-store.ts'

type Request = InputOf<typeof certificateContract, 'prepare'>

/** What the page of an issue shows: who gets a paper, with which number, and what is missing. */
export function readIssue(
  { db, today }: QueryScope,
  { code, kind, issuedOn, officerId, printPhoto: choice }: Request,
): IssuePreparation {
  const cohort = getCohort(db, code)
  const officers = listOfficers(db)
  const officer =
    officerId === null ? officers.find(row => isValidOn(row, issuedOn)) : officers.find(row => row.id === officerId)
  const checks = cohortChecks(db, cohort, { issuedOn, today }, officer)
  const issued = issuedOfCohort(db, cohort.id)
  const overrides = overridesOfCohort(db, cohort.id)
  const printPhoto = photoPrinted(db, cohort, kind, choice)
  const checksOf = checksOfCohort(db, cohort, kind, printPhoto)
  const counter = counterOf(db, kind, code, issuedOn)
  const numberOf = numbering(db, kind, counter.series, issuedOn)
  let sequence = nextNumber(db, counter)
  const candidates = entitled(db, cohort, kind).map((person): IssueCandidate => {
    const paper = issued.get(person.enrolmentId)
    return {
      ...person,
      number: paper || !officer ? null : numberOf(sequence++),
      issued: paper ? issuedPaper(paper, overrides.get(paper.id)) : null,
      checks: paper ? [] : checksOf(person.enrolmentId),
    }
  })
  const taken = candidates.find(({ number }) => number !== null && isNumberTaken(db, number))?.number
  if (taken) {
    checks.push({
      level: 'error',
      message: domainErrorMessage({ code: 'number_taken', number: taken }),
      traineeId: null,
    })
  }
  return {
    code,
    kind,
    issuedOn,
    officers: officers.map(row => ({ id: row.id, words: formatOfficer(row), valid: isValidOn(row, issuedOn) })),
    officerId: officer?.id ?? null,
    acknowledgers: allOfficers(db)
      .filter(row => isValidOn(row, issuedOn))
      .map(row => ({ id: row.id, words: formatOfficer(row) })),
    printPhoto,
    checks,
    candidates,
  }
}

function issuedPaper({ id, number, issuedOn }: IssuedPaper, overrides: IssueOverride[] = []): IssueCandidate['issued'] {
  return {
    id,
    number,
    issuedOn,
    ...(overrides.length > 0
      ? { overrides: overrides.map(({ message, reason, by, at }) => ({ message, reason, by, at })) }
      : {}),
  }
}
