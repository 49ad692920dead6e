import { TextInput } from '@mantine/core'
import { field } from '../../ui/form/field.tsx'
import { Panel } from '../../ui/page/panel.tsx'

/** Why the person asked for the correction; the first thing the form asks then. */
export function CorrectionReason({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  return (
    <Panel title="Koreksi atas permintaan orangnya" facts="nilai lama dan baru tersimpan">
      <TextInput
        {...field({ label: 'Alasan koreksi', hint: 'Paling sedikit 10 huruf.' })}
        value={value}
        autoFocus
        onChange={event => onChange(event.currentTarget.value)}
      />
    </Panel>
  )
}
