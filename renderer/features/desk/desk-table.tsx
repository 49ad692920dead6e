import { Box, Flex, TextInput } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceDesktopStar } from '@tabler/icons-react'
import { useState } from 'react'
import type { DeskOverview, DeskRow } from '../../../shared/features/desk/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../ui/table/data-table.tsx'
import styles from './desk-section.module.css'

/** Ms from which a connection counts as slow. */
const slow = 30

type Row = Omit<DeskRow, 'id' | 'state' | 'pairedAt' | 'pairedBy'> & {
  id: DeskRow['id'] | null
  state: DeskRow['state']
}

const states = {
  here: { tone: 'ok', words: 'tersambung' },
  old: { tone: 'warn', words: 'versi lama' },
  away: { tone: 'neutral', words: 'mati' },
  out: { tone: 'err', words: 'diputus' },
} as const

const columns: DataColumn<Row>[] = [
  {
    head: 'Nama',
    names: true,
    cell: ({ id, name, computer, version, delay }) => (
      <span className={styles.desk}>
        {id === null ? (
          <IconDeviceDesktopStar size={20} color="var(--tinta-6)" aria-hidden />
        ) : (
          <IconDeviceDesktop size={20} aria-hidden />
        )}
        <span>
          <span className={styles.name}>{name}</span>
          <span className={styles.computer}>
            {computer}
            <span className={styles.narrow}>{` · ${version}${delay === null ? '' : ` · ${delay} ms`}`}</span>
          </span>
        </span>
      </span>
    ),
    sort: ({ name }) => name,
  },
  { head: 'Dipakai', width: '9.5rem', cell: ({ person }) => person ?? '–' },
  {
    head: 'Versi',
    width: '4.5rem',
    spare: true,
    cell: ({ state, version }) =>
      state === 'old' ? (
        <Box component="span" c="var(--warn)" fw={600}>
          {version}
        </Box>
      ) : (
        version
      ),
  },
  {
    head: 'Terakhir terlihat',
    width: '9rem',
    cell: ({ state, lastSeen }) =>
      state === 'away' || state === 'out' ? (lastSeen ? formatMoment(lastSeen) : '–') : 'sekarang',
    sort: ({ lastSeen }) => lastSeen,
  },
  {
    head: 'Jeda',
    width: '4.5rem',
    spare: true,
    align: 'end',
    cell: ({ delay }) => (
      <span className={classNames((delay ?? 0) >= slow && layout.warned)}>{delay === null ? '–' : `${delay} ms`}</span>
    ),
    sort: ({ delay }) => delay,
  },
  {
    head: 'Keadaan',
    width: '7rem',
    cell: ({ state }) => <Badge tone={states[state].tone}>{states[state].words}</Badge>,
    sort: ({ state }) => states[state].words,
  },
]

/** All paired computers, and who works there. */
export function DeskTable({ overview: { desks, main } }: { overview: DeskOverview }) {
  const [chosenId, setChosenId] = useState<number | null>(null)
  const [renaming, setRenaming] = useState<DeskRow | null>(null)
  const [leaving, setLeaving] = useState<DeskRow | null>(null)
  const putOut = useCommand(api.desk.putOut, { done: () => 'Meja diputuskan. Kuncinya tidak berlaku lagi.' })
  const chosen = desks.find(({ id }) => id === chosenId) ?? null
  const none = !chosen
    ? 'Pilih sebuah meja dulu.'
    : chosen.state === 'out'
      ? 'Meja ini sudah diputuskan. Untuk bekerja lagi ia disambungkan dengan kode baru.'
      : undefined
  const rename: Action = {
    label: 'Ganti nama',
    needs: 'admin.change',
    keys: 'F2',
    run: () => setRenaming(chosen),
    refused: none,
  }
  const putting: Action = {
    label: 'Putuskan meja',
    needs: 'admin.change',
    keys: 'Del',
    tone: 'danger',
    run: () => setLeaving(chosen),
    refused: none,
  }
  useActions([rename, putting])
  const rows: Row[] = [
    {
      id: null,
      name: 'PC utama',
      ...main,
      computer: `${main.computer}, komputer ini`,
      lastSeen: null,
      delay: null,
      state: 'here',
    },
    ...desks,
  ]
  return (
    <>
      <ErrorNote error={putOut.error} />
      <Panel title="Meja" flush>
        <DataTable
          label="Meja"
          rows={rows}
          columns={columns}
          rowKey={row => row.id ?? 0}
          rowLabel={row => row.name}
          current={chosenId}
          onCurrent={row => setChosenId(row.id)}
          onOpen={row => setChosenId(row.id)}
          rowHeight={2.75}
          below={row =>
            chosen &&
            row.id === chosen.id && (
              <Flex align="center" gap="0.5rem">
                <span className={classNames(layout.fills, layout.detail)}>{adviceFor(chosen)}</span>
                {chosen.state !== 'out' && (
                  <>
                    <ActionButton size="sm" action={rename} />
                    <ActionButton size="sm" action={putting} />
                  </>
                )}
              </Flex>
            )
          }
          empty={null}
        />
      </Panel>
      <KeyHints hints={[listKeys.rows('meja'), rename, putting]} />
      {renaming && <RenameModal desk={renaming} onClose={() => setRenaming(null)} />}
      <ConfirmDialog
        opened={leaving !== null}
        title={`Putuskan ${leaving?.name ?? ''}?`}
        action="Putuskan meja"
        tone="danger"
        onCancel={() => setLeaving(null)}
        onAction={async () => {
          const desk = leaving
          setLeaving(null)
          if (desk) await putOut.run({ id: desk.id })
        }}
      >
        Kuncinya ditolak sejak sekarang. Untuk bekerja lagi komputer itu harus disambungkan dengan kode baru.
      </ConfirmDialog>
    </>
  )
}

/** What to do about a desk, and who let it in. */
function adviceFor({ state, delay, pairedBy, pairedAt }: DeskRow): string {
  if (state === 'out') return 'Kuncinya ditolak. Untuk bekerja lagi, sambungkan dengan kode baru.'
  return [
    state === 'old' && 'Tetap bisa bekerja; pasang versi PC utama di sana.',
    (delay ?? 0) >= slow && 'Jeda tinggi: pakai kabel.',
    `Disetujui ${pairedBy}, ${formatMoment(pairedAt)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function RenameModal({ desk, onClose }: { desk: DeskRow; onClose: () => void }) {
  const [name, setName] = useState(desk.name)
  const rename = useCommand(api.desk.rename, {
    done: () => 'Nama meja diganti.',
    undo: (_, { id }) => api.desk.rename.call({ id, name: desk.name }),
  })
  const save: Action = {
    label: 'Simpan nama',
    needs: 'admin.change',
    keys: 'Ctrl S',
    tone: 'primary',
    pending: rename.pending,
    refused: name.trim() === '' ? 'Isi namanya.' : undefined,
    run: async () => {
      if (await rename.run({ id: desk.id, name })) onClose()
    },
  }
  return (
    <FormModal title="Ganti nama meja" onClose={onClose} action={save} error={rename.error}>
      <TextInput
        {...field({ label: 'Nama meja' })}
        {...typing(name, setName)}
        maxLength={40}
        // The typed name replaces the old one.
        onFocus={event => event.currentTarget.select()}
      />
    </FormModal>
  )
}
