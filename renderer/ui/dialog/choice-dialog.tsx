import { Checkbox, Modal } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { ActionButton } from '../action/action-button.tsx'
import { classNames } from '../page/class-names.ts'
import styles from './choice-dialog.module.css'
import title from './confirm-dialog.module.css'
import { useReturnFocus } from './use-return-focus.ts'

interface ChoiceDialogProps<Value extends string> {
  /** What is chosen: "Kolom berkas Excel". */
  title: string
  choices: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  /** Names the act: "Ekspor 120 peserta". */
  action: string
  /** One below the other: the labels are sentences. */
  rows?: boolean
  /** What must be known first, below the boxes. */
  children?: React.ReactNode
  onAction: (chosen: Value[]) => unknown
  onCancel: () => void
}

/** Boxes to be ticked before an act, Ctrl Enter. Mount it while it is asked; the answer comes in the order of the choices. */
export function ChoiceDialog<Value extends string>(props: ChoiceDialogProps<Value>) {
  useReturnFocus()
  const [ticked, setTicked] = useState<readonly string[]>(props.chosen)
  const chosen = props.choices.map(one => one.value).filter(value => ticked.includes(value))
  const problem = chosen.length === 0 ? 'Pilih paling sedikit satu.' : undefined

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !event.ctrlKey || problem) return
    event.preventDefault()
    void props.onAction(chosen)
  }

  return (
    <Modal opened onClose={props.onCancel} title={props.title} size={520} classNames={{ title: title.title ?? '' }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key works from every box in it */}
      <div className={styles.form} onKeyDown={press}>
        <Checkbox.Group aria-label={props.title} value={[...ticked]} onChange={setTicked}>
          <div className={classNames(styles.boxes, props.rows && styles.rows)}>
            {props.choices.map(({ value, label }, index) => (
              <Checkbox key={value} value={value} label={label} data-autofocus={index === 0 || undefined} />
            ))}
          </div>
        </Checkbox.Group>
        {props.children}
        <div className={styles.actions}>
          <ActionButton onAction={props.onCancel} keys="Esc">
            Batal
          </ActionButton>
          <ActionButton tone="primary" keys="Ctrl Enter" refused={problem} onAction={() => props.onAction(chosen)}>
            {props.action}
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}
