import { Flex } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useFirstField } from '../../ui/form/use-first-field.ts'
import styles from './pair-page.module.css'
import { useLookFirst } from './use-look-first.ts'

interface WordsPanelProps {
  words: readonly string[]
  /** When this side confirmed the words; null before. */
  waitingSince: number | null
  /** The name of the Admin who is signed in at the host; null if none is. */
  admin: string | null
  pending: boolean
  onSame: () => unknown
  onDiffers: () => unknown
  onTakeBack: () => void
}

/** The four words that must be equal on both screens, then waiting for approval. */
export function WordsPanel({ words, waitingSince, admin, pending, onSame, onDiffers, onTakeBack }: WordsPanelProps) {
  const same: Action = {
    label: 'Ya, sama',
    keys: 'Enter',
    tone: 'primary',
    run: onSame,
    pending,
    refused: useLookFirst(),
  }
  const takeBack: Action = { label: 'Batalkan', keys: 'Esc', run: onTakeBack }
  const waiting = waitingSince !== null
  const first = useFirstField<HTMLElement>()
  // The button that had the focus is gone. Not on the next one: Enter pressed twice would take the request back.
  useEffect(() => {
    if (waiting) first.current?.focus()
  }, [waiting, first])
  useActions([waiting ? takeBack : same])
  return (
    <section ref={first} className={styles.compare} aria-label="Empat kata" tabIndex={-1}>
      <h2>Samakah dengan layar PC utama?</h2>
      <ol className={styles.words}>
        {words.map(word => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      {waiting ? (
        <>
          <p role="status">
            Menunggu {admin ?? 'Admin'} menyetujui di PC utama · <Elapsed since={waitingSince} />. Layar ini lanjut
            sendiri.
          </p>
          <Flex mt="0.75rem" gap="0.5rem">
            <ActionButton action={takeBack} />
          </Flex>
        </>
      ) : (
        <>
          <Flex gap="0.5rem">
            <ActionButton action={same} autoFocus />
            <ActionButton onAction={onDiffers}>Berbeda</ActionButton>
          </Flex>
          <p>Berbeda berarti ada komputer lain di tengah. Sambungan diputus dan tidak ada yang terkirim.</p>
        </>
      )}
    </section>
  )
}

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.floor((now - since) / 1000))
  return <span aria-hidden>{`${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`}</span>
}
