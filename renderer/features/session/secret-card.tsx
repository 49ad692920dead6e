import { PasswordInput } from '@mantine/core'
import { IconArrowBigUp, IconHourglass } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { Account } from '../../../shared/features/access/contract.ts'
import { waitAfter } from '../../../shared/features/access/secret.ts'
import { api, useCommand } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { submitting } from '../../ui/form/enter-moves-on.ts'
import { field as fieldProps, typing } from '../../ui/form/field.tsx'
import { PinCells } from '../../ui/form/pin-cells.tsx'
import layout from '../../ui/page/layout.module.css'
import styles from './secret-card.module.css'

interface SecretFormProps {
  account: Account
  pinLabel?: string
  onIn: () => void
  /** Called for a letter where only digits are allowed: the person is typing a name. */
  onLetter: (letter: string) => void
  /** Called by Esc in the field. */
  onLeave?: () => void
  field: RefObject<HTMLInputElement | null>
}

/** The PIN or password of a person. A wrong one clears the field; from the third on it is blocked for a while. */
export function SecretForm({ account, pinLabel = 'PIN 6 angka', onIn, onLetter, onLeave, field }: SecretFormProps) {
  const [typed, setTyped] = useState('')
  const [capsLock, setCapsLock] = useState(false)
  const [shown, setShown] = useState(false)
  const signIn = useCommand(api.access.signIn)
  const noteId = useId()
  const refused = signIn.domainError
  const wait = useWait(refused?.code === 'sign_in_waits' ? refused : null)
  const closed = wait !== null
  const problem = refused?.code === 'sign_in_waits' ? null : signIn.error
  const wasClosed = useRef(false)
  useEffect(() => {
    if (wasClosed.current && !closed) field.current?.focus()
    wasClosed.current = closed
  }, [closed, field])

  async function enter(secret: string) {
    if (secret === '' || closed) return
    const done = await signIn.run({ id: account.id, secret })
    setTyped('')
    if (done) onIn()
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    setCapsLock(event.getModifierState('CapsLock'))
    if (event.key === 'Escape') onLeave?.()
    if (account.kind === 'PASSWORD' && event.key === 'F4') {
      event.preventDefault()
      setShown(true)
    }
    if (account.kind === 'PIN' && /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      onLetter(event.key)
    }
  }
  return (
    <form
      className={layout.tight}
      onSubmit={submitting(() => enter(typed))}
      onKeyUp={event => event.key === 'F4' && setShown(false)}
    >
      {account.kind === 'PIN' ? (
        <>
          <PinCells
            label={pinLabel}
            value={typed}
            onChange={setTyped}
            onFull={digits => void enter(digits)}
            onKeyDown={onKeyDown}
            field={field}
            closed={closed}
            describedBy={noteId}
          />
          <p id={noteId} className={styles.note}>
            Langsung masuk setelah angka ke-6.
          </p>
        </>
      ) : (
        <PasswordInput
          {...fieldProps({ label: 'Sandi' })}
          ref={field}
          classNames={{ input: styles.password ?? '' }}
          data-autofocus
          autoComplete="off"
          maxLength={200}
          disabled={closed}
          placeholder={closed ? 'Menunggu' : undefined}
          visible={shown}
          onVisibilityChange={setShown}
          {...(capsLock
            ? {
                rightSection: (
                  <Badge tone="warn">
                    <IconArrowBigUp size={12} aria-hidden /> Caps Lock menyala
                  </Badge>
                ),
                rightSectionWidth: 160,
              }
            : {})}
          {...typing(typed, setTyped)}
          onKeyDown={onKeyDown}
          error={wait ? null : problem}
          errorProps={{ role: 'alert' }}
        />
      )}
      {account.kind === 'PASSWORD' && (
        <div className={layout.buttons}>
          <ActionButton
            tone="primary"
            refused={typed === '' ? 'Ketik sandinya dulu.' : undefined}
            pending={signIn.pending}
            onAction={() => enter(typed)}
          >
            Masuk
          </ActionButton>
        </div>
      )}
      {wait && <WaitNote wait={wait} kind={account.kind} />}
      {!wait && account.kind === 'PIN' && <ErrorNote error={problem} />}
    </form>
  )
}

interface Wait {
  failures: number
  secondsLeft: number
  of: number
}

/** Counts down the seconds given by the backend. */
function useWait(refused: { failures: number; seconds: number } | null): Wait | null {
  const [secondsLeft, setSecondsLeft] = useState(0)
  useEffect(() => {
    if (!refused) return setSecondsLeft(0)
    const end = performance.now() + refused.seconds * 1000
    const show = () => setSecondsLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)))
    show()
    const timer = setInterval(show, 250)
    return () => clearInterval(timer)
  }, [refused])
  if (!refused || secondsLeft === 0) return null
  return { failures: refused.failures, secondsLeft, of: Math.max(refused.seconds, waitAfter(refused.failures)) }
}

function WaitNote({ wait: { failures, secondsLeft, of }, kind }: { wait: Wait; kind: Account['kind'] }) {
  const word = kind === 'PIN' ? 'PIN' : 'Sandi'
  return (
    <>
      <div className={styles.wait}>
        <strong role="alert">
          {word} salah {failures} kali
        </strong>
        <span>
          Coba lagi dalam{' '}
          <b>
            {Math.floor(secondsLeft / 60)}.{String(secondsLeft % 60).padStart(2, '0')}
          </b>
          . Akun tidak diblokir.
        </span>
        <span className={styles.track} aria-hidden>
          <span style={{ width: `${(100 * secondsLeft) / of}%` }} />
        </span>
      </div>
      <p className={styles.note}>
        <IconHourglass size={14} aria-hidden /> Tunggu bertambah: 5 dtk, 15 dtk, 1 mnt, 5 mnt, 15 mnt.
      </p>
    </>
  )
}
