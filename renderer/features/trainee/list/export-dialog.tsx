import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import {
  defaultExportColumns,
  type ExportColumn,
  exportColumnLabels,
  exportColumns,
} from '../../../../shared/features/trainee/export-columns.ts'
import { useRemembered } from '../../../app/use-remembered.ts'
import { ChoiceDialog } from '../../../ui/dialog/choice-dialog.tsx'
import { ticking } from '../../../ui/form/field.tsx'
import layout from '../../../ui/page/layout.module.css'

interface ExportDialogProps {
  /** Number of people in the file. */
  count: number
  onExport: (columns: ExportColumn[], fullNik: boolean) => void
  onClose: () => void
}

/** Asks which columns are exported, and whether the NIK is. Mount only while open. */
export function ExportDialog({ count, onExport, onClose }: ExportDialogProps) {
  const [fullNik, setFullNik] = useState(false)
  const [columns, remember] = useRemembered('ekspor-peserta', z.array(z.enum(exportColumns)).min(1), [
    ...defaultExportColumns,
  ])
  return (
    <ChoiceDialog
      title="Kolom berkas Excel"
      choices={exportColumns.map(value => ({ value, label: exportColumnLabels[value] }))}
      chosen={columns}
      action={`Ekspor ${formatCount(count)} peserta`}
      onAction={chosen => {
        remember(chosen)
        onClose()
        onExport(chosen, fullNik && chosen.includes('nik'))
      }}
      onCancel={onClose}
    >
      <Checkbox
        label="NIK lengkap"
        description="Tanpa ini tengah NIK disamarkan. Untuk diimpor kembali, NIK harus lengkap."
        {...ticking(fullNik, setFullNik)}
      />
      <p className={layout.words}>Ekspor ini dicatat: siapa, kapan, peserta mana, dan apakah NIK lengkap.</p>
    </ChoiceDialog>
  )
}

export function formatCount(count: number): string {
  return count.toLocaleString('id-ID')
}
