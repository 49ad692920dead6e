import { z } from 'zod'
import { useRemembered } from '../../../app/use-remembered.ts'
import { ChoiceDialog } from '../../../ui/dialog/choice-dialog.tsx'
import { choosableColumns, traineeColumns } from './trainee-columns.tsx'

type Choosable = (typeof choosableColumns)[number]

/** The columns shown on this computer, and the dialog to choose them. */
export function useShownColumns() {
  return useRemembered('kolom-peserta', z.array(z.enum(choosableColumns)), [...choosableColumns])
}

export function visibleColumns(shown: readonly Choosable[]) {
  return traineeColumns.filter(({ key }) => !isChoosable(key) || shown.includes(key))
}

interface ColumnsDialogProps {
  shown: Choosable[]
  onChange: (columns: Choosable[]) => void
  onClose: () => void
}

export function ColumnsDialog({ shown, onChange, onClose }: ColumnsDialogProps) {
  return (
    <ChoiceDialog
      title="Kolom daftar"
      choices={traineeColumns.flatMap(({ key, head }) => (isChoosable(key) ? [{ value: key, label: head }] : []))}
      chosen={shown}
      action="Pakai kolom ini"
      onAction={columns => {
        onChange(columns)
        onClose()
      }}
      onCancel={onClose}
    />
  )
}

function isChoosable(key: string | undefined): key is Choosable {
  return choosableColumns.some(column => column === key)
}
