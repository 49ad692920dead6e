import { type FileKind, fileLabels } from '../../../../shared/features/trainee/trainee-file.ts'
import { ScanDialog } from '../../paper/scan-dialog.tsx'

interface TraineeFileDialogProps {
  name: string
  kind: FileKind
  file: File
  onClose: () => void
}

/** A scan of a person that was asked for. */
export function TraineeFileDialog({ name, kind, file, onClose }: TraineeFileDialogProps) {
  return <ScanDialog title={`${fileLabels[kind]} · ${name}`} file={file} onClose={onClose} />
}
