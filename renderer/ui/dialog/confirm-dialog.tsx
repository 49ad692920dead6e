import { Flex, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { cancelAction } from '../action/action.ts'
import { ActionButton } from '../action/action-button.tsx'
import layout from '../page/layout.module.css'

interface ConfirmDialogProps {
  opened: boolean
  /** The question, in figures: "Terbitkan 12 sertifikat, nomor 0001–0012?" */
  title: string
  /** What is lost or can no longer be changed. */
  children: ReactNode
  /** Names the act, "Terbitkan 12 sertifikat". */
  action: string
  /** 'danger' where data goes away. */
  tone?: 'primary' | 'danger'
  onAction: () => unknown
  onCancel: () => void
}

/** Asks once, before what cannot be undone. The focus stands on Batal, so that Enter alone loses nothing. */
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
