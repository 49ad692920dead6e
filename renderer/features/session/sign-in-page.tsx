import { Box, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconDeviceDesktop, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { AccessStatus } from '../../../shared/features/access/contract.ts'
import { formatRoles } from '../../../shared/features/access/roles.ts'
import type { SessionStatus } from '../../../shared/features/session/contract.ts'
import type { OperatorId } from '../../../shared/ids.ts'
import { fullDate } from '../../../shared/kernel/plain-date.ts'
import { accessGate } from '../../app/access-gate.ts'
import { api, useRead } from '../../app/client.ts'
import { useCentreSwitch } from '../../app/frame/use-centre-switch.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { typing } from '../../ui/form/field.tsx'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'
import { formatClock } from '../../ui/page/moment-format.ts'
import { Highlight } from '../../ui/table/highlight.tsx'
import { ForgottenHelp } from './forgotten-help.tsx'
import { GatePage } from './gate-page.tsx'
import { SecretForm } from './secret-card.tsx'
import styles from './sign-in-page.module.css'
import { WeekStrip } from './week-strip.tsx'

interface SignInPageProps {
  status: SessionStatus
  /** Start time of the host, read while somebody was signed in here; null if nobody was yet. */
  lastStart?: string | null
}

/** Signing in. Digits go to the PIN and letters to the search for names, wherever the focus is. */
export function SignInPage({ status, lastStart = null }: SignInPageProps) {
  const reading = useRead(api.access.status, {})
  return (
    <GatePage title="Siapa yang bekerja?" aside={<Aside status={status} access={reading.data} />} plain>
      {lastStart !== null && (
        <Box maw="28.375rem" mb="1rem">
          <Note tone="info" live>
            {lastStart === status.startedAt
              ? 'Sesi di meja ini sudah diakhiri.'
              : `PC utama dibuka ulang ${formatClock(status.startedAt)}.`}{' '}
            Masuk lagi; isian Anda masih di sini.
          </Note>
        </Box>
      )}
      {reading.data ? <SignIn access={reading.data} status={status} /> : <LoadingBars rows={5} />}
    </GatePage>
  )
}

function SignIn({ access, status }: { access: AccessStatus; status: SessionStatus }) {
  const { accounts } = access
  const [text, setText] = useState('')
  const [chosenId, setChosenId] = useState<OperatorId | null>(access.last ?? accounts[0]?.id ?? null)
  const [helping, setHelping] = useState(false)
  const names = useRef<HTMLInputElement>(null)
  const secret = useRef<HTMLInputElement>(null)
  const { leavePractice } = useCentreSwitch()
  const found = accounts.filter(({ name }) =>
    name.toLocaleLowerCase('id').includes(text.trim().toLocaleLowerCase('id')),
  )
  const chosen = found.find(({ id }) => id === chosenId) ?? found[0] ?? null
  // The PIN field is focused at once; the password field when one person is left.
  const ready = chosen !== null && (text === '' || found.length === 1)
  const chosenKey = ready ? `${chosen.id}` : ''
  useEffect(() => {
    if (chosenKey !== '') secret.current?.focus()
  }, [chosenKey])

  function beginName(letter: string) {
    setText(letter)
    names.current?.focus()
  }
  function onNameKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const at = found.findIndex(({ id }) => id === chosen?.id)
      setChosenId(found[Math.min(found.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.id ?? null)
    }
    if (event.key === 'Enter') secret.current?.focus()
    if (event.key === 'Escape') setText('')
    if (/^\d$/.test(event.key) && chosen?.kind === 'PIN') {
      event.preventDefault()
      secret.current?.focus()
      // Not handled by the field itself, so it is typed there.
      if (secret.current) typeInto(secret.current, event.key)
    }
  }
  const help: Action = { label: 'Lupa PIN atau sandi', keys: 'F2', tone: 'quiet', run: () => setHelping(!helping) }
  useActions([help])
  return (
    <>
      <div className={styles.columns} data-alone={accounts.length === 1 || undefined}>
        {accounts.length > 1 && (
          <div>
            <TextInput
              ref={names}
              aria-label="Ketik nama"
              placeholder="Ketik nama"
              classNames={{ input: styles.names ?? '' }}
              leftSection={<IconSearch size={18} aria-hidden />}
              rightSection={
                text === '' ? null : (
                  <span className={styles.count}>
                    {found.length} dari {accounts.length}
                  </span>
                )
              }
              rightSectionWidth={80}
              maxLength={100}
              {...typing(text, setText)}
              onKeyDown={onNameKey}
            />
            <ul className={styles.list} aria-label="Pengguna">
              {found.map(account => (
                <li key={account.id}>
                  <UnstyledButton
                    className={styles.person}
                    aria-pressed={account.id === chosen?.id}
                    onClick={() => {
                      setChosenId(account.id)
                      secret.current?.focus()
                    }}
                  >
                    <span>
                      <span className={styles.name}>
                        <Highlight text={account.name} query={text} />
                      </span>
                      <span className={styles.role}>{formatRoles(account.roles)}</span>
                    </span>
                    {account.id === access.last && <span className={styles.last}>terakhir di meja ini</span>}
                    {account.id === chosen?.id && <IconChevronRight size={16} aria-hidden />}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
            {found.length === 0 && (
              <p className={styles.role}>Tidak ada pengguna dengan nama itu. Hapus ketikan dengan Esc.</p>
            )}
            {helping && <ForgottenHelp access={access} />}
          </div>
        )}
        {chosen && (
          <section className={styles.card} aria-label="PIN atau sandi">
            <h2 className={styles.cardName}>{chosen.name}</h2>
            <p className={styles.role}>{formatRoles(chosen.roles)}</p>
            <SecretForm
              key={chosen.id}
              account={chosen}
              field={secret}
              onIn={accessGate.replacePerson}
              onLetter={beginName}
              onLeave={() => {
                setText('')
                names.current?.focus()
              }}
            />
            {status.centre?.practice && <PracticeHint onLeave={() => leavePractice.run({})} />}
            {helping && accounts.length === 1 && <ForgottenHelp access={access} />}
          </section>
        )}
      </div>
      <Box pos="absolute" right={0} bottom={0} left="var(--gate-aside)">
        <StickyBar
          label="Tombol"
          note={
            <KeyHints
              hints={
                chosen?.kind === 'PIN'
                  ? [{ keys: '0–9', text: 'PIN' }, { keys: 'huruf', text: 'cari nama' }, listKeys.rows('pilih')]
                  : [
                      { keys: 'Esc', text: 'nama lain' },
                      { keys: 'F4', text: 'tampilkan sandi' },
                    ]
              }
            />
          }
        >
          <ActionButton action={help} />
        </StickyBar>
      </Box>
    </>
  )
}

/** Types a key into a field as if it had been pressed there. */
function typeInto(field: HTMLInputElement, key: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, `${field.value}${key}`)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The practice centre needs no protection: shows how to sign in. */
function PracticeHint({ onLeave }: { onLeave: () => unknown }) {
  return (
    <Note
      tone="info"
      actions={
        <ActionButton size="xs" onAction={onLeave}>
          Keluar dari latihan
        </ActionButton>
      }
    >
      Balai latihan: sandi setiap orang <b>balai latihan</b>.
    </Note>
  )
}

function Aside({ status, access }: { status: SessionStatus; access: AccessStatus | undefined }) {
  return (
    <>
      <div>
        <Box component="p" c="#fff" fz="1.0625rem" fw={600} lh="1.5rem">
          {status.centre?.name}
        </Box>
        <Box component="p" c="var(--side-ink-2)" fz="0.875rem" lh="1.25rem">
          {access?.government}
        </Box>
      </div>
      <div className={styles.when}>
        <Clock now={status.now} />
        <p>{fullDate(status.today)}</p>
        {access && <WeekStrip week={access.week} today={status.today} />}
      </div>
      <div className={styles.where}>
        <IconDeviceDesktop size={20} aria-hidden />
        <div>
          <b>{status.desk}</b>
          <span>Internet tidak diperlukan</span>
          <span>Balai {status.version}</span>
        </div>
      </div>
    </>
  )
}

/** Continues from the time of the backend, because the browser may be in another time zone. */
function Clock({ now }: { now: string }) {
  const [shown, setShown] = useState(now.slice(11, 16))
  useEffect(() => {
    const [hours = 0, minutes = 0] = now.slice(11, 16).split(':').map(Number)
    const began = Date.now()
    const tick = () => {
      const total = hours * 60 + minutes + Math.floor((Date.now() - began) / 60_000)
      setShown(`${String(Math.floor(total / 60) % 24).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`)
    }
    tick()
    const timer = setInterval(tick, 5000)
    return () => clearInterval(timer)
  }, [now])
  return (
    <Box component="p" c="#fff" fz="3.5rem" fw={600} lh="3.75rem">
      {shown.replace(':', '.')}
    </Box>
  )
}
