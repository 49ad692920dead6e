import { LinkAction } from '../action/action-button.tsx'
import { Note } from '../feedback/note.tsx'

interface RejectedValuesProps {
  /** Values that did not fit, with place or reason: "“8o” di JP hari ke-3". */
  values: readonly string[]
  onClose: () => void
}

const shown = 6

/** Lists values that could not be placed or read, so that nothing is dropped silently. */
export function RejectedValues({ values, onClose }: RejectedValuesProps) {
  if (values.length === 0) return null
  const rest = values.length - shown
  return (
    <Note tone="warn" live title="Tidak masuk:" actions={<LinkAction onAction={onClose}>Tutup</LinkAction>}>
      {values.slice(0, shown).join(' · ')}
      {rest > 0 && ` · dan ${rest} lagi`}
    </Note>
  )
}
