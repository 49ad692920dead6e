import { TextInput } from '@mantine/core'
import { IconDatabase, IconDeviceDesktop, IconFolder, IconServer, IconUsb } from '@tabler/icons-react'
import { useState } from 'react'
import { type BackupPlace, type BackupStatus, mostDaysApart } from '../../../shared/features/backup/backup-status.ts'
import { daysBetween, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useSession } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../ui/table/data-table.tsx'
import styles from './backups-section.module.css'

type Row = Omit<BackupPlace, 'kind'> & { kind: BackupPlace['kind'] | 'HERE' }

const icons = { HERE: IconDeviceDesktop, DISK: IconUsb, NETWORK: IconServer, FOLDER: IconFolder }

/** This computer and all other places, with what was last written there. */
export function PlacesPanel({ status }: { status: BackupStatus }) {
  const { today } = useSession()
  const [adding, setAdding] = useState(false)
  const remove = useCommand(api.backup.removePlace, { done: () => 'Tempat dilepas; cadangan di sana tetap ada.' })
  const { local } = status
  const here: Row = {
    id: 'here',
    kind: 'HERE',
    name: 'Komputer ini',
    path: local.folder,
    here: true,
    lastAt: local.lastAt,
    bundles: local.count,
    free: null,
    trouble: null,
  }
  const columns: DataColumn<Row>[] = [
    { head: 'Tempat', names: true, cell: row => <PlaceCell row={row} /> },
    {
      head: 'Terakhir berhasil',
      width: '11.5rem',
      cell: row => (row.lastAt ? formatMoment(row.lastAt) : 'belum pernah'),
      sort: row => row.lastAt,
    },
    { head: 'Cadangan', width: '5.5rem', align: 'end', cell: row => row.bundles },
    { head: 'Keadaan', width: '9rem', cell: row => <StateBadge row={row} today={today} /> },
    {
      head: 'Tindakan',
      width: '6rem',
      align: 'end',
      cell: row =>
        row.kind !== 'HERE' && (
          <LinkAction label={`Lepas ${row.name}`} onAction={() => remove.run({ id: row.id })}>
            Lepas
          </LinkAction>
        ),
    },
  ]
  return (
    <Panel
      title="Tempat"
      facts="yang di luar komputer ini terenkripsi; rusak satu, yang lain tetap"
      extra={<LinkAction onAction={() => setAdding(true)}>Tambah tempat</LinkAction>}
      flush
    >
      <DataTable
        label={`${status.places.length + 1} tempat cadangan`}
        rows={[here, ...status.places]}
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => row.name}
        empty={<EmptyState icon={IconDatabase} title="Belum ada tempat." />}
      />
      {status.places
        .filter(place => place.trouble !== null)
        .map(place => (
          <ErrorNote key={place.id} error={place.trouble} />
        ))}
      <ErrorNote error={remove.error} />
      {adding && <PlaceDrawer onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function PlaceCell({ row }: { row: Row }) {
  const Icon = icons[row.kind]
  return (
    <span className={styles.place}>
      <Icon size={18} aria-hidden />
      <span>
        <strong>{row.name}</strong>
        <span className={layout.detail}>
          {row.path}
          {row.free !== null && `, sisa ${row.free.toLocaleString('id-ID')} MB`}
        </span>
      </span>
    </span>
  )
}

function StateBadge({ row, today }: { row: Row; today: PlainDate }) {
  const days = row.lastAt === null ? null : daysBetween(row.lastAt.slice(0, 10) as PlainDate, today)
  if (row.trouble !== null) return <Badge tone="err">gagal</Badge>
  const late = row.kind !== 'HERE' && (days === null || days > mostDaysApart)
  if (!row.here)
    return <Badge tone={late ? 'err' : 'warn'}>{days === null ? 'tancapkan' : `tancapkan, ${days} hari`}</Badge>
  if (late) return <Badge tone="err">{days === null ? 'belum ada' : `${days} hari lalu`}</Badge>
  return <Badge tone="ok">aman</Badge>
}

function PlaceDrawer({ onClose }: { onClose: () => void }) {
  const [path, setPath] = useState('')
  const [name, setName] = useState('')
  const add = useCommand(api.backup.addPlace, {
    done: () => 'Tempat ditambahkan. Cadangan pertama ditulis sebentar lagi.',
  })
  const run = useCommand(api.backup.run)
  return (
    <FormDrawer
      title="Tempat cadangan baru"
      size={420}
      onClose={onClose}
      error={add.error}
      action={{
        label: 'Tambah tempat',
        needs: 'backup.make',
        refused: path.trim() === '' ? 'Tulis foldernya.' : undefined,
        pending: add.pending,
        run: async () => {
          if (!(await add.run({ path: path.trim(), name }))) return
          onClose()
          void run.run({})
        },
      }}
    >
      <p className={layout.words}>
        Diska USB, folder jaringan, atau folder lain. Dua diska boleh bergantian: Balai mengenal masing-masing, bukan
        dari namanya.
      </p>
      <TextInput
        {...field({ label: 'Folder', hint: 'Jalur lengkap, seperti E:\\Cadangan atau \\\\NAS-DINAS\\blk' })}
        data-autofocus
        {...typing(path, setPath)}
        spellCheck={false}
        maxLength={1000}
      />
      <TextInput
        {...field({ label: 'Nama', optional: true, hint: 'Seperti tertulis di diskanya: CADANGAN A' })}
        {...typing(name, setName)}
        maxLength={60}
      />
    </FormDrawer>
  )
}
