import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { certificateId } from '../../../../../shared/ids.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { givenNumbers } from '../../../database/number-log.ts'
import { DomainError } from '../../../domain-error.ts'
import type { CommandScope, TaskScope } from '../../../scope.ts'
import { getCohort } from '../../cohort/cohort-store.ts'
import { insertCertificate, issuedOfCohort } from '../certificate-store.ts'
import type { IssuedFacts } from './issue-facts.ts'
import type { AnsweredCheck } from './issue-overrides.ts'
import { insertOverrides } from './issue-store.ts'
import type { KeptDrawing } from './keep-drawn.ts'
import { counterOf, isNumberTaken, nextNumber, numbering } from './number-store.ts'
import { frozenVersion, type PresentLook } from './present-look.ts'
import { settleLostNumbers } from './void-lost-numbers.ts'

/** A paper with the number it was drawn with. */
export type NumberedPaper = IssuedFacts & { answers: AnsweredCheck[] }
export type NumberedDrawing = Omit<NumberedPaper, 'photo'> & KeptDrawing
type Issue = { code: string; kind: CertificateKind; issuedOn: PlainDate; officerId: number }

/** The number may have been recorded by hand. @throws DomainError number_taken */
export function assertNumbersFree(db: ReadDatabase, papers: readonly IssuedFacts[]): void {
  const taken = papers.find(paper => isNumberTaken(db, paper.number))
  if (taken) throw new DomainError({ code: 'number_taken', number: taken.number })
}

/** If another desk takes numbers while papers are drawn, they are drawn again with the next ones. */
const drawingAttempts = 3

/** Draws papers with the next numbers, then writes; repeats while `write` finds that numbers have changed. */
export async function drawAndWrite<Drawn, Written>(
  scope: Pick<TaskScope, 'read' | 'write' | 'workspace'>,
  draw: () => Promise<Drawn>,
  write: (drawn: Drawn) => Written,
): Promise<Written> {
  settleLostNumbers(scope)
  for (let attempt = 1; ; attempt += 1) {
    const drawn = await draw()
    try {
      return write(drawn)
    } catch (error) {
      const moved = error instanceof DomainError && error.data.code === 'numbers_moved'
      if (attempt === drawingAttempts || !moved) throw error
    }
  }
}

/**
 * The transaction takes exactly the drawn numbers, or nothing.
 * @param replaced the paper that the only one of `papers` replaces
 * @throws DomainError numbers_moved, already_issued
 */
export function takeNumbers(
  scope: CommandScope,
  { code, kind, issuedOn, officerId }: Issue,
  papers: readonly NumberedDrawing[],
  look: PresentLook,
  replaced: { id: number; number: string; reason: string } | null = null,
) {
  const { db, at, operator, numbers, record, afterCommit } = scope
  const issued = issuedOfCohort(db, getCohort(db, code).id)
  const counter = counterOf(db, kind, code, issuedOn)
  const numberOf = numbering(db, kind, counter.series, issuedOn)
  const next = nextNumber(db, counter)
  // The template may have changed too, not only the counter.
  if (papers.some((paper, index) => paper.sequence !== next + index || paper.number !== numberOf(next + index)))
    throw new DomainError({ code: 'numbers_moved' })
  afterCommit(() => numbers.keep(givenNumbers(db)))
  const { design, ...frozenLook } = look
  const designVersionId = design ? frozenVersion(db, design, { at, by: operator.name }) : null
  return papers.map(({ answers, ...paper }) => {
    const { number, facts } = paper
    const earlier = issued.get(paper.enrolmentId)
    if (earlier && earlier.id !== replaced?.id)
      throw new DomainError({ code: 'already_issued', name: earlier.name, number: earlier.number })
    const of = { ...counter, ...paper, ...frozenLook, issuedOn, officerId, designVersionId }
    const replacement = { replacesId: replaced?.id ?? null, replacementReason: replaced?.reason ?? '' }
    const id = certificateId.parse(insertCertificate(db, { ...of, ...replacement }, { at, by: operator.name }))
    const why = replaced ? { replaces: replaced.number, reason: replaced.reason } : {}
    record('certificate', number, null, { kind, name: facts.name, issuedOn, sha256: paper.kept.sha256, ...why })
    if (answers.length > 0) {
      insertOverrides(db, id, answers, { at, by: operator.name })
      record('issue_override', number, null, { overrides: answers })
    }
    return { id, number, name: facts.name }
  })
}
