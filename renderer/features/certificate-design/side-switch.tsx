import { SwitchBar } from '../../ui/form/switch-bar.tsx'

export type Side = 'front' | 'back'

/** Front or back of a certificate. */
export function SideSwitch({ side, onChange }: { side: Side; onChange: (side: Side) => void }) {
  return (
    <SwitchBar
      label="Sisi"
      size="small"
      options={[
        { value: 'front', label: 'Depan' },
        { value: 'back', label: 'Belakang' },
      ]}
      value={side}
      onChange={onChange}
    />
  )
}
