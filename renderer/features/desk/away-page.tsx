import { Flex, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { EndpointError } from '../../../shared/features/desk/pair.ts'
import type { PlaceState } from '../../../shared/features/desk/place.ts'
import { callShell } from '../../app/desk/this-computer.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { field } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { GatePage } from '../session/gate-page.tsx'
import styles from './pair-page.module.css'

/** Ms between two tries. */
const tryAgain = 3_000

/** A desk whose host does not answer: retries by itself, and lets the person enter a new address. */
export function AwayPage({ first }: { first: PlaceState }) {
  const [typing, setTyping] = useState(false)
  const [address, setAddress] = useState('')
  const [leaving, setLeaving] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const { data = first, refetch } = useQuery({
    queryKey: ['desk.away'],
    queryFn: () => callShell<PlaceState>('state', {}),
    initialData: first,
    refetchInterval: tryAgain,
  })
  const { joined, line } = data
  useEffect(() => {
    if (line === 'here') void callShell('open', {})
  }, [line])
  const search: Action = { label: 'Coba sambungkan', keys: 'Enter', tone: 'primary', run: () => refetch() }
  const type: Action = { label: 'Alamat lain', keys: 'Alt A', run: () => setTyping(true) }
  useActions([!typing && search, type])
  async function move() {
    setError(null)
    try {
      await callShell('move', { address })
      await refetch()
    } catch (thrown) {
      setError(thrown instanceof EndpointError ? thrown.words : String(thrown))
    }
  }
  const leave: Action = { label: 'Sambungkan ulang', run: () => setLeaving(true) }
  return (
    <GatePage
      plain
      title={line === 'other' ? 'Ini bukan PC utama yang dulu disetujui' : 'PC utama tidak terjangkau'}
      aside={
        <>
          <p>
            {joined?.name}, meja dari {joined?.centre}.
          </p>
          <p className={styles.own}>
            Komputer ini {[...data.addresses.slice(0, 1), data.computer].join(' · ')}
            <br />
            Balai {data.version}
          </p>
        </>
      }
    >
      <div className={layout.stack}>
        {line === 'other' ? (
          <Note tone="err" live title="Sambungan diputus, tidak ada yang terkirim.">
            Yang menjawab di {joined?.address} memakai kunci lain. PC utama diganti? Sambungkan ulang dengan kode baru
            dari PC utama.
          </Note>
        ) : (
          <Note tone="warn" live title={`Tidak ada jawaban dari ${joined?.host} di ${joined?.address}.`}>
            Layar ini mencari sendiri dan lanjut begitu PC utama menjawab. Yang sudah diketik di meja ini tetap ada.
          </Note>
        )}
        <ol className={styles.checks}>
          <li>Apakah PC utama menyala dan Balai terbuka?</li>
          <li>Apakah kabel jaringan tertancap?</li>
          <li>Beri tahu Admin di PC utama.</li>
        </ol>
        <ErrorNote error={error} />
        {typing && (
          <TextInput
            {...field({ label: 'Alamat PC utama' })}
            maw="18.75rem"
            placeholder="192.168.10.5"
            value={address}
            data-autofocus
            ref={node => node?.focus()}
            onChange={event => setAddress(event.currentTarget.value)}
            onKeyDown={event => event.key === 'Enter' && void move()}
          />
        )}
        <Flex gap="0.5rem">
          {typing ? (
            <ActionButton tone="primary" onAction={move}>
              Sambungkan ke alamat ini
            </ActionButton>
          ) : (
            <>
              <ActionButton action={search} autoFocus />
              <ActionButton action={type} />
            </>
          )}
          <ActionButton action={leave} />
        </Flex>
      </div>
      <ConfirmDialog
        opened={leaving}
        title="Sambungkan ulang komputer ini?"
        action="Sambungkan ulang"
        tone="danger"
        onCancel={() => setLeaving(false)}
        onAction={() => callShell('leave', {})}
      >
        Kunci meja ini dibuang. Sesudah itu diperlukan kode baru dan persetujuan di PC utama; isian yang belum terkirim
        di meja ini tidak dapat dibuka lagi.
      </ConfirmDialog>
    </GatePage>
  )
}
