import { Box, Flex, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { panelDraft } from '../../../shared/features/graduation/contract.ts'
import { useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import { typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import type { Override } from './panel-outcome.ts'

interface OverrideLineProps {
  name: string
  decision: Override['decision']
  /** The reason given before. */
  first: string
  onSave: (reason: string) => void
  onCancel: () => void
}

const reasonSchema = panelDraft.shape.overrides.element.shape.reason
const words = { passed: 'Lulus', failed: 'Tidak lulus' }

/** In the row of a person: why the panel decides otherwise than the rules. Enter saves, Esc cancels. */
export function OverrideLine({ name, decision, first, onSave, onCancel }: OverrideLineProps) {
  const [text, setText] = useState(first)
  const [tried, setTried] = useState(false)
  const read = reasonSchema.safeParse(text)
  const problem = read.success ? undefined : read.error.issues[0]?.message

  function save() {
    setTried(true)
    if (read.success) onSave(read.data)
  }
  // Overrides the Ctrl Enter of the page, which would close the panel before the reason is saved.
  useActions([{ label: `Jadikan ${words[decision].toLowerCase()}`, keys: 'Ctrl Enter', run: save }])
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') save()
    else onCancel()
  }

  return (
    <Flex align="center" gap="0.625rem">
      <Box component="span" flex="none" fz="0.8125rem" fw={600} id="override-label">
        Ubah menjadi {words[decision]}, alasan sidang:
      </Box>
      <TextInput
        className={layout.grows ?? ''}
        autoFocus
        aria-label={`Alasan sidang untuk ${name}`}
        {...typing(text, setText)}
        error={tried ? problem : undefined}
        onKeyDown={press}
      />
      <ActionButton tone="primary" refused={problem} onAction={save}>
        Jadikan {words[decision].toLowerCase()}
      </ActionButton>
      <KeyCap>Esc</KeyCap>
    </Flex>
  )
}
