import { Flex, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { PersonRow } from '../../../shared/features/access/contract.ts'
import { formatRoles } from '../../../shared/features/access/roles.ts'
import { secretNames } from '../../../shared/features/access/secret.ts'
import type { OperatorId } from '../../../shared/ids.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useCommand, useRead, useSession } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { OnceDialog } from './once-dialog.tsx'
import styles from './people-section.module.css'
import { PersonDrawer } from './person-drawer.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { SecondPersonPanel } from './second-person-panel.tsx'

export const peopleSectionRoute = pageRoute('/pengaturan/pengguna', PeopleSection)

type Once = { name: string; kind: PersonRow['kind'] & string; secret: string; until: string }

/** Accounts with their roles, and deactivated ones. Accounts are never deleted, because the history names them. */
function PeopleSection() {
  const { operator } = useSession()
  const reading = useRead(api.access.people, {})
  const [chosenId, setChosenId] = useState<OperatorId | null>(null)
  const [editing, setEditing] = useState<PersonRow | 'new' | null>(null)
  const [leaving, setLeaving] = useState<PersonRow | null>(null)
  const [once, setOnce] = useState<Once | null>(null)
  const disable = useCommand(api.access.disable, {
    done: () => 'Dinonaktifkan.',
    undo: (_, input) => api.access.enable.call(input),
  })
  const enable = useCommand(api.access.enable, {
    done: () => 'Diaktifkan lagi.',
    undo: (_, input) => api.access.disable.call(input),
  })
  const giveTemporarySecret = useCommand(api.access.giveTemporarySecret)
  const people = reading.data ?? []
  const chosen = people.find(({ id }) => id === chosenId) ?? people[0]
  const own = chosen?.id === operator.id

  const add = primaryAction('Alt B', 'Tambah pengguna', () => setEditing('new'), {
    needs: 'admin.change',
    icon: IconPlus,
  })
  const edit: Action = {
    label: 'Ubah peran',
    needs: 'admin.change',
    keys: 'F2',
    run: () => chosen && setEditing(chosen),
  }
  useActions([add, edit])

  async function give(person: Pick<PersonRow, 'id' | 'name'>) {
    const given = await giveTemporarySecret.run({ id: person.id })
    if (given) setOnce({ name: person.name, ...given.output })
  }
  const working = people.filter(({ here }) => here !== null).length
  return (
    <SettingsPage
      section="pengguna"
      facts={reading.data && `${people.filter(({ disabled }) => !disabled).length} pengguna, ${working} sedang bekerja`}
      actions={<ActionButton action={add} />}
    >
      <QueryBoundary query={reading}>
        {() => (
          <Columns stacks widths="23.25rem 1fr">
            <div className={layout.stack}>
              {people.length === 1 && (
                <Note>
                  Anda satu-satunya pengguna dan memegang semua peran. Tambah pengguna supaya tindakan penting disetujui
                  orang kedua.
                </Note>
              )}
              <Panel title="Orang" flush>
                <ul className={styles.list} aria-label="Pengguna">
                  {people.map(person => (
                    <li key={person.id}>
                      <UnstyledButton
                        className={styles.person}
                        data-out={person.disabled ? true : undefined}
                        aria-pressed={person.id === chosen?.id}
                        onClick={() => setChosenId(person.id)}
                        onDoubleClick={() => setEditing(person)}
                      >
                        <span>
                          <b>{person.name}</b>
                          <span>{standing(person)}</span>
                        </span>
                        <span className={styles.seen}>
                          <span data-here={person.here !== null || undefined}>{seen(person)}</span>
                          <span>{person.kind === null ? 'belum punya sandi' : secretNames[person.kind]}</span>
                        </span>
                      </UnstyledButton>
                    </li>
                  ))}
                </ul>
              </Panel>
              {chosen && (
                <Panel
                  title={chosen.name}
                  facts={chosen.secretSetAt && `sandi diganti ${formatMoment(chosen.secretSetAt)}`}
                >
                  <Flex wrap="wrap" gap="0.5rem" mb="0.25rem">
                    <ActionButton action={edit} />
                    <ActionButton
                      refused={own ? 'Sandi Anda sendiri diganti lewat Admin lain.' : undefined}
                      onAction={() => give(chosen)}
                    >
                      Sandi sekali pakai
                    </ActionButton>
                    {chosen.disabled ? (
                      <ActionButton onAction={() => enable.run({ id: chosen.id })}>
                        Aktifkan {chosen.name.split(' ')[0]}
                      </ActionButton>
                    ) : (
                      <ActionButton
                        tone="danger"
                        refused={own ? 'Akun Anda sendiri dinonaktifkan Admin lain.' : undefined}
                        onAction={() => setLeaving(chosen)}
                      >
                        Nonaktifkan
                      </ActionButton>
                    )}
                  </Flex>
                  <ErrorNote error={disable.error ?? enable.error ?? giveTemporarySecret.error} />
                </Panel>
              )}
            </div>
            <div className={layout.stack}>
              <RoleMatrix lit={chosen?.roles ?? []} />
              <SecondPersonPanel />
            </div>
          </Columns>
        )}
      </QueryBoundary>
      {editing && (
        <PersonDrawer
          person={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onMade={person => void give(person)}
        />
      )}
      {once && <OnceDialog {...once} onClose={() => setOnce(null)} />}
      <ConfirmDialog
        opened={leaving !== null}
        title={`Nonaktifkan ${leaving?.name ?? ''}?`}
        action="Nonaktifkan"
        onCancel={() => setLeaving(null)}
        onAction={async () => {
          if (leaving) await disable.run({ id: leaving.id })
          setLeaving(null)
        }}
      >
        Tidak dapat masuk lagi di meja mana pun, mulai sekarang. Riwayatnya tetap; akun dapat diaktifkan lagi.
      </ConfirmDialog>
    </SettingsPage>
  )
}

function standing({ roles, validUntil, disabled }: PersonRow): string {
  if (disabled) return `Dinonaktifkan ${longDate(disabled.at.slice(0, 10) as PlainDate)} oleh ${disabled.by}`
  return [formatRoles(roles) || 'tanpa peran', validUntil && `s.d. ${longDate(validUntil)}`].filter(Boolean).join(' · ')
}

function seen({ here, lastSignIn }: PersonRow): string {
  if (here !== null) return `sekarang, ${here}`
  return lastSignIn ? formatMoment(lastSignIn.at) : 'belum pernah masuk'
}
