import { TextInput } from '@mantine/core'
import { field, typing } from '../../../ui/form/field.tsx'
import { Panel } from '../../../ui/page/panel.tsx'

interface CorrectionPanelProps {
  value: string
  onChange: (reason: string) => void
}

/** Reason of a correction requested by the person. */
export function CorrectionPanel({ value, onChange }: CorrectionPanelProps) {
  return (
    <Panel title="Koreksi atas permintaan orangnya" facts="nilai lama dan baru tersimpan">
      <TextInput
        {...field({ label: 'Alasan koreksi', hint: 'Paling sedikit 10 huruf.' })}
        {...typing(value, onChange)}
        autoFocus
      />
    </Panel>
  )
}
