import { hasOwnDate } from '../../../../shared/facts/paper-date.ts'
import { paperTitle } from '../../../../shared/facts/paper-key.ts'
import type { paperContract } from '../../../../shared/features/paper/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { DomainError } from '../../domain-error.ts'
import { drawOnThread, warmUpDrawing } from '../../draw-on-thread.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { Handlers } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { cohortFacts } from '../graduation/cohort-facts-store.ts'
import { paperDateOf, writePaperDate } from '../letter/paper-date-store.ts'
import { factsOfPerson } from '../letter/read-person-papers.ts'
import { paperRows } from './list-papers.ts'
import { makeOffice, makePaper } from './make-paper.ts'

export const paperHandlers: Handlers<typeof paperContract> = {
  list(scope, { code }) {
    // People who look at this list usually draw papers next.
    warmUpDrawing(scope)
    return paperRows(scope.db, getCohort(scope.db, code))
  },

  make: makePaper,

  office: makeOffice,

  setDate({ db, at, operator, record }, { code, key, date }) {
    const cohort = getCohort(db, code)
    if (!hasOwnDate(key)) throw new DomainError({ code: 'paper_without_date', title: paperTitle(key) })
    const facts = cohortFacts(db, { today: at.slice(0, 10) as PlainDate, at }, cohort)
    const before = paperDateOf(db, cohort.id, key, facts).date
    writePaperDate(db, cohort.id, key, date, { byHand: true, at: at.slice(0, 16), by: operator.name })
    record('paper_date', `${code} ${key}`, { date: before }, { date })
  },

  async makeForPerson(scope, { traineeId, key, size }) {
    const { facts, paperSize } = scope.read(query => ({
      facts: factsOfPerson(query, traineeId),
      paperSize: getCentre(query.db).paperSize,
    }))
    const letter = { kind: 'person', key, facts } as const
    const paper = await drawOnThread(scope, 'letter-preview', { letter, size: size ?? paperSize })
    scope.saw('trainee_view', traineeId, [traineeId])
    const file = pdfFile(`${paperTitle(key)} – ${facts.people[0]?.name ?? ''}`, paper)
    return { file, title: paperTitle(key), warnings: paper.warnings }
  },
}
