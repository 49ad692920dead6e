import { Modal } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import {
  type Attachment,
  attachmentNames,
  mostAttachmentMegabytes,
} from '../../../shared/features/attachment/attachment.ts'
import type { Command } from '../../app/use-command.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import layout from '../../ui/page/layout.module.css'

interface AttachDialogProps<Id> {
  title: string
  id: Id
  /** The present attachment. */
  present: Attachment | null
  attach: Pick<Command<{ id: Id; file: File }, void>, 'run' | 'pending' | 'error'>
  remove: Pick<Command<{ id: Id }, void>, 'run' | 'error'>
  onClose: () => void
}

/** Attaches a scan, replacing the present one. Mount only while open. */
export function AttachDialog<Id>({ title, id, present, attach, remove, onClose }: AttachDialogProps<Id>) {
  useReturnFocus()
  const error = attach.error ?? remove.error
  return (
    <Modal opened onClose={onClose} title={title} size={480}>
      <div className={layout.stack}>
        <FileDrop
          label="Berkas hasil scan"
          accept={attachmentNames}
          icon={IconFileUpload}
          pending={attach.pending}
          onFile={async file => {
            if (await attach.run({ id, file })) onClose()
          }}
        >
          Jatuhkan PDF atau JPEG di sini, paling besar {mostAttachmentMegabytes} MB.
        </FileDrop>
        {present && (
          <p className={layout.words}>
            Sekarang: {present.name}.{' '}
            <LinkAction
              size="small"
              onAction={async () => {
                if (await remove.run({ id })) onClose()
              }}
            >
              Hapus hasil scan
            </LinkAction>
          </p>
        )}
        <ErrorNote error={error} />
      </div>
    </Modal>
  )
}
