import { reachOf } from '../../../../shared/features/access/access-matrix.ts'
import type { traineeContract } from '../../../../shared/features/trainee/contract.ts'
import { matchPhoto } from '../../../../shared/features/trainee/match-photo.ts'
import { nothingRestricted } from '../../../../shared/features/trainee/restricted.ts'
import { type TraineeId, traineeId } from '../../../../shared/ids.ts'
import { bytesOfDataUrl } from '../../data-url.ts'
import { found } from '../../domain-error.ts'
import { workbookFile } from '../../files/list-columns.ts'
import { nikPlace } from '../../region/regencies.ts'
import { searchVillages } from '../../region/villages.ts'
import type { Handlers, QueryScope } from '../../scope.ts'
import { ownClasses } from '../access/own-class-store.ts'
import { restrictedAdmissions } from './admission-store.ts'
import { assertBorn } from './assert-born.ts'
import { exportTrainees, type RowPiece } from './export-trainees.ts'
import { exportOnThread, exportProgress, stopExport } from './export-work.ts'
import { filterChoices } from './filter-choice-store.ts'
import { traineeHistory } from './history-store.ts'
import { insertAsBatch } from './import-batch-store.ts'
import { listIds } from './people-list-store.ts'
import { countLines, countStates } from './people-question-store.ts'
import { assertUsable } from './person-state-store.ts'
import { findPhoto, photoPeople, savePhoto } from './photo-store.ts'
import { findRestricted } from './restricted-store.ts'
import { restrictedEvidenceOf } from './target-store.ts'
import { findByNik, findTrainee, getTraineePage, insertTrainee, listTrainees, survivorOf } from './trainee-store.ts'

export const traineeHandlers: Handlers<
  Omit<typeof traineeContract, 'save' | 'byNik' | 'addFile' | 'removeFile' | 'openFile'>
> = {
  list: (scope, { limit, offset, ...question }) =>
    listTrainees(scope.db, { ...question, within: ownPeople(scope) }, limit, offset),

  listCounts: (scope, question) => countStates(scope.db, { ...question, within: ownPeople(scope) }),

  listIds: (scope, question) => listIds(scope.db, { ...question, within: ownPeople(scope) }),

  filterChoices: ({ db }) => filterChoices(db),

  // The id of a merged person leads to the survivor.
  get({ db, saw }, { id }) {
    const trainee = found(findTrainee(db, id) ?? findTrainee(db, survivorOf(db, id) ?? 0), 'trainee')
    saw('trainee_view', trainee.id, [trainee.id])
    return getTraineePage(db, trainee)
  },

  showRestricted({ db, record, saw }, { id }) {
    assertUsable(db, id)
    saw('trainee_restricted', id, [id])
    record('trainee_restricted', id, null, { shown: [...Object.keys(nothingRestricted), 'stunting', 'decile'] })
    return {
      ...(findRestricted(db, id) ?? nothingRestricted),
      evidence: restrictedEvidenceOf(db, id),
      admissions: restrictedAdmissions(db, id),
    }
  },

  history: ({ db }, { id }) => traineeHistory(db, found(findTrainee(db, id), 'trainee').id),

  setPhoto({ db, record }, { id, photo }) {
    assertUsable(db, id)
    const before = findPhoto(db, id) !== null
    savePhoto(db, id, bytesOfDataUrl(photo))
    record('trainee_photo', id, { photo: before }, { photo: photo !== null })
  },

  matchPhotos({ db }, { ids, files }) {
    const people = photoPeople(db, ids)
    return {
      having: people.filter(person => person.hasPhoto === 1).map(person => person.id),
      matches: files.map(file => matchPhoto(file, people)),
    }
  },

  setPhotos({ db, record }, { photos }) {
    for (const { id, photo } of photos) {
      assertUsable(db, id)
      const before = findPhoto(db, id) !== null
      savePhoto(db, id, bytesOfDataUrl(photo))
      record('trainee_photo', id, { photo: before }, { photo: true })
    }
    return { count: photos.length }
  },

  nikPlace: (_scope, { digits }) => nikPlace(digits),

  villages: (_scope, { search, limit }) => searchVillages(search, limit),

  importRows({ db, today, record }, { fileName, rows }) {
    for (const row of rows) assertBorn(row, today)
    const created: ReturnType<typeof traineeId.parse>[] = []
    const matched: typeof created = []
    const all = insertAsBatch(db, () =>
      rows.map(row => {
        const present = findByNik(db, row.nik)
        const id = present?.id ?? traineeId.parse(insertTrainee(db, row))
        ;(present ? matched : created).push(id)
        return id
      }),
    )
    record('import', fileName, null, { created, matched })
    return { created, matched, all }
  },

  async exportList({ read, write, workspace }, { columns, fullNik, ids, ticket, ...question }) {
    const count = ids?.length ?? read(({ db }) => countLines(db, question))
    const request = { question, columns, fullNik, ids }
    const name = 'daftar-peserta.xlsx'
    // A File uses blobs without copying; with bytes there would be a second copy.
    const pieces: Blob[] = []
    const hand = (piece: RowPiece) => void pieces.push(new Blob([piece]))
    const list =
      count > mostExportedHere
        ? await exportOnThread(workspace.threads, request, ticket, count, hand)
        : exportTrainees(workspace.read, request, hand)
    // After a leak the audit must show whose data was in the file, and which columns.
    write(({ record, saw }) => {
      saw('export', name, list.people)
      record('export', name, null, { ...question, columns, fullNik, count: list.people.length, trainees: list.ranges })
    })
    return workbookFile([list.before, ...pieces, list.after], name)
  },

  exportProgress: (_scope, { ticket }) => exportProgress(ticket),

  async cancelExport(_scope, { ticket }) {
    stopExport(ticket)
  },
}

/** People an instructor may see; null for roles that see everybody. */
function ownPeople({ db, operator }: QueryScope): TraineeId[] | null {
  if (operator === null || reachOf(operator.roles, 'trainee.see') !== 'own') return null
  return [...ownClasses(db, operator.instructorId).people] as TraineeId[]
}

/** Shorter lists are written here, because starting a thread takes longer. */
const mostExportedHere = 300
