import type { provisionContract } from '../../../../shared/features/provision/contract.ts'
import { mostPictures } from '../../../../shared/features/provision/provision.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, foundIn } from '../../domain-error.ts'
import { deleteStoredFile, keepFile, readStoredFile } from '../../files/file-store.ts'
import { readPicture } from '../../pdf/picture/picture.ts'
import type { Handlers } from '../../scope.ts'
import { type CohortRecord, getCohort, getOpenCohort } from '../cohort/cohort-store.ts'
import { joinList } from '../desk/join-record.ts'
import { deletePicture, insertPicture, type PictureRow, picturesOfCohort, placePicture } from './picture-store.ts'

type PictureContract = Pick<typeof provisionContract, 'addPicture' | 'savePictures' | 'removePicture' | 'openPicture'>

export const pictureHandlers: Handlers<PictureContract> = {
  async addPicture(task, { code, file, caption }) {
    task.read(({ db }) => assertRoom(db, getOpenCohort(db, code)))
    // A picture that cannot be printed is refused now, not when the report is due.
    if (readPicture(new Uint8Array(await file.arrayBuffer())) === null)
      throw new DomainError({ code: 'not_a_picture', file: file.name.slice(0, 80) })
    return keepFile(task, file, ({ db, record }, { fileId, sha256 }) => {
      const cohort = getOpenCohort(db, code)
      assertRoom(db, cohort)
      insertPicture(db, cohort.id, fileId, caption)
      record('cohort_picture', code, null, { fileId, caption, sha256 })
      return { fileId }
    })
  },

  savePictures(scope, { code, pictures: mine, seen, chosen }) {
    const { db, record } = scope
    const cohort = getOpenCohort(db, code)
    const before = picturesOfCohort(db, cohort.id)
    for (const { fileId: id } of mine) foundIn(before, one => one.fileId === id, 'file')
    const list = { history: [{ entity: 'cohort_picture', id: code }], seen, theirs: before.map(named), mine, chosen }
    const { rows: pictures, joined } = joinList(scope, { ...list, nameOf: one => `foto ${one.fileId}` })
    pictures.forEach(({ fileId: id, caption }, index) => {
      placePicture(db, id, index + 1, caption)
    })
    record('cohort_picture', code, before.map(named), pictures)
    return { joined }
  },

  async removePicture({ write, workspace }, { code, fileId: id }) {
    const file = write(({ db, record }) => {
      const picture = pictureOf(db, getOpenCohort(db, code), id)
      deletePicture(db, id)
      record('cohort_picture', code, { ...named(picture), sha256: picture.sha256 }, null)
      return picture
    })
    await deleteStoredFile(workspace.folder, file)
  },

  async openPicture({ read, workspace }, { code, fileId: id }) {
    const picture = read(({ db }) => pictureOf(db, getCohort(db, code), id))
    const bytes = await readStoredFile(workspace, picture)
    return { file: new File([bytes], picture.caption || 'foto', { type: picture.type }) }
  },
}

function assertRoom(db: ReadDatabase, { id }: CohortRecord): void {
  if (picturesOfCohort(db, id).length >= mostPictures)
    throw new DomainError({ code: 'pictures_full', most: mostPictures })
}

function pictureOf(db: ReadDatabase, { id }: CohortRecord, wanted: number): PictureRow {
  return foundIn(picturesOfCohort(db, id), one => one.fileId === wanted, 'file')
}

function named({ fileId: id, caption }: PictureRow) {
  return { fileId: id, caption }
}
