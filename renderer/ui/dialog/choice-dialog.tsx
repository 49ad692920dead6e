import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './choice-dialog.module.css'
import { FormModal } from './form-dialog.tsx'

interface ChoiceDialogProps<Value extends string> {
  /** Title: "Kolom berkas Excel". */
  title: string
  choices: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  /** Text of the button: "Ekspor 120 peserta". */
  action: string
  /** One below the other, for long labels. */
  rows?: boolean
  /** Further information below the boxes. */
  children?: React.ReactNode
  onAction: (chosen: Value[]) => unknown
  onCancel: () => void
}

/** Checkboxes before an action (Ctrl Enter). Mount only while open. The result has the order of the choices. */
export function ChoiceDialog<Value extends string>(props: ChoiceDialogProps<Value>) {
  const [ticked, setTicked] = useState<readonly string[]>(props.chosen)
  const chosen = props.choices.map(one => one.value).filter(value => ticked.includes(value))

  return (
    <FormModal
      title={props.title}
      onClose={props.onCancel}
      size={520}
      action={{
        label: props.action,
        keys: 'Ctrl Enter',
        refused: chosen.length === 0 ? 'Pilih paling sedikit satu.' : undefined,
        run: () => props.onAction(chosen),
      }}
    >
      <Checkbox.Group aria-label={props.title} value={[...ticked]} onChange={setTicked}>
        <div className={classNames(styles.boxes, props.rows && styles.rows)}>
          {props.choices.map(({ value, label }, index) => (
            <Checkbox key={value} value={value} label={label} data-autofocus={index === 0 || undefined} />
          ))}
        </div>
      </Checkbox.Group>
      {props.children}
    </FormModal>
  )
}
