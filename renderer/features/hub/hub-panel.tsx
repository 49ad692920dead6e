import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatTrouble } from '../../../shared/features/hub/trouble.ts'
import { type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

/** 'Sel 10 Des 2024 08.00' */
function momentOf(at: string): string {
  return `${shortDay(at.slice(0, 10) as PlainDate, { year: true })} ${at.slice(11, 16).replace(':', '.')}`
}

type Status = Awaited<ReturnType<typeof api.hub.status.call>>

/** The Pusat of the Dinas: joining is voluntary; then shows what was sent and what waits. */
export function HubPanel() {
  const status = useRead(api.hub.status, {}).data
  if (!status?.possible) return null
  return (
    <Panel
      title="Pusat"
      facts={
        status.link ? status.link.hubName : 'tidak terhubung; yang dikirim hanya angka dan sertifikat, tidak pernah NIK'
      }
    >
      <div className={layout.stack}>
        {status.link ? <Joined status={status} link={status.link} /> : <Joining />}
        <ProvinceKey id={status.provinceKey} />
      </div>
    </Panel>
  )
}

function Joined({ status, link }: { status: Status; link: NonNullable<Status['link']> }) {
  const [leaving, setLeaving] = useState(false)
  const send = useCommand(api.hub.send, { done: ({ sent }) => `${sent.toLocaleString('id-ID')} perubahan terkirim` })
  const sendAgain = useCommand(api.hub.sendAgain, { done: () => 'Semua akan dikirim ulang' })
  const leave = useCommand(api.hub.leave, { done: () => 'Sambungan ke Pusat diputus' })
  const { sent, waiting, gathering, heardAt, trouble } = status
  return (
    <>
      {trouble && (
        <Note
          tone="warn"
          actions={
            trouble.code === 'superseded' && (
              <ActionButton size="xs" pending={sendAgain.pending} onAction={() => void sendAgain.run({})}>
                Kirim ulang semua
              </ActionButton>
            )
          }
        >
          {formatTrouble(trouble, waiting)}
        </Note>
      )}
      <div className={layout.words}>
        {sent.toLocaleString('id-ID')} terkirim, {waiting.toLocaleString('id-ID')} menunggu
        {gathering > 0 && `, ${gathering.toLocaleString('id-ID')} bagian belum dikumpulkan`}
        {heardAt && `. Terakhir ${momentOf(heardAt)}.`}{' '}
        {waiting === 0 && gathering === 0 && !trouble && (
          <Badge tone="ok" signed>
            semua terkirim
          </Badge>
        )}
      </div>
      <div className={layout.detail}>
        {link.address}, dihubungkan {link.joinedBy} {momentOf(link.joinedAt)}. Sidik{' '}
        <span className={layout.digits}>{link.fingerprint.slice(0, 16)}…</span>
      </div>
      <ErrorNote error={send.error ?? sendAgain.error ?? leave.error} />
      <div className={layout.buttons}>
        <ActionButton onAction={() => setLeaving(true)}>Putuskan</ActionButton>
        <ActionButton pending={send.pending} onAction={() => void send.run({})}>
          Kirim sekarang
        </ActionButton>
      </div>
      <ConfirmDialog
        opened={leaving}
        title={`Putuskan sambungan ke ${link.hubName}?`}
        action="Putuskan"
        onAction={() => leave.run({}).then(() => setLeaving(false))}
        onCancel={() => setLeaving(false)}
      >
        Yang sudah dikirim tetap ada di Pusat. Yang menunggu tidak dikirim lagi.
      </ConfirmDialog>
    </>
  )
}

/** Joining: the identity of the server is checked against the invitation before any data is sent. */
function Joining() {
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const [seen, setSeen] = useState<{ hub: string; fingerprint: string } | null>(null)
  const look = useCommand(api.hub.look)
  const join = useCommand(api.hub.join, { done: () => 'Terhubung ke Pusat' })
  return (
    <>
      <TextInput
        {...field({
          label: 'Alamat Pusat',
          hint: 'Tertulis pada undangan Dinas, seperti https://pusat.dinas.go.id:7443.',
        })}
        value={address}
        onChange={event => {
          setAddress(event.currentTarget.value)
          setSeen(null)
        }}
      />
      {seen && (
        <>
          <Note title={seen.hub}>
            Cocokkan sidik ini dengan undangan:{' '}
            <span className={layout.digits}>{seen.fingerprint.replace(/(.{8})/g, '$1 ')}</span>
          </Note>
          <TextInput {...field({ label: 'Kode undangan' })} {...typing(code, setCode)} />
        </>
      )}
      <ErrorNote error={look.error ?? join.error} />
      <div className={layout.buttons}>
        {seen ? (
          <ActionButton
            tone="primary"
            pending={join.pending}
            refused={code.trim() === '' ? 'Isi kode undangannya dulu.' : undefined}
            onAction={() => void join.run({ address, fingerprint: seen.fingerprint, code })}
          >
            Sidik cocok, hubungkan
          </ActionButton>
        ) : (
          <ActionButton
            pending={look.pending}
            refused={address.trim() === '' ? 'Isi alamatnya dulu.' : undefined}
            onAction={() => void look.run({ address }).then(found => setSeen(found?.output ?? null))}
          >
            Periksa Pusat
          </ActionButton>
        )}
      </div>
    </>
  )
}

/** Key that hides NIKs. All centres of a province share it; it is handed over on paper and never given to the hub. */
function ProvinceKey({ id }: { id: string | null }) {
  const [typed, setTyped] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const make = useCommand(api.hub.makeProvinceKey)
  const keep = useCommand(api.hub.setProvinceKey, { done: () => 'Kunci provinsi terpasang' })
  if (made !== null)
    return (
      <Note tone="ok" title="Kunci provinsi dibuat" live>
        Tulis di kertas untuk balai lain di provinsi ini; jangan kirim ke Pusat:{' '}
        <span className={layout.digits}>{made}</span>
      </Note>
    )
  if (id !== null)
    return (
      <div className={layout.detail}>
        Kunci provinsi terpasang ({id}). Peserta yang pernah dilatih di balai lain diberitahukan saat mendaftar.
      </div>
    )
  return (
    <>
      <TextInput
        {...field({
          label: 'Kunci provinsi',
          optional: true,
          hint: 'Dari balai lain, di atas kertas. Tanpa kunci tidak ada kabar pelatihan di balai lain.',
        })}
        {...typing(typed, setTyped)}
      />
      <ErrorNote error={make.error ?? keep.error} />
      <div className={layout.buttons}>
        <ActionButton
          pending={make.pending}
          onAction={() => void make.run({}).then(found => setMade(found?.output.key ?? null))}
        >
          Buat kunci pertama
        </ActionButton>
        <ActionButton
          pending={keep.pending}
          refused={typed.trim() === '' ? 'Ketik kuncinya dulu.' : undefined}
          onAction={() => void keep.run({ key: typed })}
        >
          Pasang kunci
        </ActionButton>
      </div>
    </>
  )
}
