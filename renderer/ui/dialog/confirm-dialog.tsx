import { Flex, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { cancelAction } from '../action/action.ts'
import { ActionButton } from '../action/action-button.tsx'
import layout from '../page/layout.module.css'

interface ConfirmDialogProps {
  opened: boolean
  /** The question with figures: "Terbitkan 12 sertifikat, nomor 0001–0012?" */
  title: string
  /** What is lost or can no longer be changed. */
  children: ReactNode
  /** Text of the button: "Terbitkan 12 sertifikat". */
  action: string
  /** 'danger' if data is lost. */
  tone?: 'primary' | 'danger'
  onAction: () => unknown
  onCancel: () => void
}

/** Confirms what cannot be undone. Batal has the focus, so that Enter alone changes nothing. */
export function ConfirmDialog({
  opened,
  title,
  children,
  action,
  tone = 'danger',
  onAction,
  onCancel,
}: ConfirmDialogProps) {
  return (
    <Modal opened={opened} onClose={onCancel} title={title} size={480}>
      <div className={layout.lead}>{children}</div>
      <Flex justify="flex-end" gap="0.625rem" mt="1.25rem">
        <ActionButton action={cancelAction(onCancel)} autoFocus />
        <ActionButton tone={tone} onAction={onAction}>
          {action}
        </ActionButton>
      </Flex>
    </Modal>
  )
}
