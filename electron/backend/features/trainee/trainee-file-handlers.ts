import type { traineeContract } from '../../../../shared/features/trainee/contract.ts'
import { fileLabels } from '../../../../shared/features/trainee/trainee-file.ts'
import { found } from '../../domain-error.ts'
import { deleteStoredFile, keepFile, readStoredFile } from '../../files/file-store.ts'
import type { Handlers } from '../../scope.ts'
import { proveConsent } from './consent-store.ts'
import { assertUsable } from './person-state-store.ts'
import { proveEvidence } from './target-store.ts'
import { deleteTraineeFile, findTraineeFile, insertTraineeFile } from './trainee-file-store.ts'

type FileContract = Pick<typeof traineeContract, 'addFile' | 'removeFile' | 'openFile'>

export const traineeFileHandlers: Handlers<FileContract> = {
  addFile(task, { id, kind, file, evidenceId, consentId }) {
    task.read(({ db }) => assertUsable(db, id))
    return keepFile(task, file, ({ db, record }, { fileId, sha256, type, size }) => {
      assertUsable(db, id)
      insertTraineeFile(db, id, fileId, kind)
      if (evidenceId !== null) proveEvidence(db, id, evidenceId, fileId)
      if (consentId !== null) proveConsent(db, id, consentId, fileId)
      record('trainee_file', id, null, { fileId, kind, type, size, sha256 })
      return { fileId }
    })
  },

  async removeFile({ write, workspace }, { fileId: id }) {
    const { folder } = workspace
    const file = write(({ db, record }) => {
      const row = found(findTraineeFile(db, id), 'file')
      assertUsable(db, row.traineeId)
      deleteTraineeFile(db, id)
      record('trainee_file', row.traineeId, { fileId: id, kind: row.kind, sha256: row.sha256 }, null)
      return row
    })
    await deleteStoredFile(folder, file)
  },

  async openFile({ read, write, workspace }, { fileId: id }) {
    const file = read(({ db }) => {
      const row = found(findTraineeFile(db, id), 'file')
      assertUsable(db, row.traineeId)
      return row
    })
    const bytes = await readStoredFile(workspace, file)
    // Recorded before it is returned: without the audit row there is no file.
    write(({ record, saw }) => {
      saw('trainee_file', file.traineeId, [file.traineeId])
      record('trainee_file', file.traineeId, null, { opened: id, kind: file.kind })
    })
    return { file: new File([bytes], fileLabels[file.kind], { type: file.type }) }
  },
}
