import { Box, Flex, UnstyledButton } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Account } from '../../../shared/features/access/contract.ts'
import { formatRoles } from '../../../shared/features/access/roles.ts'
import type { SessionStatus } from '../../../shared/features/session/contract.ts'
import { sampleAccount } from '../../../shared/features/session/sample-account.ts'
import type { OperatorId } from '../../../shared/ids.ts'
import { accessGate } from '../../app/access-gate.ts'
import { api, useRead } from '../../app/client.ts'
import { BrandMark } from '../../app/frame/brand-mark.tsx'
import { isInPlace, placeGroups } from '../../app/frame/places.ts'
import { useCentreSwitch } from '../../app/frame/use-centre-switch.ts'
import { useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatClock } from '../../ui/page/moment-format.ts'
import styles from './lock-screen.module.css'
import { SecretForm } from './secret-card.tsx'

interface LockScreenProps {
  status: SessionStatus
  /** Label of the field that had the focus. */
  leftAt: string | null
}

/** Shown instead of the page: the same person unlocks it, or another person signs in. */
export function LockScreen({ status, leftAt }: LockScreenProps) {
  const reading = useRead(api.access.status, {})
  const [otherId, setOtherId] = useState<OperatorId | null>(null)
  const secret = useRef<HTMLInputElement>(null)
  const { leavePractice } = useCentreSwitch()
  useActions([{ label: 'Orang lain', keys: 'Esc', run: () => setOtherId(null) }], 'lock')
  const accounts = reading.data?.accounts ?? []
  const own = accounts.find(({ id }) => id === status.operator?.id)
  const others = accounts.filter(({ id }) => id !== status.operator?.id)
  const shown: Account | undefined = others.find(({ id }) => id === otherId) ?? own ?? others[0]
  const shownId = shown?.id
  // Focus the field, so that the person can type at once.
  useEffect(() => {
    if (shownId !== undefined) secret.current?.focus()
  }, [shownId])
  const path = window.location.hash.slice(1).split('?')[0] ?? ''
  const here = placeGroups.flatMap(group => group.places).find(place => isInPlace(path, place.path))

  function backIn() {
    if (shown?.id === status.operator?.id) accessGate.open()
    else accessGate.replacePerson()
  }
  return (
    <div className={styles.lock}>
      <FrameOfNothing path={path} title={here?.label ?? 'Balai'} />
      <div className={styles.scrim}>
        <div role="dialog" aria-modal="true" aria-label="Layar terkunci" className={styles.card}>
          <p className={styles.head}>
            <IconLock size={16} aria-hidden />
            <b>Terkunci{status.lockedAt ? ` ${formatClock(status.lockedAt)}` : ''}</b>
          </p>
          <div className={styles.body}>
            {shown ? (
              <>
                <Box component="h2" mb="-0.75rem" fz="1.5rem" fw={600} lh="1.875rem">
                  {shown.name}
                </Box>
                <p className={layout.note}>{formatRoles(shown.roles)}</p>
                <SecretForm
                  key={shown.id}
                  account={shown}
                  field={secret}
                  pinLabel="PIN untuk melanjutkan"
                  onIn={backIn}
                  onLetter={letter => setOtherId(others.find(({ name }) => startsWith(name, letter))?.id ?? null)}
                />
              </>
            ) : reading.data ? null : (
              <LoadingBars rows={3} />
            )}
            {shown?.id === status.operator?.id && (
              <Note tone="ok">
                <b>{here?.label ?? 'Halaman tadi'}</b> tetap terbuka; isiannya menunggu di sini.
                {leftAt !== null && ` Kursor kembali ke kolom ${leftAt}.`}
              </Note>
            )}
            {status.centre?.practice && (
              <Note
                actions={
                  <ActionButton size="xs" onAction={() => leavePractice.run({})}>
                    Keluar dari latihan
                  </ActionButton>
                }
              >
                Balai latihan: sandi setiap orang <b>{sampleAccount.password}</b>.
              </Note>
            )}
          </div>
          {others.length > 0 && (
            <div className={styles.foot}>
              <p>
                <b>Orang lain</b> pilih namanya; isian yang terbuka tidak terlihat olehnya
              </p>
              <ul>
                {others.slice(0, 6).map(({ id, name }) => (
                  <li key={id}>
                    <UnstyledButton
                      className={styles.other}
                      aria-pressed={id === otherId}
                      onClick={() => setOtherId(id)}
                    >
                      {name}
                    </UnstyledButton>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
    </div>
  )
}

function startsWith(name: string, letter: string): boolean {
  return name.toLocaleLowerCase('id').startsWith(letter.toLocaleLowerCase('id'))
}

/** The frame of the page without its content. */
function FrameOfNothing({ path, title }: { path: string; title: string }) {
  return (
    <Columns h="100%" bg="var(--paper)" widths="var(--sidebar) 1fr" align="stretch" gap="0" aria-hidden>
      <div className={styles.side}>
        <Box component="p" mb="0.75rem" c="#fff" fz="1.03125rem" fw={600}>
          <BrandMark size={16} /> Balai
        </Box>
        {placeGroups
          .flatMap(group => group.places)
          .map(place => (
            <p key={place.path} data-here={isInPlace(path, place.path) || undefined}>
              <place.icon size={17} stroke={1.75} /> {place.label}
            </p>
          ))}
      </div>
      <Flex direction="column" gap="1.5rem" p="1.25rem 1.5rem">
        <Box component="p" fz="1.375rem" fw={600} lh="1.75rem">
          {title}
        </Box>
        {['38%', '72%', '64%', '70%', '52%', '66%', '58%', '40%'].map(width => (
          <Box component="span" h="0.75rem" bdrs="0.25rem" bg="var(--track)" key={width} style={{ width }} />
        ))}
      </Flex>
    </Columns>
  )
}
