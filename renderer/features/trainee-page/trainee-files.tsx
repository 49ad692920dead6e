import { useState } from 'react'
import type { Trainee, TraineeFile } from '../../../shared/features/trainee/contract.ts'
import { fileLabels } from '../../../shared/features/trainee/trainee-file.ts'
import { type PlainDate, shortDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../app/client.ts'
import { readFile, ScanDialog } from '../../app/file/scan-dialog.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { FileList, formatSize } from '../trainee/file-list.tsx'

/** The scans of a person. Opening one is recorded. */
export function TraineeFiles({ trainee }: { trainee: Trainee }) {
  const { id, name, files } = trainee
  const add = useCommand(api.trainee.addFile, { done: (_, { kind }) => `${fileLabels[kind]} disimpan.` })
  const remove = useCommand(api.trainee.removeFile, { done: () => 'Berkas dihapus.' })
  const open = useCommand(api.trainee.openFile)
  const [shown, setShown] = useState<{ kind: TraineeFile['kind']; file: File } | null>(null)
  const [leaving, setLeaving] = useState<TraineeFile | null>(null)
  const error = add.error ?? open.error ?? remove.error

  /** Clears earlier errors. */
  function begin() {
    for (const action of [add, remove, open]) action.clear()
  }
  async function look({ id: fileId, kind }: TraineeFile) {
    begin()
    const opened = await open.run({ fileId })
    if (opened) setShown({ kind, file: opened.output.file })
  }

  return (
    <div className={layout.fills}>
      <ErrorNote error={error} />
      <FileList
        pending={add.pending}
        files={files.map(file => ({
          key: file.id,
          kind: file.kind,
          words: `${formatSize(file.size)}, ${shortDate(file.at.slice(0, 10) as PlainDate)}`,
          onOpen: () => look(file),
          onRemove: () => setLeaving(file),
        }))}
        onAdd={(kind, file) => {
          begin()
          void add.run({ id, kind, file, evidenceId: provenBy(trainee, kind) })
        }}
      />
      {shown && (
        <ScanDialog
          title={`${fileLabels[shown.kind]} · ${name}`}
          {...readFile(shown.file)}
          onClose={() => setShown(null)}
        />
      )}
      <ConfirmDialog
        opened={leaving !== null}
        title={`Hapus ${leaving ? fileLabels[leaving.kind] : 'berkas'}?`}
        action="Hapus berkas"
        onAction={async () => {
          begin()
          if (leaving) await remove.run({ fileId: leaving.id })
          setLeaving(null)
        }}
        onCancel={() => setLeaving(null)}
      >
        Berkasnya hilang dari komputer ini dan tidak dapat dikembalikan.
      </ConfirmDialog>
    </div>
  )
}

/** Id of the latest evidence if it has no scan yet: an uploaded file of this kind belongs to it. */
function provenBy({ evidence }: Trainee, kind: TraineeFile['kind']) {
  if (kind !== 'SKTM' && kind !== 'DTSEN') return null
  const [latest] = evidence
  return latest && latest.fileId === null ? latest.id : null
}
