import { LinkAction } from '../action/action-button.tsx'
import { Note } from '../feedback/note.tsx'
import { CutList } from '../page/cut-list.tsx'

interface RejectedValuesProps {
  /** Values that did not fit, with place or reason: "“8o” di JP hari ke-3". */
  values: readonly string[]
  onClose: () => void
}

/** Lists values that could not be placed or read, so that nothing is dropped silently. */
export function RejectedValues({ values, onClose }: RejectedValuesProps) {
  if (values.length === 0) return null
  return (
    <Note tone="warn" live title="Tidak masuk:" actions={<LinkAction onAction={onClose}>Tutup</LinkAction>}>
      <CutList items={values} most={6} between=" · " />
    </Note>
  )
}
