import { Flex } from '@mantine/core'
import { IconDeviceDesktopQuestion } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { PairingRequest } from '../../../shared/features/desk/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import styles from './desk-section.module.css'
import { useLookFirst } from './use-look-first.ts'

/** A pairing request, with the four words that must also be shown on the other screen. */
export function RequestPanel({ request: { id, name, computer, address, words, same } }: { request: PairingRequest }) {
  const approve = useCommand(api.desk.approve, { done: () => `${name} tersambung.` })
  const refuse = useCommand(api.desk.refuse, { done: () => `${name} ditolak.` })
  const early = useLookFirst()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (early === undefined && same) panel.current?.querySelector<HTMLElement>('[data-approve] button')?.focus()
  }, [early, same])
  const approval: Action = {
    label: 'Setujui meja',
    // Its button has the focus, and only there Enter approves.
    keys: 'Enter',
    needs: 'admin.change',
    tone: 'primary',
    run: () => approve.run({ request: id }),
    pending: approve.pending,
    refused: same ? early : `Tunggu sampai ${name} berkata katanya sama.`,
  }
  return (
    <section ref={panel} className={styles.request} aria-label={`${name} ingin tersambung`}>
      <IconDeviceDesktopQuestion size={20} className={styles.sign} aria-hidden />
      <div className={layout.fills}>
        <p>
          <strong>{name}</strong> ingin tersambung. Samakah empat kata di layarnya?
        </p>
        <Flex wrap="wrap" align="center" mt="0.5rem" gap="0.375rem 1rem">
          <ol className={styles.words}>
            {words.map(word => (
              <li key={word}>{word}</li>
            ))}
          </ol>
          <span className={styles.computer}>
            {computer}
            <br />
            {address}
          </span>
        </Flex>
        <ErrorNote error={approve.error ?? refuse.error} />
      </div>
      <Flex gap="0.5rem">
        <ActionButton pending={refuse.pending} onAction={() => refuse.run({ request: id })}>
          Tolak meja
        </ActionButton>
        <span data-approve>
          <ActionButton action={approval} />
        </span>
      </Flex>
    </section>
  )
}
