import { paperTitle } from '../../../shared/facts/paper-key.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { api, readOnce, useRead } from '../../app/client.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'

interface ConsentPaperDialogProps {
  person: { id: TraineeId; name: string }
  onClose: () => void
}

/** The consent sheet to print and sign. */
export function ConsentPaperDialog({ person, onClose }: ConsentPaperDialogProps) {
  const paper = useRead(api.paper.makeForPerson, { traineeId: person.id, key: 'consent', size: null }, readOnce)
  return (
    <FileDialog
      title={paperTitle('consent')}
      facts={person.name}
      query={{ data: paper.data?.file, error: paper.error, refetch: paper.refetch }}
      warnings={paper.data?.warnings ?? []}
      onClose={onClose}
    />
  )
}
