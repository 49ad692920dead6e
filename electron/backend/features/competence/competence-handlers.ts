import type { competenceContract } from '../../../../shared/features/competence/contract.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { workbookFile } from '../../files/list-columns.ts'
import type { Handlers } from '../../scope.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { peopleOfEnrolments } from '../cohort/enrolment-store.ts'
import { competenceList } from './competence-list.ts'
import { allCompetenceTests, competenceOfCohort } from './competence-store.ts'
import { saveTests } from './save-tests.ts'

export const competenceHandlers: Handlers<typeof competenceContract> = {
  list: ({ db }, { code }) => (code === null ? allCompetenceTests(db) : competenceOfCohort(db, getCohort(db, code).id)),

  save: saveTests,

  async export(scope, { code }) {
    const { read, write } = scope
    const rows = read(({ db }) =>
      code === null
        ? allCompetenceTests(db)
        : competenceOfCohort(db, getCohort(db, code).id).filter(row => row.test !== null),
    )
    const name = `uji-bnsp${code === null ? '' : `-${code}`}.xlsx`
    const written = await drawOnThread(scope, 'list', competenceList(rows))
    write(({ db, record, saw }) => {
      saw(
        'export',
        name,
        peopleOfEnrolments(
          db,
          rows.map(row => row.enrolmentId),
        ),
      )
      record('export', name, null, { rows: rows.length })
    })
    return workbookFile([written], name)
  },
}
