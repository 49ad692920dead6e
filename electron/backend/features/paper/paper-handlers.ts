import { paperTitle } from '../../../../shared/facts/paper-key.ts'
import type { paperContract } from '../../../../shared/features/paper/contract.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { Handlers } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { drawPersonPaper } from '../letter/draw-person-paper.ts'
import { factsOfPerson } from '../letter/read-person-papers.ts'
import { paperRows } from './list-papers.ts'
import { makePaper } from './make-paper.ts'

export const paperHandlers: Handlers<typeof paperContract> = {
  list: ({ db }, { code }) => paperRows(db, getCohort(db, code)),

  make: makePaper,

  async makeForPerson(scope, { traineeId, key, size }) {
    const { facts, paperSize } = scope.read(query => ({
      facts: factsOfPerson(query, traineeId),
      paperSize: getCentre(query.db).paperSize,
    }))
    const paper = drawPersonPaper(key, facts, size ?? paperSize)
    const file = pdfFile(`${key}-${facts.people[0]?.name ?? ''}`, paper)
    return { file, title: paperTitle(key), warnings: paper.warnings }
  },
}
