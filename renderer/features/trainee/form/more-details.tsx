import { Flex } from '@mantine/core'
import { type ComponentProps, useState } from 'react'
import { detailFields } from '../../../../shared/features/trainee/details.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { KeyCap } from '../../../ui/action/key-cap.tsx'
import { DetailFields } from './detail-fields.tsx'

/** Optional fields, folded at first. A field with an error is always shown. */
export function MoreDetails(props: ComponentProps<typeof DetailFields>) {
  const [opened, setOpened] = useState(false)
  const toggle: Action = { label: 'Data lain', keys: 'Alt L', run: () => setOpened(!opened) }
  useActions([toggle])
  if (opened || Object.keys(props.form.errors).some(path => path in detailFields)) return <DetailFields {...props} />
  return (
    <Flex component="p" c="var(--ink-2)" fz="0.8125rem" align="center" gap="0.5rem">
      <LinkAction onAction={toggle.run}>{toggle.label}</LinkAction>
      <KeyCap>{toggle.keys ?? ''}</KeyCap>
      <span>agama, status kawin, email, domisili, AK-1, ukuran, kontak darurat</span>
    </Flex>
  )
}
